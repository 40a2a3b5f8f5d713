import { createHash } from 'node:crypto';
import {
  type AuditedType,
  type AuditReport,
  type Finding,
  type RepositorySubject,
  type RuleDescription,
  type Subject,
  severities,
} from '../../../../src/hub/audit/findings.ts';
import { sampleMessages, sampleRules } from './sample-rules.ts';

const teams = ['@acme/speech', '@acme/vision', '@acme/language', '@acme/platform', 'grace', 'research@acme.example'];
const words = ['whisper', 'llama', 'vit', 'bert', 'qwen', 'clip', 'sam', 'yolo', 'mistral', 'gemma', 'wav2vec', 'flan'];
const purposes = ['base', 'chat', 'ner', 'medical', 'invoices', 'german', 'summaries', 'ocr', 'support', 'reviews'];
const sizes = ['small', 'large', '7b', '70b', 'v2', 'q4', 'distilled', 'preview'];
const namespacePage = 'https://huggingface.co/acme-research';

export interface SampleSize {
  readonly repositories: number;
  readonly findings: number;
  /** What every text from outside holds beside its own words. */
  readonly hostile?: string;
  /** Whether an earlier run is known. */
  readonly compared?: boolean;
}

/** A report of an organisation that exists nowhere; the same for the same size. */
export function sampleReport({ repositories, findings, hostile = '', compared = true }: SampleSize): AuditReport {
  const random = randomFrom(repositories * 31 + findings);
  const subjects = Array.from({ length: repositories }, (_, index) => repository(index, random, hostile));
  const drawn = Array.from({ length: findings }, (_, index) => findingOf(index, subjects, random, hostile));
  const all = drawn.sort((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));
  const affected = new Set(all.map((finding) => finding.subject.url));
  const countsOf = (severity: string): number => all.filter((finding) => finding.severity === severity).length;
  const ofType = (type: AuditedType): number => subjects.filter((subject) => subject.type === type).length;
  const byRule = Object.groupBy(all, (finding) => finding.rule);
  return {
    namespace: `acme-research${hostile}`,
    namespaceUrl: namespacePage,
    types: ['model', 'dataset', 'space'],
    startedAt: '2026-11-23T05:12:04.120Z',
    finishedAt: '2026-11-23T05:13:36.480Z',
    policyDigest: 'a3f1c2d4e5b6978812345678deadbeefa3f1c2d4e5b6978812345678deadbeef',
    rules: sampleRules,
    repositories: { model: ofType('model'), dataset: ofType('dataset'), space: ofType('space') },
    repositoriesTotal: repositories,
    repositoriesAffected: affected.size,
    counts: {
      bySeverity: {
        low: countsOf('low'),
        medium: countsOf('medium'),
        high: countsOf('high'),
        critical: countsOf('critical'),
      },
      byRule: Object.fromEntries(sampleRules.map((rule) => [rule.id, byRule[rule.id]?.length ?? 0])),
    },
    score: {
      value: findings === 0 ? 100 : 82.4,
      formula: '100 minus the weighted share of repositories with findings: critical 10, high 5, medium 2, low 1.',
    },
    findings: all,
    accepted: all.slice(-3).map((finding) => ({ finding, reason: `Agreed with legal${hostile}`, until: '2027-03-01' })),
    exempted: [
      { rule: 'stale', pattern: 'acme-research/archive-*', reason: 'Archives rest', until: '2027-01-01', count: 14 },
    ],
    notices: [
      {
        kind: 'expired-exemption',
        message: `The exemption of pickle-file for acme-research/legacy-*${hostile} ended on 2026-11-01.`,
      },
    ],
    ...(compared ? { comparison: comparisonOf(all, subjects, random) } : {}),
    fixes: [],
    cost: { requests: 1_204, cacheHits: 9_480, waits: 3, waitedMs: 12_400 },
    incomplete: [
      {
        rules: ['member-without-second-factor'],
        message: `The Hub shows second factors to admins of an organisation only${hostile}.`,
      },
    ],
  };
}

function repository(index: number, random: () => number, hostile: string): RepositorySubject {
  const kind = random();
  const type = kind < 0.62 ? 'model' : kind < 0.86 ? 'dataset' : 'space';
  const name = `${pick(words, random)}-${pick(purposes, random)}-${pick(sizes, random)}-${index}${hostile.toWellFormed()}`;
  const folder = { model: '', dataset: 'datasets/', space: 'spaces/' }[type];
  const url = `https://huggingface.co/${folder}acme-research/${encodeURIComponent(name)}`;
  return { kind: 'repository', type, id: `acme-research/${name}`, url };
}

function findingOf(
  index: number,
  subjects: readonly RepositorySubject[],
  random: () => number,
  hostile: string,
): Finding {
  // The square makes a few repositories much worse than the others, as it is in life.
  const own = subjects[Math.floor(random() ** 2 * subjects.length)];
  const rule = ruleOf(random);
  const subject: Subject = own ?? { kind: 'namespace', id: 'acme-research', url: namespacePage };
  const text = sampleMessages.get(rule.id);
  const firstSeen = new Date(Date.UTC(2026, 10, 23) - Math.floor(random() * 120) * 86_400_000);
  return {
    rule: rule.id,
    severity: rule.severity,
    subject: rule.id.startsWith('member-') ? member(index, hostile) : subject,
    message: `${text?.message ?? ''}${hostile}`,
    evidence: [`${text?.fact ?? ''}${hostile}`],
    mend: rule.mend,
    ...(rule.id.includes('file')
      ? { path: `checkpoints/${pick(sizes, random)}/${text?.fact.split(':')[0]}${hostile}` }
      : {}),
    fingerprint: createHash('sha256').update(`${rule.id} ${subject.url} ${index}`).digest('hex').slice(0, 32),
    ...(random() < 0.85 ? { owner: `${teams[subject.id.length % teams.length]}${hostile}` } : {}),
    firstSeen: firstSeen.toISOString(),
    fixable: rule.fixable,
  };
}

function member(index: number, hostile: string): Subject {
  return { kind: 'namespace', id: 'acme-research', url: namespacePage, member: `member-${index % 40}${hostile}` };
}

/** Few critical findings, many low ones; some rules hold. */
function ruleOf(random: () => number): RuleDescription {
  const draw = random();
  const severity = draw < 0.015 ? 'critical' : draw < 0.13 ? 'high' : draw < 0.47 ? 'medium' : 'low';
  const broken = ['unsafe-file', 'paid-hardware-awake', 'acme-owner-tag'];
  const rules = sampleRules.filter((rule) => rule.severity === severity && !broken.slice(1).includes(rule.id));
  return pick(rules, () => random() ** 1.6);
}

function comparisonOf(
  findings: readonly Finding[],
  subjects: readonly RepositorySubject[],
  random: () => number,
): NonNullable<AuditReport['comparison']> {
  const mended = subjects.slice(0, Math.ceil(findings.length / 25)).map((subject, index) => {
    const { id, severity } = ruleOf(random);
    return { fingerprint: index.toString(16).padStart(32, '0'), rule: id, severity, subject };
  });
  return {
    previousFinishedAt: '2026-11-22T05:13:20.000Z',
    previousScore: 79.3,
    new: findings.filter(() => random() < 0.03).map((finding) => finding.fingerprint),
    mended,
  };
}

function pick<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('Nothing to pick from.');
  return item;
}

/** Mulberry32: small, and the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

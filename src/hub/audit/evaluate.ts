import { hubAddress, repositoryPage } from '../hub-request.ts';
import type { FactStore, GatheredFacts } from './fact-store.ts';
import { keyOf } from './fact-store.ts';
import type { Finding, NamespaceSubject, RepositorySubject, RuleDescription, Subject } from './findings.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { PageResult, Undecided } from './page-result.ts';
import type { Exemptions } from './policy/exemptions.ts';
import type { RepositoryRecord } from './repository-record.ts';
import type { ActiveRepositoryRule, Breach, Clock } from './rule.ts';

/** What a page is judged by. */
export interface Judgement {
  readonly rules: readonly ActiveRepositoryRule[];
  readonly exemptions: Exemptions;
  ownerOf(subject: Subject): string | undefined;
  readonly facts: FactStore;
  readonly clock: Clock;
}

export function namespaceSubject(namespace: string, member?: string): NamespaceSubject {
  const url = `${hubAddress}/${encodeURIComponent(member ?? namespace)}`;
  return { kind: 'namespace', id: namespace, url, ...(member === undefined ? {} : { member }) };
}

function repositorySubject({ type, id }: RepositoryRecord): RepositorySubject {
  return { kind: 'repository', type, id, url: repositoryPage(type, id.split('/').map(encodeURIComponent).join('/')) };
}

/** One for all: most repositories have nothing of most of what is kept of them. */
const none: readonly never[] = [];

function noneIfEmpty<Item>(items: readonly Item[]): readonly Item[] {
  return items.length === 0 ? none : items;
}

/** Turns what a rule saw into what reports show. */
export function toFinding(rule: RuleDescription, subject: Subject, breach: Breach, owner: string | undefined): Finding {
  return {
    rule: rule.id,
    severity: rule.severity,
    subject,
    message: breach.message,
    evidence: breach.evidence ?? none,
    mend: rule.mend,
    ...(breach.path === undefined ? {} : { path: breach.path }),
    fingerprint: fingerprintOf(rule.id, subject, breach.detail),
    ...(owner === undefined ? {} : { owner }),
    fixable: breach.fix !== undefined,
  };
}

/** One repository against every rule that covers it: what is kept of it until its page is done. */
export interface Judged extends Pick<GatheredFacts, 'hits' | 'line'> {
  readonly findings: readonly Finding[];
  readonly fixes: readonly PageResult['fixes'][number][];
  readonly exempted: readonly number[];
  readonly undecided: readonly Undecided[];
}

export async function judge(record: RepositoryRecord, judgement: Judgement): Promise<Judged> {
  const rules = judgement.rules.filter((rule) => rule.types.includes(record.type) && rule.covers(record.id));
  // The Hub answers nothing about the inside of a repository that it disabled.
  const asking = record.disabled ? [] : rules.filter((rule) => rule.need?.inQuestion(record));
  const gathered = await judgement.facts.gather(
    record,
    asking.flatMap((rule) => rule.need ?? []),
  );
  const subject = repositorySubject(record);
  const owner = judgement.ownerOf(subject);
  const findings: Finding[] = [];
  const fixes: PageResult['fixes'] = [];
  const exempted: number[] = [];
  const undecided: Undecided[] = [];
  for (const rule of rules) {
    const outcome = ask(rule, record, gathered, judgement.clock);
    if (outcome.undecided !== undefined) undecided.push(onlyOne(rule, outcome.undecided));
    const exemption = outcome.breaches.length > 0 ? judgement.exemptions.of(rule.description.id, subject) : undefined;
    for (const breach of outcome.breaches) {
      if (exemption !== undefined) {
        exempted.push(exemption);
        continue;
      }
      const finding = toFinding(rule.description, subject, breach, owner);
      findings.push(finding);
      if (breach.fix) fixes.push({ fingerprint: finding.fingerprint, change: breach.fix });
    }
  }
  return {
    findings: noneIfEmpty(findings),
    fixes: noneIfEmpty(fixes),
    exempted: noneIfEmpty(exempted),
    undecided: noneIfEmpty(undecided),
    hits: gathered.hits,
    line: gathered.line,
  };
}

function onlyOne(rule: ActiveRepositoryRule, reason: string): Undecided {
  return { rules: [rule.description.id], reason, count: 1 };
}

function ask(
  rule: ActiveRepositoryRule,
  record: RepositoryRecord,
  gathered: GatheredFacts,
  clock: Clock,
): { readonly breaches: readonly Breach[]; readonly undecided?: string } {
  const refused = rule.need && gathered.refused.get(rule.need.fact);
  if (refused !== undefined) return { breaches: [], undecided: refused };
  try {
    return { breaches: rule.check(record, gathered.facts, clock) };
  } catch (error) {
    // An expression of the policy's own may meet a record it was not written for; the other rules go on.
    const reason = error instanceof Error ? error.message : String(error);
    return { breaches: [], undecided: `The rule could not be asked: ${reason.slice(0, 200)}` };
  }
}

/** Repositories under way at once: more than there are requests, and few enough that what they make is soon let go. */
const judgedTogether = 128;

/**
 * In the order of the records. Each is taken up when another is done: a thousand that wait, each with a promise, would
 * outlive the collector's young generation. None is taken up after a failure.
 */
async function judgeAll(records: readonly RepositoryRecord[], judgement: Judgement): Promise<Judged[]> {
  const judged: Judged[] = [];
  const waiting = eachOf(records);
  const takeUp = async () => {
    for (const [index, record] of waiting) judged[index] = await judge(record, judgement);
  };
  await Promise.all(Array.from({ length: judgedTogether }, takeUp));
  return judged;
}

/** Unlike an array's own iterator, one that ends for all who share it when one of them throws. */
function* eachOf<Item>(items: readonly Item[]): Generator<[number, Item]> {
  yield* items.entries();
}

type Tally = Omit<PageResult, 'type' | 'next'>;

/** Adds up a page; the records themselves are let go. `nameAudited`: see PageResult.audited. */
export async function judgePage(
  records: readonly RepositoryRecord[],
  judgement: Judgement,
  nameAudited: boolean,
): Promise<Tally> {
  const judged = await judgeAll(records, judgement);
  const exempted: number[] = [];
  for (const index of judged.flatMap((one) => one.exempted)) exempted[index] = (exempted[index] ?? 0) + 1;
  return {
    repositories: records.length,
    usedStorage: records.reduce((sum, record) => sum + (record.usedStorage ?? 0), 0),
    cacheHits: judged.reduce((sum, one) => sum + one.hits, 0),
    findings: judged.flatMap((one) => one.findings),
    fixes: judged.flatMap((one) => one.fixes),
    exempted: Array.from(exempted, (count) => count ?? null),
    undecided: addUndecided(
      [],
      judged.flatMap((one) => one.undecided),
    ),
    cacheLines: judged.flatMap((one) => one.line ?? []),
    audited: nameAudited ? records.map(keyOf) : [],
  };
}

/** Distinct reasons in a report; an expression of the policy's own may fail in as many ways as there are repositories. */
const toldReasons = 50;

/** Equal reasons become one with their number. */
export function addUndecided(known: readonly Undecided[], more: readonly Undecided[]): Undecided[] {
  const byReason = new Map<string, Undecided>();
  for (const one of [...known, ...more]) {
    const exact = JSON.stringify([one.rules, one.reason]);
    const told = byReason.has(exact) || byReason.size < toldReasons ? one : { ...one, reason: 'For other reasons.' };
    const key = JSON.stringify([told.rules, told.reason]);
    byReason.set(key, { ...told, count: one.count + (byReason.get(key)?.count ?? 0) });
  }
  return [...byReason.values()];
}

import type { Log, Notification, ReportingDescriptor, Result, Run } from 'sarif';
import { shortened, visible } from '../../../text/harmless-text.ts';
import type { AuditReport, Finding, RuleDescription, Severity, Subject } from '../findings.ts';
import { talliesOf } from './tally.ts';
import { number, subjectName } from './words.ts';

/**
 * Code scanning stores the first 5,000 results of a run and refuses one of over 25,000
 * (https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit).
 */
const storedResults = 5_000;

/** Characters: an alert shows one paragraph. */
const messageLimit = 1_000;

const levels = { critical: 'error', high: 'error', medium: 'warning', low: 'note' } as const;

/** The middle of what code scanning calls by the same name: over 9, 7, 4 and 0. */
const securitySeverity: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
};

/** SARIF 2.1.0 for code scanning. Of a larger audit the worst findings only; a notification says how many are left out. */
export function auditSarif(report: AuditReport): Log {
  const rules = talliesOf(report)
    .byRule.map((tally) => tally.rule)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const ruleIndex = new Map(rules.map((rule, index) => [rule.id, index]));
  const isNew = report.comparison && new Set(report.comparison.new);
  const results = report.findings
    .slice(0, storedResults)
    .map((finding) => resultOf(finding, ruleIndex.get(finding.rule) ?? -1, isNew));
  const run: Run = {
    tool: { driver: { name: 'Hub audit', rules: rules.map(descriptorOf) } },
    automationDetails: { id: `hub-audit/${encodeURIComponent(report.namespace.toWellFormed())}/` },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: true,
        startTimeUtc: report.startedAt,
        endTimeUtc: report.finishedAt,
        toolExecutionNotifications: notifications(report),
      },
    ],
    results,
    properties: { score: report.score.value, findings: report.findings.length, policyDigest: report.policyDigest },
  };
  return { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
}

function resultOf(finding: Finding, ruleIndex: number, isNew: ReadonlySet<string> | undefined): Result {
  const { subject, fingerprint } = finding;
  const facts = finding.evidence.length > 0 ? ` (${finding.evidence.join('; ')})` : '';
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: levels[finding.severity],
    message: { text: plainMessage(`${subjectName(subject)}: ${finding.message}${facts}`) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: locationOf(finding) } },
        logicalLocations: [{ fullyQualifiedName: visible(subjectName(subject)), kind: kindOf(subject) }],
      },
    ],
    // Code scanning matches alerts by this key alone, and asks for `hash:occurrence`.
    partialFingerprints: { primaryLocationLineHash: `${fingerprint}:1`, 'hubAudit/v1': fingerprint },
    ...(URL.canParse(subject.url) ? { hostedViewerUri: new URL(subject.url).href } : {}),
    ...(isNew ? { baselineState: isNew.has(fingerprint) ? 'new' : 'unchanged' } : {}),
    properties: { mend: visible(finding.mend), ...(finding.owner ? { owner: visible(finding.owner) } : {}) },
  };
}

function descriptorOf(rule: RuleDescription): ReportingDescriptor {
  const help = `${rule.protects} ${rule.mend}`.trim() || rule.title;
  return {
    id: rule.id,
    name: pascalCase(rule.id),
    shortDescription: { text: plainMessage(rule.title) },
    fullDescription: { text: plainMessage(rule.protects || rule.title) },
    help: { text: plainMessage(help) },
    ...(URL.canParse(rule.helpUrl) ? { helpUri: rule.helpUrl } : {}),
    defaultConfiguration: { level: levels[rule.severity] },
    properties: {
      tags: ['security', 'hugging-face-hub', ...(rule.custom ? ['custom'] : [])],
      precision: 'very-high',
      'security-severity': securitySeverity[rule.severity],
    },
  };
}

function notifications(report: AuditReport): Notification[] {
  const left = report.findings.length - storedResults;
  const tooMany = `${number(left)} of ${number(report.findings.length)} findings are left out, the least severe ones: code scanning stores ${number(storedResults)} results of a run. The JSON and CSV reports have all of them.`;
  return [...(left > 0 ? [tooMany] : []), ...report.incomplete.map((reason) => reason.message)].map((text) => ({
    level: 'warning',
    message: { text: plainMessage(text) },
  }));
}

/**
 * Code scanning wants a path in the GitHub repository. A Hub repository is shown as a folder of its own, so that
 * alerts group by repository, and stays the same from run to run: the path is part of an alert's identity.
 */
function locationOf({ subject, path }: Finding): string {
  const folders = [`${kindOf(subject)}s`, ...subject.id.split('/')];
  const file = path ? path.split('/') : [subject.kind === 'namespace' ? (subject.member ?? 'settings') : 'README.md'];
  // `.` and `..` would make another path of it.
  return ['hub', ...folders, ...file]
    .filter((segment) => !/^\.{0,2}$/.test(segment))
    .map((segment) => encodeURIComponent(segment.toWellFormed()))
    .join('/');
}

function kindOf(subject: Subject): string {
  return subject.kind === 'repository' ? subject.type : 'namespace';
}

/** SARIF reads `[text](target)` as a link and `{0}` as a placeholder, also in plain text. */
function plainMessage(text: string): string {
  const line = visible(text)
    .replace(/\s+/g, ' ')
    .replaceAll('](', '] (')
    .replace(/\{(?=\d+\})/g, '{ ');
  return shortened(line.trim() || '–', messageLimit);
}

function pascalCase(id: string): string {
  return id.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9]?)/g, (_, letter: string) => letter.toUpperCase());
}

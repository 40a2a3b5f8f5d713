import { shortened } from '../../../text/harmless-text.ts';
import { code, type Html, html, joined, link } from '../../../text/html.ts';
import type { AuditReport, Finding, Subject } from '../findings.ts';
import { listing } from './listing.ts';
import { type OwnerTally, type RepositoryTally, type RuleTally, type Tallies, worstFirst } from './tally.ts';
import { countsInWords, number, plural, severityName, subjectName } from './words.ts';

export const marks = { critical: '🔴', high: '🟠', medium: '🟡', low: '🔵' } as const;

/** Characters of a sentence in a cell. */
const textLimit = 400;

export interface PageLimits {
  /** Bytes of UTF-8 that the page stays under: the shares of its lists sum up to nine tenths. */
  readonly bytes: number;
  /** Findings listed; the files have all of them. */
  readonly findings: number;
}

/** What a reader wants to know first. */
export function stateLists(report: AuditReport, tallies: Tallies, bytes: number): Html[] {
  return [
    listing({
      bytes: bytes * 0.05,
      title: 'What this audit could not see',
      columns: ['Rules', 'Why'],
      items: report.incomplete,
      row: (reason) => [
        reason.rules.length === 0 ? html`all` : code(reason.rules.join(', ')),
        html`${shortened(reason.message, textLimit)}${reason.repositories === undefined ? '' : ` (${plural(reason.repositories, 'repository', 'repositories')})`}`,
      ],
      most: 10,
    }),
    listing({
      bytes: bytes * 0.1,
      title: 'Worst repositories',
      columns: ['Repository', 'Findings', 'Rules', 'Who to ask'],
      items: tallies.byRepository,
      row: repositoryRow,
      most: 10,
    }),
    listing({
      bytes: bytes * 0.05,
      title: 'Who to ask',
      columns: ['Owner', ...worstFirst.map(severityName), 'Repositories'],
      items: tallies.byOwner.some((tally) => tally.owner !== undefined) ? tallies.byOwner : [],
      row: ownerRow,
      most: 15,
    }),
  ];
}

/** What a reader opens: the findings themselves, and what stands around them. */
export function findingLists(report: AuditReport, tallies: Tallies, limits: PageLimits): Html[] {
  const share = (part: number): { bytes: number; folded: boolean } => ({ bytes: limits.bytes * part, folded: true });
  const columns = ['', 'Repository', 'Rule', 'Finding', 'Who to ask'];
  return [
    listing({
      ...share(0.15),
      title: 'New since the last run',
      columns,
      items: tallies.newFindings,
      row: findingRow,
      most: 50,
    }),
    listing({
      ...share(0.1),
      title: 'Mended since the last run',
      columns: ['', 'Repository', 'Rule'],
      items: report.comparison?.mended ?? [],
      row: ({ severity, subject, rule }) => [html`${marks[severity]}`, subjectLink(subject), code(rule)],
      most: 50,
    }),
    listing({
      ...share(0.25),
      title: 'Findings',
      columns,
      items: report.findings,
      row: findingRow,
      most: limits.findings,
    }),
    listing({
      ...share(0.1),
      title: 'Rules',
      columns: ['Rule', 'Findings', 'What it protects', 'How to mend'],
      items: tallies.byRule,
      row: ruleRow,
      most: 100,
    }),
    listing({
      ...share(0.1),
      title: 'Accepted, exempted and out of date',
      columns: ['What', 'Why'],
      items: setAside(report),
      row: (pair) => pair,
      most: 100,
    }),
  ];
}

function findingRow(finding: Finding): Html[] {
  return [
    html`${marks[finding.severity]}`,
    subjectLink(finding.subject),
    code(finding.rule),
    html`${shortened(finding.message, textLimit)}`,
    finding.owner ? code(finding.owner) : html``,
  ];
}

function repositoryRow(tally: RepositoryTally): Html[] {
  return [
    subjectLink(tally.subject),
    html`${countsInWords(tally.counts)}${tally.new > 0 ? `; ${number(tally.new)} new` : ''}`,
    joined([...tally.rules].slice(0, 4).map(code), ' '),
    joined([...tally.owners].slice(0, 4).map(code), ' '),
  ];
}

function ownerRow(tally: OwnerTally): Html[] {
  const counts = worstFirst.map((severity) => html`${tally.counts[severity] || ''}`);
  const owner = tally.owner === undefined ? html`<i>nobody named in the policy</i>` : code(tally.owner);
  return [owner, ...counts, html`${number(tally.repositories.size)}`];
}

function ruleRow({ rule, total }: RuleTally): Html[] {
  const name = link(rule.helpUrl, rule.id);
  const count = total > 0 ? html`${marks[rule.severity]} ${number(total)}` : html`✅ holds`;
  return [name, count, html`${shortened(rule.protects, textLimit)}`, html`${shortened(rule.mend, textLimit)}`];
}

function setAside(report: AuditReport): Html[][] {
  const accepted = report.accepted.map(({ finding, reason, until }) => [
    html`${code(finding.rule)} in ${subjectLink(finding.subject)} is accepted${until ? html` until ${until}` : ''}`,
    html`${shortened(reason, textLimit)}`,
  ]);
  const exempted = report.exempted.map(({ rule, pattern, count, reason, until }) => [
    html`${code(rule)} exempts ${plural(count, 'finding')} of ${code(pattern)}${until ? html` until ${until}` : ''}`,
    html`${shortened(reason, textLimit)}`,
  ]);
  const notices = report.notices.map(({ message }) => [html`⚠️ ${shortened(message, textLimit)}`, html``]);
  return [...notices, ...exempted, ...accepted];
}

function subjectLink(subject: Subject): Html {
  const kind = subject.kind === 'repository' && subject.type !== 'model' ? html` <sub>${subject.type}</sub>` : html``;
  return html`${link(subject.url, subjectName(subject))}${kind}`;
}

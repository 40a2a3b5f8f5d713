import { shortened } from '../../../text/harmless-text.ts';
import { forMarkdown } from '../../../text/markdown.ts';
import type { AuditReport, Finding, Subject } from '../findings.ts';
import { type Tallies, talliesOf } from './tally.ts';
import {
  costInWords,
  countsInWords,
  minute,
  number,
  plural,
  repositoriesInWords,
  severityName,
  signed,
  subjectName,
} from './words.ts';

/** Rows: GitHub shows no larger files, and nobody reads on. */
const shownFindings = 2_000;

/** Characters of a cell. */
const cellLimit = 600;

/** The report as a Markdown file: for a wiki, a mail, or a repository that keeps the reports' history. */
export function auditMarkdown(report: AuditReport): string {
  const tallies = talliesOf(report);
  const parts = [
    heading(report, tallies),
    severityTable(tallies),
    section('What this audit could not see', incompleteTable(report)),
    section('Rules with findings', ruleTable(tallies)),
    section('Repositories', repositoryTable(tallies)),
    section('Who to ask', ownerTable(tallies)),
    section('New since the last run', findingTable(tallies.newFindings)),
    section('Mended since the last run', mendedTable(report)),
    section('Findings', findingTable(report.findings)),
    `${costInWords(report)}. ${forMarkdown(report.score.formula)}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function heading(report: AuditReport, { scoreChange }: Tallies): string {
  const change =
    scoreChange === undefined || !report.comparison
      ? ''
      : ` (${signed(scoreChange)} since ${minute(report.comparison.previousFinishedAt)})`;
  return `# Hub audit of ${forMarkdown(report.namespace)}

**Score ${report.score.value} of 100**${change}, ${minute(report.finishedAt)}. ${plural(report.findings.length, 'finding')} in ${plural(report.repositoriesTotal, 'repository', 'repositories')} (${repositoriesInWords(report)}).`;
}

function severityTable({ bySeverity, scoreChange }: Tallies): string {
  if (scoreChange === undefined) {
    return table(
      ['Severity', 'Findings'],
      bySeverity.map((tally) => [severityName(tally.severity), number(tally.count)]),
    );
  }
  const rows = bySeverity.map((tally) => [
    severityName(tally.severity),
    ...[tally.count, tally.new, tally.mended].map(number),
  ]);
  return table(['Severity', 'Findings', 'New', 'Mended'], rows);
}

function incompleteTable({ incomplete }: AuditReport): string {
  const rows = incomplete.map(({ rules, repositories, message }) => [
    cell(rules.join(', ') || 'all'),
    repositories === undefined ? '' : number(repositories),
    cell(message),
  ]);
  return table(['Rules', 'Repositories', 'Why'], rows);
}

function ruleTable({ byRule }: Tallies): string {
  const broken = byRule.filter((tally) => tally.total > 0);
  const rows = broken.map(({ rule, total }) => [
    cell(rule.id),
    severityName(rule.severity),
    number(total),
    cell(rule.mend),
  ]);
  return table(['Rule', 'Severity', 'Findings', 'How to mend'], rows);
}

function repositoryTable({ byRepository }: Tallies): string {
  const rows = byRepository
    .slice(0, 100)
    .map((tally) => [subject(tally.subject), countsInWords(tally.counts), cell([...tally.owners].join(', '))]);
  return table(['Repository', 'Findings', 'Who to ask'], rows, byRepository.length);
}

function ownerTable({ byOwner }: Tallies): string {
  const named = byOwner.flatMap((tally) => (tally.owner === undefined ? [] : [{ ...tally, owner: tally.owner }]));
  const rows = named.slice(0, 100).map((tally) => [cell(tally.owner), countsInWords(tally.counts)]);
  return table(['Owner', 'Findings'], rows, named.length);
}

function mendedTable({ comparison }: AuditReport): string {
  const mended = comparison?.mended ?? [];
  const rows = mended
    .slice(0, shownFindings)
    .map((one) => [severityName(one.severity), subject(one.subject), cell(one.rule)]);
  return table(['Severity', 'Repository', 'Rule'], rows, mended.length);
}

function findingTable(findings: readonly Finding[]): string {
  const rows = findings
    .slice(0, shownFindings)
    .map((one) => [
      severityName(one.severity),
      subject(one.subject),
      cell(one.rule),
      cell(one.message),
      cell(one.mend),
      cell(one.owner ?? ''),
    ]);
  return table(['Severity', 'Repository', 'Rule', 'Finding', 'How to mend', 'Who to ask'], rows, findings.length);
}

function section(title: string, body: string): string {
  return body === '' ? '' : `## ${title}\n\n${body}`;
}

/** Empty without rows; `total` where rows were left out. */
function table(columns: readonly string[], rows: readonly (readonly string[])[], total = rows.length): string {
  if (rows.length === 0) return '';
  const lines = [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const left = total - rows.length;
  return `${lines.join('\n')}${left > 0 ? `\n\n… and ${number(left)} more; the JSON and CSV reports have all of them.` : ''}`;
}

function cell(text: string): string {
  return forMarkdown(shortened(text, cellLimit));
}

function subject(of: Subject): string {
  const url = URL.parse(of.url);
  const name = cell(subjectName(of));
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return name;
  // Parentheses would end the address; `URL.href` holds no spaces or angle brackets.
  const address = url.href.replace(/[()|\\]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
  return `[${name}](${address})`;
}

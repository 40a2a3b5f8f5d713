import { code, type Html, html, joined, link, table } from '../../../text/html.ts';
import type { AuditReport } from '../findings.ts';
import { ruleChart } from './rule-chart.ts';
import { findingLists, marks, type PageLimits, stateLists } from './summary-lists.ts';
import { type Tallies, talliesOf } from './tally.ts';
import { costInWords, minute, number, plural, repositoriesInWords, severityName, signed } from './words.ts';

/** GitHub drops a summary of over 1 MiB whole; others may write to the same one. */
const summaryLimit = 900_000;

/** The page of the job summary. */
export function auditSummary(report: AuditReport): Html {
  return auditPage(report, { bytes: summaryLimit, findings: 100 });
}

/** The same page for any place that shows GitHub's Markdown. Whole rows are left out until it fits, and it says so. */
export function auditPage(report: AuditReport, limits: PageLimits): Html {
  const tallies = talliesOf(report);
  return joined([
    heading(report, tallies),
    severities(tallies),
    ruleChart(tallies.byRule) ?? html``,
    ...stateLists(report, tallies, limits.bytes),
    ...findingLists(report, tallies, limits),
    html`<p><sub>${costInWords(report)}. ${report.score.formula}</sub></p>\n`,
  ]);
}

function heading(report: AuditReport, tallies: Tallies): Html {
  const mark = report.findings.length === 0 ? '✅' : '🔎';
  const shard = report.shard === undefined ? html`` : html`, shard ${code(report.shard)}`;
  const change =
    tallies.scoreChange === undefined || !report.comparison
      ? html``
      : html` (${signed(tallies.scoreChange)} since ${minute(report.comparison.previousFinishedAt)})`;
  return html`<h3>${mark} Audit of ${link(report.namespaceUrl, report.namespace)}${shard}</h3>
<p><b>Score ${report.score.value} of 100</b>${change}<br>
${verdict(report)}</p>
`;
}

function verdict(report: AuditReport): Html {
  const looked = html`${plural(report.repositoriesTotal, 'repository', 'repositories')} (${repositoriesInWords(report)})`;
  if (report.findings.length === 0) return html`Nothing found in ${looked}.`;
  return html`${plural(report.findings.length, 'finding')}; ${number(report.repositoriesAffected)} of ${looked} ${report.repositoriesAffected === 1 ? 'is' : 'are'} affected.`;
}

function severities({ bySeverity, scoreChange }: Tallies): Html {
  const compared = scoreChange !== undefined;
  const rows = bySeverity.map((tally) => [
    html`${marks[tally.severity]} ${severityName(tally.severity)}`,
    html`<b>${number(tally.count)}</b>`,
    ...(compared ? [html`${number(tally.new)}`, html`${number(tally.mended)}`] : []),
  ]);
  return table(['Severity', 'Findings', ...(compared ? ['New', 'Mended'] : [])], rows);
}

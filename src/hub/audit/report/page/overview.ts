import type { AuditReport, Severity } from '../../findings.ts';
import type { SeverityTally, Tallies } from '../tally.ts';
import { minute, number, plural, repositoriesInWords, severityName, signed } from '../words.ts';
import { scoreRing, stackedBar } from './charts.ts';
import { type Markup, markup, outerLink } from './markup.ts';

/** What one wants to know in the first three seconds: how it stands, and whether it got better. */
export function overview(report: AuditReport, tallies: Tallies): Markup {
  return markup`<header class="top"><div>
<p class="eyebrow">Hub audit${report.shard === undefined ? '' : `, shard ${report.shard}`}</p>
<h1>${outerLink(report.namespaceUrl, report.namespace)}</h1></div>
<p class="quiet"><time datetime="${report.finishedAt}">${minute(report.finishedAt)}</time><br>${repositoriesInWords(report)}</p></header>
<section class="overview" aria-label="Overview">
<div class="card score">${scoreRing(report.score.value)}<div>${verdict(report, tallies)}</div></div>
<div class="tiles">${tallies.bySeverity.map((tally) => tile(tally, report.comparison !== undefined))}</div>
</section>
${incomplete(report)}`;
}

/** A filter of the table below, as an address of this page. */
export function filterLink(filter: Readonly<Record<string, string>>, label: string): Markup {
  // The whole label again: where a chart is narrow its end is cut off.
  return markup`<a href="#${new URLSearchParams(filter).toString()}" title="${label}">${label}</a>`;
}

function verdict(report: AuditReport, { scoreChange, newFindings }: Tallies): Markup {
  const { comparison } = report;
  const change =
    comparison === undefined || scoreChange === undefined
      ? markup`<p class="quiet">No earlier run to compare with.</p>`
      : markup`<p class="change ${scoreChange < 0 ? 'worse' : 'better'}"><b>${signed(scoreChange)}</b> since ${minute(comparison.previousFinishedAt)}</p>
<p>${newFindings.length > 0 ? filterLink({ new: '1' }, `${number(newFindings.length)} new`) : 'Nothing new'}, <a href="#mended">${number(comparison.mended.length)} mended</a></p>`;
  const affected = markup`<p class="lead">${plural(report.findings.length, 'finding')} in ${number(report.repositoriesAffected)} of ${plural(report.repositoriesTotal, 'repository', 'repositories')}</p>`;
  return markup`${affected}${stackedBar(report.counts.bySeverity, Math.max(1, report.findings.length))}${change}`;
}

function tile({ severity, count, new: fresh, mended }: SeverityTally, compared: boolean): Markup {
  const change = compared
    ? markup`<span class="quiet">${number(fresh)} new<br>${number(mended)} mended</span>`
    : markup``;
  return markup`<a class="card tile ${count > 0 ? severity : 'none'}" href="#severity=${severity}">${severityIcon(severity)}<span class="name">${severityName(severity)}</span><b>${number(count)}</b>${change}</a>
`;
}

/** A shape for each severity: colour alone says nothing to many eyes. */
export function severityIcon(severity: Severity): Markup {
  const shapes = {
    critical: markup`<path d="M4.7 1h6.6L15 4.7v6.6L11.3 15H4.7L1 11.3V4.7z"/>`,
    high: markup`<path d="M8 1.2 15.4 14.4H.6z"/>`,
    medium: markup`<path d="M8 .8 15.2 8 8 15.2.8 8z"/>`,
    low: markup`<circle cx="8" cy="8" r="6.4"/>`,
  };
  return markup`<svg class="icon ${severity}" viewBox="0 0 16 16" aria-hidden="true">${shapes[severity]}</svg>`;
}

function incomplete({ incomplete: reasons }: AuditReport): Markup {
  if (reasons.length === 0) return markup``;
  const items = reasons.map(({ rules, repositories, message }) => {
    const about = [
      ...(repositories === undefined ? [] : [plural(repositories, 'repository', 'repositories')]),
      ...(rules.length > 0 ? [`rules: ${rules.join(', ')}`] : []),
    ];
    return markup`<li>${message}${about.length > 0 ? markup` <span class="quiet">(${about.join('; ')})</span>` : markup``}</li>`;
  });
  return markup`<section class="card notice"><h2>What this audit could not see</h2><ul>${items}</ul></section>
`;
}

import { type AuditReport, auditedTypes } from '../../findings.ts';
import type { Tallies } from '../tally.ts';
import { number, severityName } from '../words.ts';
import { type Markup, markup } from './markup.ts';
import { severityIcon } from './overview.ts';

const columns = [
  ['severity', 'Severity'],
  ['subject', 'Repository'],
  ['rule', 'Rule'],
  ['message', 'Finding'],
  ['owner', 'Who to ask'],
  ['first-seen', 'First seen'],
] as const;

/** The frame of the table; the page's script fills it, page by page. */
export function findingsTable(report: AuditReport, tallies: Tallies): Markup {
  if (report.findings.length === 0) {
    return markup`<section class="card clean"><h2>Nothing found</h2><p>Every repository keeps every rule${report.incomplete.length > 0 ? ', as far as this audit could see' : ' that was asked'}.</p></section>
`;
  }
  const heads = columns.map(
    ([key, title]) =>
      markup`<th scope="col" role="columnheader" data-column="${key}"><button type="button">${title}<span class="arrow" aria-hidden="true"></span></button></th>`,
  );
  return markup`<section class="card findings" aria-labelledby="findings-title"><h2 id="findings-title" tabindex="-1">Findings</h2>
<noscript><p>The table needs JavaScript, which this viewer does not run. The CSV and JSON reports have the same findings.</p></noscript>
<div id="findings" hidden>${filters(report, tallies)}
<p id="shown" class="quiet" role="status"></p>
<div class="list"><div class="scroll"><table class="rows" role="table" aria-labelledby="findings-title" aria-describedby="shown"><thead role="rowgroup"><tr role="row">${heads}</tr></thead><tbody role="rowgroup"></tbody></table></div>
<nav class="pages" aria-label="Pages of findings"><button type="button" id="previous">Previous</button><span id="page" class="quiet"></span><button type="button" id="next">Next</button></nav></div>
</div></section>
`;
}

function filters(report: AuditReport, tallies: Tallies): Markup {
  const severities = tallies.bySeverity.map(
    ({ severity, count }) =>
      markup`<label class="pill ${severity}"><input type="checkbox" name="severity" value="${severity}">${severityIcon(severity)}${severityName(severity)} <span class="count">${number(count)}</span></label>`,
  );
  const rules = tallies.byRule
    .filter((tally) => tally.total > 0)
    .map(({ rule, total }): Option => [rule.id, `${rule.id} (${number(total)})`]);
  const owners = tallies.byOwner.map(
    ({ owner, total }): Option => [owner ?? '-', `${owner ?? 'nobody named'} (${number(total)})`],
  );
  const types = [...auditedTypes, 'namespace'].map((type): Option => [type, type]);
  const fresh = report.comparison
    ? markup`<label class="pill"><input type="checkbox" name="new" value="1">New <span class="count">${number(tallies.newFindings.length)}</span></label>`
    : markup``;
  return markup`<form id="filters" role="search" aria-label="Filter the findings">
<label class="field search"><span>Search</span><input type="search" name="q" placeholder="Repository, rule, file or text" autocomplete="off" spellcheck="false"></label>
${select('rule', 'Rule', rules.toSorted())}${select('owner', 'Who to ask', owners)}${select('type', 'Type', types)}
<fieldset><legend class="unseen">Severity</legend>${severities}${fresh}<button type="reset">Clear filters</button></fieldset></form>
`;
}

type Option = readonly [value: string, label: string];

function select(name: string, title: string, options: readonly Option[]): Markup {
  const items = options.map(([value, label]) => markup`<option value="${value}">${label}</option>`);
  return markup`<label class="field"><span>${title}</span><select name="${name}"><option value="">All</option>${items}</select></label>
`;
}

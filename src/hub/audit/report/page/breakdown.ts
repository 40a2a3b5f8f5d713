import type { AuditReport, MendedFinding } from '../../findings.ts';
import type { Tallies } from '../tally.ts';
import { costInWords, number, plural, severityName, shortName, subjectName } from '../words.ts';
import { type Bar, barChart } from './charts.ts';
import { type Markup, markup, outerLink } from './markup.ts';
import { filterLink, severityIcon } from './overview.ts';

/** Bars of a chart: as many as fit on a screen beside each other. */
const shownBars = 12;

/** Mended findings on the page; they are gone, and nobody works through them. */
const shownMended = 300;

/** Findings by rule, repository and owner. */
export function charts({ byRule, byRepository, byOwner }: Tallies): Markup {
  const broken = byRule.filter((tally) => tally.total > 0);
  if (broken.length === 0) return markup``;
  const rules = broken.map((tally): Bar => ({ ...tally, label: filterLink({ rule: tally.rule.id }, tally.rule.id) }));
  const repositories = byRepository.map((tally): Bar => {
    const { type, id } = tally.subject;
    return { ...tally, label: filterLink({ type, q: `"${id}"` }, shortName(tally.subject)) };
  });
  const owners = byOwner.map(
    (tally): Bar => ({
      ...tally,
      label:
        tally.owner === undefined
          ? filterLink({ owner: '-' }, 'nobody named')
          : filterLink({ owner: tally.owner }, tally.owner),
    }),
  );
  return markup`<div class="charts">
${chartOf('Findings by rule', 'Rule', rules)}${chartOf('Worst repositories', 'Repository', repositories)}${chartOf('Who to ask', 'Owner', owners)}</div>
`;
}

function chartOf(title: string, of: string, all: readonly Bar[]): Markup {
  if (all.length === 0) return markup``;
  return barChart({ title, of, bars: all.slice(0, shownBars), more: Math.max(0, all.length - shownBars) });
}

/** What the last run had found and this one no longer does. */
export function mended({ comparison }: AuditReport): Markup {
  const all = comparison?.mended ?? [];
  if (all.length === 0) return markup``;
  const left = all.length - shownMended;
  const rest = left > 0 ? markup`<p class="quiet">and ${number(left)} more in the JSON report</p>` : markup``;
  return markup`<details class="card" id="mended"><summary><h2>Mended since the last run <span class="count">${number(all.length)}</span></h2></summary>
<ul class="columns">${all.slice(0, shownMended).map(mendedItem)}</ul>${rest}</details>
`;
}

function mendedItem({ severity, subject, rule }: MendedFinding): Markup {
  return markup`<li>${severityIcon(severity)}<span class="unseen">${severityName(severity)}: </span>${outerLink(subject.url, shortName(subject))} <span class="quiet">${rule}</span></li>
`;
}

/** Every rule that was asked, also those that hold. */
export function rules({ byRule }: Tallies): Markup {
  const rows = byRule.map(
    ({
      rule,
      total,
    }) => markup`<tr><th scope="row">${outerLink(rule.helpUrl, rule.id)}</th><td>${severityIcon(rule.severity)} ${severityName(rule.severity)}</td>
<td class="number">${total > 0 ? filterLink({ rule: rule.id }, number(total)) : markup`<span class="holds">holds</span>`}</td><td>${rule.protects || rule.title}</td><td>${rule.mend}</td></tr>
`,
  );
  return markup`<details class="card"><summary><h2>Rules <span class="count">${number(byRule.length)}</span></h2></summary>
<div class="scroll" role="region" aria-label="Rules" tabindex="0"><table class="plain"><thead><tr><th scope="col">Rule</th><th scope="col">Severity</th><th scope="col" class="number">Findings</th><th scope="col">What it protects</th><th scope="col">How to mend</th></tr></thead>
<tbody>${rows}</tbody></table></div></details>
`;
}

/** Findings that do not count, with their reasons, and what no longer does anything in the policy. */
export function setAside(report: AuditReport): Markup {
  const notices = report.notices.map(({ message }) => markup`<li><b>Out of date:</b> ${message}</li>`);
  const exempted = report.exempted.map(
    ({ rule, pattern, count, reason, until }) =>
      markup`<li><code>${rule}</code> exempts ${plural(count, 'finding')} of <code>${pattern}</code>: ${reason}${untilDate(until)}</li>`,
  );
  const accepted = report.accepted.map(
    ({ finding, reason, until }) =>
      markup`<li><code>${finding.rule}</code> in ${outerLink(finding.subject.url, subjectName(finding.subject))} is accepted: ${reason}${untilDate(until)}</li>`,
  );
  const items = [...notices, ...exempted, ...accepted];
  if (items.length === 0) return markup``;
  return markup`<details class="card"><summary><h2>Accepted, exempted and out of date <span class="count">${number(items.length)}</span></h2></summary><ul>${items}</ul></details>
`;
}

export function fixes({ fixes: outcomes }: AuditReport): Markup {
  if (outcomes.length === 0) return markup``;
  const items = outcomes.map(
    ({ status, description, reason }) =>
      markup`<li><b>${status}</b> ${description}${reason ? markup` <span class="quiet">(${reason})</span>` : markup``}</li>`,
  );
  return markup`<details class="card" open><summary><h2>Fixes <span class="count">${number(items.length)}</span></h2></summary><ul>${items}</ul></details>
`;
}

export function footer(report: AuditReport): Markup {
  return markup`<footer class="quiet"><p>${report.score.formula}</p><p>${costInWords(report)}. Policy <code>${report.policyDigest.slice(0, 12)}</code>.</p></footer>
`;
}

function untilDate(until: string | undefined): Markup {
  return until ? markup` <span class="quiet">(until ${until.slice(0, 10)})</span>` : markup``;
}

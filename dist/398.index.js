export const id = 398;
export const ids = [398];
export const modules = {

/***/ 70398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  htmlFileName: () => (/* binding */ htmlFileName),
  reportFiles: () => (/* binding */ reportFiles),
  sarifFileName: () => (/* binding */ sarifFileName)
});

// EXTERNAL MODULE: ./build/hub/audit/report/words.js
var words = __webpack_require__(19458);
;// CONCATENATED MODULE: ./build/hub/audit/report/badges.js

/** The least score that earns each colour. */
const scoreColors = [
    [95, 'brightgreen'],
    [85, 'green'],
    [70, 'yellow'],
    [50, 'orange'],
];
const severityColors = { critical: 'red', high: 'orange', medium: 'yellow', low: 'blue' };
function auditBadges(report) {
    const { value } = report.score;
    return {
        score: badge('hub audit', `${value} / 100`, scoreColors.find(([least]) => value >= least)?.[1] ?? 'red'),
        findings: badge('hub findings', findingsMessage(report), findingsColor(report)),
    };
}
function findingsMessage({ findings, counts }) {
    return findings.length === 0 ? 'none' : (0,words/* countsInWords */.Pe)(counts.bySeverity) || (0,words/* plural */.LS)(findings.length, 'finding');
}
function findingsColor({ counts: { bySeverity } }) {
    const worst = ['critical', 'high', 'medium', 'low'].find((severity) => bySeverity[severity] > 0);
    return worst === undefined ? 'brightgreen' : severityColors[worst];
}
function badge(label, message, color) {
    return { schemaVersion: 1, label, message, color };
}

// EXTERNAL MODULE: ./node_modules/csv-stringify/lib/sync.js + 7 modules
var sync = __webpack_require__(96789);
// EXTERNAL MODULE: ./build/text/harmless-text.js
var harmless_text = __webpack_require__(27963);
;// CONCATENATED MODULE: ./build/hub/audit/report/chunks.js
/** Rows of a file that are in memory as text at once. */
const rowsInChunk = 1_000;
/**
 * Items as text, chunk by chunk: a hundred thousand findings as one string would take more memory than the audit
 * itself. `separator` stands between any two items.
 */
function* chunked(items, textOf, separator = '') {
    for (let start = 0; start < items.length; start += rowsInChunk) {
        const texts = items.slice(start, start + rowsInChunk).map(textOf);
        yield (start > 0 ? separator : '') + texts.join(separator);
    }
}

;// CONCATENATED MODULE: ./build/hub/audit/report/csv.js



const columns = [
    'severity',
    'rule',
    'type',
    'subject',
    'member',
    'path',
    'message',
    'evidence',
    'mend',
    'owner',
    'first_seen',
    'new',
    'fixable',
    'url',
    'fingerprint',
];
/**
 * Every finding as one row, RFC 4180. Names come from outside: a cell that a spreadsheet would run as a formula starts
 * with an apostrophe (https://owasp.org/www-community/attacks/CSV_Injection).
 */
function* auditCsv(report) {
    const isNew = new Set(report.comparison?.new);
    yield line(columns);
    yield* chunked(report.findings, (finding) => line(rowOf(finding, isNew.has(finding.fingerprint))));
}
function line(cells) {
    return (0,sync/* stringify */.A)([cells], { escape_formulas: true, record_delimiter: 'windows' });
}
function rowOf(finding, isNew) {
    const { subject } = finding;
    return [
        finding.severity,
        finding.rule,
        subject.kind === 'repository' ? subject.type : 'namespace',
        subject.id,
        subject.kind === 'namespace' ? (subject.member ?? '') : '',
        finding.path ?? '',
        finding.message,
        finding.evidence.join('; '),
        finding.mend,
        finding.owner ?? '',
        finding.firstSeen ?? '',
        String(isNew),
        String(finding.fixable),
        subject.url,
        finding.fingerprint,
    ].map(harmless_text/* visible */.RK);
}

;// CONCATENATED MODULE: ./build/hub/audit/report/json.js

/** Goes up when a reader of an older file would misread a newer one. */
const formatVersion = 1;
/** The whole report for other programs, one finding a line; a further field is no new version. */
function* auditJson(report) {
    const { findings, ...rest } = report;
    const head = JSON.stringify({ formatVersion, ...rest }, undefined, 2);
    yield `${head.slice(0, head.lastIndexOf('\n}'))},\n  "findings": [`;
    yield* chunked(findings, (finding) => `\n    ${JSON.stringify(finding)}`, ',');
    yield '\n  ]\n}\n';
}

;// CONCATENATED MODULE: ./build/text/markdown.js

/** Characters that begin or end emphasis, links, strikethrough, mathematics or an escape. */
const significant = /[\\*_[\]~$]/g;
/** For one line of a Markdown paragraph or table cell: the text is shown as it is, whatever it holds. */
function forMarkdown(text) {
    // forHtml first: it would escape the entities made here. A bare `www.` is a link already, with nothing behind it.
    return (0,harmless_text/* forHtml */.B2)(text)
        .replace(/(?<=\bwww)\./gi, '&#46;')
        .replace(significant, (character) => `&#${character.charCodeAt(0)};`);
}

// EXTERNAL MODULE: ./build/hub/audit/report/tally.js
var tally = __webpack_require__(22810);
;// CONCATENATED MODULE: ./build/hub/audit/report/markdown.js




/** Rows: GitHub shows no larger files, and nobody reads on. */
const shownFindings = 2_000;
/** Characters of a cell. */
const cellLimit = 600;
/** The report as a Markdown file: for a wiki, a mail, or a repository that keeps the reports' history. */
function auditMarkdown(report) {
    const tallies = (0,tally/* talliesOf */.MP)(report);
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
        `${(0,words/* costInWords */.M7)(report)}. ${forMarkdown(report.score.formula)}`,
    ];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
function heading(report, { scoreChange }) {
    const change = scoreChange === undefined || !report.comparison
        ? ''
        : ` (${(0,words/* signed */.x8)(scoreChange)} since ${(0,words/* minute */.Vc)(report.comparison.previousFinishedAt)})`;
    return `# Hub audit of ${forMarkdown(report.namespace)}

**Score ${report.score.value} of 100**${change}, ${(0,words/* minute */.Vc)(report.finishedAt)}. ${(0,words/* plural */.LS)(report.findings.length, 'finding')} in ${(0,words/* plural */.LS)(report.repositoriesTotal, 'repository', 'repositories')} (${(0,words/* repositoriesInWords */.n8)(report)}).`;
}
function severityTable({ bySeverity, scoreChange }) {
    if (scoreChange === undefined) {
        return table(['Severity', 'Findings'], bySeverity.map((tally) => [(0,words/* severityName */.vb)(tally.severity), (0,words/* number */.ai)(tally.count)]));
    }
    const rows = bySeverity.map((tally) => [
        (0,words/* severityName */.vb)(tally.severity),
        ...[tally.count, tally.new, tally.mended].map(words/* number */.ai),
    ]);
    return table(['Severity', 'Findings', 'New', 'Mended'], rows);
}
function incompleteTable({ incomplete }) {
    const rows = incomplete.map(({ rules, repositories, message }) => [
        cell(rules.join(', ') || 'all'),
        repositories === undefined ? '' : (0,words/* number */.ai)(repositories),
        cell(message),
    ]);
    return table(['Rules', 'Repositories', 'Why'], rows);
}
function ruleTable({ byRule }) {
    const broken = byRule.filter((tally) => tally.total > 0);
    const rows = broken.map(({ rule, total }) => [
        cell(rule.id),
        (0,words/* severityName */.vb)(rule.severity),
        (0,words/* number */.ai)(total),
        cell(rule.mend),
    ]);
    return table(['Rule', 'Severity', 'Findings', 'How to mend'], rows);
}
function repositoryTable({ byRepository }) {
    const rows = byRepository
        .slice(0, 100)
        .map((tally) => [subject(tally.subject), (0,words/* countsInWords */.Pe)(tally.counts), cell([...tally.owners].join(', '))]);
    return table(['Repository', 'Findings', 'Who to ask'], rows, byRepository.length);
}
function ownerTable({ byOwner }) {
    const named = byOwner.flatMap((tally) => (tally.owner === undefined ? [] : [{ ...tally, owner: tally.owner }]));
    const rows = named.slice(0, 100).map((tally) => [cell(tally.owner), (0,words/* countsInWords */.Pe)(tally.counts)]);
    return table(['Owner', 'Findings'], rows, named.length);
}
function mendedTable({ comparison }) {
    const mended = comparison?.mended ?? [];
    const rows = mended
        .slice(0, shownFindings)
        .map((one) => [(0,words/* severityName */.vb)(one.severity), subject(one.subject), cell(one.rule)]);
    return table(['Severity', 'Repository', 'Rule'], rows, mended.length);
}
function findingTable(findings) {
    const rows = findings
        .slice(0, shownFindings)
        .map((one) => [
        (0,words/* severityName */.vb)(one.severity),
        subject(one.subject),
        cell(one.rule),
        cell(one.message),
        cell(one.mend),
        cell(one.owner ?? ''),
    ]);
    return table(['Severity', 'Repository', 'Rule', 'Finding', 'How to mend', 'Who to ask'], rows, findings.length);
}
function section(title, body) {
    return body === '' ? '' : `## ${title}\n\n${body}`;
}
/** Empty without rows; `total` where rows were left out. */
function table(columns, rows, total = rows.length) {
    if (rows.length === 0)
        return '';
    const lines = [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
    const left = total - rows.length;
    return `${lines.join('\n')}${left > 0 ? `\n\n… and ${(0,words/* number */.ai)(left)} more; the JSON and CSV reports have all of them.` : ''}`;
}
function cell(text) {
    return forMarkdown((0,harmless_text/* shortened */.vI)(text, cellLimit));
}
function subject(of) {
    const url = URL.parse(of.url);
    const name = cell((0,words/* subjectName */.wn)(of));
    if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
        return name;
    // Parentheses would end the address; `URL.href` holds no spaces or angle brackets.
    const address = url.href.replace(/[()|\\]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
    return `[${name}](${address})`;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/hub/audit/report/page/markup.js

const entities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
/** Builds markup; what is filled in is escaped for text and for quoted attributes unless it is Markup already. */
function markup(parts, ...pieces) {
    return { markup: String.raw({ raw: parts }, ...pieces.map(rendered)) };
}
/** The address where a browser may follow it; a page that no link can leave otherwise. */
function safeAddress(address) {
    const url = URL.parse(address);
    return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : '';
}
/** A link to another site that learns nothing of this page; the bare text where the address is none. */
function outerLink(address, label) {
    const href = safeAddress(address);
    return href === '' ? markup `${label}` : markup `<a href="${href}" rel="noreferrer">${label}</a>`;
}
function rendered(piece) {
    if (typeof piece === 'number')
        return String(piece);
    if (typeof piece === 'string') {
        return (0,harmless_text/* visible */.RK)(piece).replace(/[&<>"']/g, (character) => entities[character] ?? character);
    }
    return 'markup' in piece ? piece.markup : piece.map((one) => one.markup).join('');
}

;// CONCATENATED MODULE: ./build/hub/audit/report/page/charts.js



/**
 * A table whose middle column is drawn: a screen reader reads names and numbers, eyes see bars. Each bar is as long as
 * its share of the longest.
 */
function barChart({ title, of, bars, more, note = markup `` }) {
    const longest = Math.max(1, ...bars.map((bar) => bar.total));
    const rest = more > 0 ? markup `<p class="quiet">and ${(0,words/* number */.ai)(more)} more in the table below</p>` : markup ``;
    return markup `<section class="card chart"><h2>${title}</h2>${note}
<table class="bars"><colgroup><col class="names"><col><col class="counts"></colgroup><thead class="unseen"><tr><th scope="col">${of}</th><th scope="col">By severity</th><th scope="col">Findings</th></tr></thead>
<tbody>${bars.map((bar) => barRow(bar, longest))}</tbody></table>${rest}</section>
`;
}
function barRow({ label, counts, total }, longest) {
    return markup `<tr><th scope="row">${label}</th><td>${stackedBar(counts, longest)}</td><td class="number">${(0,words/* number */.ai)(total)}</td></tr>
`;
}
/** Per cent: one finding beside a thousand is still to be seen. */
const leastWidth = 1.2;
/** Severities one after the other, worst first; `whole` is what the full width stands for. */
function stackedBar(counts, whole) {
    let left = 0;
    const pieces = tally/* worstFirst */.md.map((severity) => {
        const width = counts[severity] === 0 ? 0 : Math.max(leastWidth, (counts[severity] / whole) * 100);
        const piece = markup `<rect class="${severity}" x="${left.toFixed(3)}" width="${width.toFixed(3)}" height="10"/>`;
        left += width;
        return width > 0 ? piece : markup ``;
    });
    return markup `<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="${(0,words/* countsInWords */.Pe)(counts) || 'none'}">${pieces}</svg>`;
}
const radius = 52;
const circumference = 2 * Math.PI * radius;
/** The score as a ring that is as full as it is high. */
function scoreRing(score) {
    const level = score >= 90 ? 'good' : score >= 70 ? 'fair' : 'poor';
    const filled = (Math.min(100, Math.max(0, score)) / 100) * circumference;
    return markup `<svg class="ring" viewBox="0 0 128 128" role="img" aria-label="Score ${score} of 100">
<circle class="track" cx="64" cy="64" r="${radius}"/>
<circle class="${level}" cx="64" cy="64" r="${radius}" transform="rotate(-90 64 64)" stroke-dasharray="${filled.toFixed(2)} ${circumference.toFixed(2)}"/>
<text x="64" y="66" class="value">${score}</text><text x="64" y="86" class="unit">of 100</text></svg>`;
}

;// CONCATENATED MODULE: ./build/hub/audit/report/page/overview.js



/** What one wants to know in the first three seconds: how it stands, and whether it got better. */
function overview(report, tallies) {
    return markup `<header class="top"><div>
<p class="eyebrow">Hub audit${report.shard === undefined ? '' : `, shard ${report.shard}`}</p>
<h1>${outerLink(report.namespaceUrl, report.namespace)}</h1></div>
<p class="quiet"><time datetime="${report.finishedAt}">${(0,words/* minute */.Vc)(report.finishedAt)}</time><br>${(0,words/* repositoriesInWords */.n8)(report)}</p></header>
<section class="overview" aria-label="Overview">
<div class="card score">${scoreRing(report.score.value)}<div>${verdict(report, tallies)}</div></div>
<div class="tiles">${tallies.bySeverity.map((tally) => tile(tally, report.comparison !== undefined))}</div>
</section>
${incomplete(report)}`;
}
/** A filter of the table below, as an address of this page. */
function filterLink(filter, label) {
    // The whole label again: where a chart is narrow its end is cut off.
    return markup `<a href="#${new URLSearchParams(filter).toString()}" title="${label}">${label}</a>`;
}
function verdict(report, { scoreChange, newFindings }) {
    const { comparison } = report;
    const change = comparison === undefined || scoreChange === undefined
        ? markup `<p class="quiet">No earlier run to compare with.</p>`
        : markup `<p class="change ${scoreChange < 0 ? 'worse' : 'better'}"><b>${(0,words/* signed */.x8)(scoreChange)}</b> since ${(0,words/* minute */.Vc)(comparison.previousFinishedAt)}</p>
<p>${newFindings.length > 0 ? filterLink({ new: '1' }, `${(0,words/* number */.ai)(newFindings.length)} new`) : 'Nothing new'}, <a href="#mended">${(0,words/* number */.ai)(comparison.mended.length)} mended</a></p>`;
    const affected = markup `<p class="lead">${(0,words/* plural */.LS)(report.findings.length, 'finding')} in ${(0,words/* number */.ai)(report.repositoriesAffected)} of ${(0,words/* plural */.LS)(report.repositoriesTotal, 'repository', 'repositories')}</p>`;
    return markup `${affected}${stackedBar(report.counts.bySeverity, Math.max(1, report.findings.length))}${change}`;
}
function tile({ severity, count, new: fresh, mended }, compared) {
    const change = compared
        ? markup `<span class="quiet">${(0,words/* number */.ai)(fresh)} new<br>${(0,words/* number */.ai)(mended)} mended</span>`
        : markup ``;
    return markup `<a class="card tile ${count > 0 ? severity : 'none'}" href="#severity=${severity}">${severityIcon(severity)}<span class="name">${(0,words/* severityName */.vb)(severity)}</span><b>${(0,words/* number */.ai)(count)}</b>${change}</a>
`;
}
/** A shape for each severity: colour alone says nothing to many eyes. */
function severityIcon(severity) {
    const shapes = {
        critical: markup `<path d="M4.7 1h6.6L15 4.7v6.6L11.3 15H4.7L1 11.3V4.7z"/>`,
        high: markup `<path d="M8 1.2 15.4 14.4H.6z"/>`,
        medium: markup `<path d="M8 .8 15.2 8 8 15.2.8 8z"/>`,
        low: markup `<circle cx="8" cy="8" r="6.4"/>`,
    };
    return markup `<svg class="icon ${severity}" viewBox="0 0 16 16" aria-hidden="true">${shapes[severity]}</svg>`;
}
function incomplete({ incomplete: reasons }) {
    if (reasons.length === 0)
        return markup ``;
    const items = reasons.map(({ rules, repositories, message }) => {
        const about = [
            ...(repositories === undefined ? [] : [(0,words/* plural */.LS)(repositories, 'repository', 'repositories')]),
            ...(rules.length > 0 ? [`rules: ${rules.join(', ')}`] : []),
        ];
        return markup `<li>${message}${about.length > 0 ? markup ` <span class="quiet">(${about.join('; ')})</span>` : markup ``}</li>`;
    });
    return markup `<section class="card notice"><h2>What this audit could not see</h2><ul>${items}</ul></section>
`;
}

;// CONCATENATED MODULE: ./build/hub/audit/report/page/breakdown.js




/** Bars of a chart: as many as fit on a screen beside each other. */
const shownBars = 12;
/** Mended findings on the page; they are gone, and nobody works through them. */
const shownMended = 300;
/** Findings by rule, repository and owner. */
function charts({ byRule, byRepository, byOwner }) {
    const broken = byRule.filter((tally) => tally.total > 0);
    if (broken.length === 0)
        return markup ``;
    const rules = broken.map((tally) => ({ ...tally, label: filterLink({ rule: tally.rule.id }, tally.rule.id) }));
    const repositories = byRepository.map((tally) => {
        const { type, id } = tally.subject;
        return { ...tally, label: filterLink({ type, q: `"${id}"` }, (0,words/* shortName */.EU)(tally.subject)) };
    });
    const owners = byOwner.map((tally) => ({
        ...tally,
        label: tally.owner === undefined
            ? filterLink({ owner: '-' }, 'nobody named')
            : filterLink({ owner: tally.owner }, tally.owner),
    }));
    return markup `<div class="charts">
${chartOf('Findings by rule', 'Rule', rules)}${chartOf('Worst repositories', 'Repository', repositories)}${chartOf('Who to ask', 'Owner', owners)}</div>
`;
}
function chartOf(title, of, all) {
    if (all.length === 0)
        return markup ``;
    return barChart({ title, of, bars: all.slice(0, shownBars), more: Math.max(0, all.length - shownBars) });
}
/** What the last run had found and this one no longer does. */
function mended({ comparison }) {
    const all = comparison?.mended ?? [];
    if (all.length === 0)
        return markup ``;
    const left = all.length - shownMended;
    const rest = left > 0 ? markup `<p class="quiet">and ${(0,words/* number */.ai)(left)} more in the JSON report</p>` : markup ``;
    return markup `<details class="card" id="mended"><summary><h2>Mended since the last run <span class="count">${(0,words/* number */.ai)(all.length)}</span></h2></summary>
<ul class="columns">${all.slice(0, shownMended).map(mendedItem)}</ul>${rest}</details>
`;
}
function mendedItem({ severity, subject, rule }) {
    return markup `<li>${severityIcon(severity)}<span class="unseen">${(0,words/* severityName */.vb)(severity)}: </span>${outerLink(subject.url, (0,words/* shortName */.EU)(subject))} <span class="quiet">${rule}</span></li>
`;
}
/** Every rule that was asked, also those that hold. */
function rules({ byRule }) {
    const rows = byRule.map(({ rule, total, }) => markup `<tr><th scope="row">${outerLink(rule.helpUrl, rule.id)}</th><td>${severityIcon(rule.severity)} ${(0,words/* severityName */.vb)(rule.severity)}</td>
<td class="number">${total > 0 ? filterLink({ rule: rule.id }, (0,words/* number */.ai)(total)) : markup `<span class="holds">holds</span>`}</td><td>${rule.protects || rule.title}</td><td>${rule.mend}</td></tr>
`);
    return markup `<details class="card"><summary><h2>Rules <span class="count">${(0,words/* number */.ai)(byRule.length)}</span></h2></summary>
<div class="scroll" role="region" aria-label="Rules" tabindex="0"><table class="plain"><thead><tr><th scope="col">Rule</th><th scope="col">Severity</th><th scope="col" class="number">Findings</th><th scope="col">What it protects</th><th scope="col">How to mend</th></tr></thead>
<tbody>${rows}</tbody></table></div></details>
`;
}
/** Findings that do not count, with their reasons, and what no longer does anything in the policy. */
function setAside(report) {
    const notices = report.notices.map(({ message }) => markup `<li><b>Out of date:</b> ${message}</li>`);
    const exempted = report.exempted.map(({ rule, pattern, count, reason, until }) => markup `<li><code>${rule}</code> exempts ${(0,words/* plural */.LS)(count, 'finding')} of <code>${pattern}</code>: ${reason}${untilDate(until)}</li>`);
    const accepted = report.accepted.map(({ finding, reason, until }) => markup `<li><code>${finding.rule}</code> in ${outerLink(finding.subject.url, (0,words/* subjectName */.wn)(finding.subject))} is accepted: ${reason}${untilDate(until)}</li>`);
    const items = [...notices, ...exempted, ...accepted];
    if (items.length === 0)
        return markup ``;
    return markup `<details class="card"><summary><h2>Accepted, exempted and out of date <span class="count">${(0,words/* number */.ai)(items.length)}</span></h2></summary><ul>${items}</ul></details>
`;
}
function fixes({ fixes: outcomes }) {
    if (outcomes.length === 0)
        return markup ``;
    const items = outcomes.map(({ status, description, reason }) => markup `<li><b>${status}</b> ${description}${reason ? markup ` <span class="quiet">(${reason})</span>` : markup ``}</li>`);
    return markup `<details class="card" open><summary><h2>Fixes <span class="count">${(0,words/* number */.ai)(items.length)}</span></h2></summary><ul>${items}</ul></details>
`;
}
function footer(report) {
    return markup `<footer class="quiet"><p>${report.score.formula}</p><p>${(0,words/* costInWords */.M7)(report)}. Policy <code>${report.policyDigest.slice(0, 12)}</code>.</p></footer>
`;
}
function untilDate(until) {
    return until ? markup ` <span class="quiet">(until ${until.slice(0, 10)})</span>` : markup ``;
}

;// CONCATENATED MODULE: ./build/hub/audit/report/page/browser-script.js
/** Generated from browser/main.ts by scripts/report-script.ts: do not edit. */
const browserScript = 
// biome-ignore lint/suspicious/noTemplateCurlyInString: the text is a script of its own.
'(function(){let e=[`severity`,`subject`,`rule`,`message`,`owner`,`first-seen`];var t=class{#e;#t=[];#n=/* @__PURE__ */ new Map;constructor(e){this.#e=e}select(e){let t=this.#r(e),n=[];for(let[e,r]of this.#e.rows.entries())t(r,e)&&n.push(e);let r=this.#o(e.sort),i=e.descending?-1:1;return n.sort((e,t)=>i*((r[e]??0)-(r[t]??0))||e-t)}#r(e){let{severities:t,rules:i,subjects:a,owners:o}=this.#e,s=new Set(e.severities.map(e=>t.indexOf(e))),c=i.findIndex(({id:t})=>t===e.rule),l=e.owner===`-`?-1:n(o,e.owner)??NaN,{words:u,names:d}=r(e.text);return(t,n)=>(s.size===0||s.has(t[0]))&&(e.rule===``||t[1]===c)&&(e.owner===``||t[3]===l)&&(e.type===``||a[t[2]]?.type===e.type)&&(!e.onlyNew||t[5]===1)&&d.every(e=>a[t[2]]?.name.toLowerCase()===e)&&(u.length===0||this.#i(u,n))}#i(e,t){if(this.#t.length===0)for(let e of this.#e.rows)this.#t.push(this.#a(e));let n=this.#t[t]??``;return e.every(e=>n.includes(e))}#a(e){let{rules:t,subjects:n,owners:r}=this.#e,[,i,a,o,,,s,...c]=e;return[t[i]?.id,t[i]?.title,n[a]?.name,r[o],s,...c].join(`\n`).toLowerCase()}#o(e){let t=this.#n.get(e);if(t)return t;let n=this.#e.rows.map(t=>this.#s(t,e)),r=new Intl.Collator(`en`,{numeric:!0}),i=new Map([...new Set(n)].sort(r.compare).map((e,t)=>[e,t])),a=Uint32Array.from(n,e=>i.get(e)??0);return this.#n.set(e,a),a}#s(e,t){let{rules:n,subjects:r,owners:i}=this.#e;switch(t){case`severity`:return String(this.#e.severities.length-e[0]);case`subject`:return r[e[2]]?.name??``;case`rule`:return n[e[1]]?.id??``;case`message`:return e[7];case`owner`:return i[e[3]]??`￿`;case`first-seen`:return e[6]}}};function n(e,t){let n=e.indexOf(t);return n<0?void 0:n}function r(e){let t=[];return{words:e.toLowerCase().replace(/"([^"]+)"/g,(e,n)=>(t.push(n),` `)).split(/[\\s"]+/).filter(e=>e!==``),names:t}}let i=`-severity`;function a(e){let t=new URLSearchParams(e.replace(/^#/,``)),n=t.get(`sort`)??i,r=Number(t.get(`page`)??1)-1;return{query:{text:t.get(`q`)??``,severities:t.getAll(`severity`),rule:t.get(`rule`)??``,owner:t.get(`owner`)??``,type:t.get(`type`)??``,onlyNew:t.get(`new`)===`1`,sort:s(n.replace(/^-/,``)),descending:n.startsWith(`-`)},page:Number.isInteger(r)&&r>0?r:0}}function o({query:e,page:t}){let n=new URLSearchParams;for(let t of e.severities)n.append(`severity`,t);let r={rule:e.rule,owner:e.owner,type:e.type,q:e.text,new:e.onlyNew?`1`:``};for(let[e,t]of Object.entries(r))t!==``&&n.set(e,t);let a=`${e.descending?`-`:``}${e.sort}`;return a!==i&&n.set(`sort`,a),t>0&&n.set(`page`,String(t+1)),n.toString()}function s(t){return e.find(e=>e===t)??`severity`}function c(e,t){let n=document.querySelector(e);if(!(n instanceof t))throw Error(`The page has no ${e}.`);return n}function l(e,t={},...n){let r=document.createElement(e);for(let[e,n]of Object.entries(t))r.setAttribute(e,n);return r.append(...n),r}var u=class{#e;constructor(e){this.#e=e}of(e){let t=this.#e.rows[e];if(!t)return[];let n=this.#n(t,`finding-${e}`);return[this.#t(t,n),n]}#t(e,t){let{severities:n,rules:r,owners:i}=this.#e,[a,o,s,c,,u,m,h]=e;return l(`tr`,{role:`row`},d(`severity`,f(n[a]??``)),d(`subject`,this.#r(s),...this.#a(s)),d(`rule`,l(`code`,{},r[o]?.id??``)),d(`message`,p(h,t),...u?[` `,l(`span`,{class:`new`},`new`)]:[]),d(`owner`,i[c]??``),d(`first-seen`,m))}#n(e,t){let[,n,r,,i,,,,a,o,...s]=e,{rules:c,mends:u,subjects:d}=this.#e,f=l(`td`,{role:`cell`,colspan:`6`},l(`dl`,{},...[[`Rule`,[c[n]?.title??``]],[`Seen`,s.map(e=>l(`code`,{},e))],[`File`,a===``?[]:[this.#i(r,a)]],[`How to mend`,[u[i]??``]],[`Where`,[this.#r(r),` (${d[r]?.type??``})`]],[`Fingerprint`,[l(`code`,{},o)]]].filter(([,e])=>e.some(e=>e!==``)).flatMap(([e,t])=>[l(`dt`,{},e),l(`dd`,{},...t.flatMap(e=>[e,` `]))])));return l(`tr`,{role:`row`,class:`details`,id:t,hidden:``},f)}#r(e){let t=this.#e.subjects[e];if(!t)return``;let n=t.name.slice(t.name.indexOf(`/`)+1);return t.url===``?n:l(`a`,{href:t.url,rel:`noreferrer`},n)}#i(e,t){let n=this.#e.subjects[e]?.url??``,r=l(`code`,{},t);return n===``?r:l(`a`,{href:`${n}/blob/main/${t.split(`/`).map(encodeURIComponent).join(`/`)}`,rel:`noreferrer`},r)}#a(e){let t=this.#e.subjects[e]?.type??``;return t===`dataset`||t===`space`?[` `,l(`span`,{class:`kind`},t)]:[]}};function d(e,...t){return l(`td`,{role:`cell`,class:e},...t)}function f(e){let t=document.querySelector(`svg.icon.${CSS.escape(e)}`)?.cloneNode(!0);return l(`span`,{class:`badge ${e}`},...t?[t]:[],e)}function p(e,t){let n=l(`button`,{type:`button`,"aria-expanded":`false`,"aria-controls":t.id},e);return n.addEventListener(`click`,()=>{t.hidden=!t.hidden,n.setAttribute(`aria-expanded`,String(!t.hidden))}),n}document.querySelector(`#findings`)&&m();function m(){let e=JSON.parse(c(`#data`,HTMLScriptElement).textContent),n=new t(e),r=new u(e),i=c(`#filters`,HTMLFormElement),l=a(location.hash),d=t=>{let i=n.select(t.query),a=Math.min(t.page,Math.max(0,Math.ceil(i.length/50)-1));l={query:t.query,page:a};let s=i.slice(a*50,(a+1)*50);c(`table.rows tbody`,HTMLElement).replaceChildren(...s.length>0?s.flatMap(e=>r.of(e)):[x()]),b(i.length,e.rows.length,a),y(l.query),t!==m&&history.replaceState(null,``,`#${o(l)}`)},f=()=>{let e=a(location.hash);g(i,e.query),d(e)};i.addEventListener(`submit`,e=>e.preventDefault()),i.addEventListener(`input`,()=>d({query:{...h(i),..._(l.query)},page:0})),i.addEventListener(`reset`,()=>setTimeout(()=>d({query:{...h(i),..._(l.query)},page:0}))),c(`table.rows thead`,HTMLElement).addEventListener(`click`,e=>{let t=e.target instanceof Element?e.target.closest(`th`)?.getAttribute(`data-column`):void 0;typeof t==`string`&&d({query:{...l.query,...v(s(t),l.query)},page:0})});let p=e=>{d({query:l.query,page:l.page+e}),c(`#findings-title`,HTMLElement).scrollIntoView()};c(`#previous`,HTMLElement).addEventListener(`click`,()=>p(-1)),c(`#next`,HTMLElement).addEventListener(`click`,()=>p(1)),addEventListener(`hashchange`,()=>{if(!location.hash.includes(`=`))return;f();let e=c(`#findings-title`,HTMLElement);e.scrollIntoView(),e.focus({preventScroll:!0})});let m=l;c(`#findings`,HTMLElement).hidden=!1,g(i,m.query),d(m)}function h(e){let t=new FormData(e),n=e=>String(t.get(e)??``);return{text:n(`q`),severities:t.getAll(`severity`).map(String),rule:n(`rule`),owner:n(`owner`),type:n(`type`),onlyNew:t.has(`new`)}}function g(e,t){let n={q:[t.text],severity:t.severities,rule:[t.rule],owner:[t.owner],type:[t.type],new:t.onlyNew?[`1`]:[]};for(let t of e.elements)t instanceof HTMLInputElement&&t.type===`checkbox`?t.checked=n[t.name]?.includes(t.value)??!1:(t instanceof HTMLInputElement||t instanceof HTMLSelectElement)&&(t.value=n[t.name]?.[0]??``)}function _({sort:e,descending:t}){return{sort:e,descending:t}}function v(e,t){let n=e===`severity`||e===`first-seen`;return{sort:e,descending:e===t.sort?!t.descending:n}}function y({sort:e,descending:t}){for(let n of document.querySelectorAll(`table.rows th`))n.getAttribute(`data-column`)===e?n.setAttribute(`aria-sort`,t?`descending`:`ascending`):n.removeAttribute(`aria-sort`)}function b(e,t,n){let r=new Intl.NumberFormat(`en-US`),i=e===t?`${r.format(t)} findings`:`${r.format(e)} of ${r.format(t)} findings`,a=Math.min(e,(n+1)*50),o=e===0?``:`, showing ${r.format(n*50+1)}–${r.format(a)}`;c(`#shown`,HTMLElement).textContent=`${i}${o}`,c(`#page`,HTMLElement).textContent=`Page ${r.format(n+1)} of ${r.format(Math.max(1,Math.ceil(e/50)))}`,c(`#previous`,HTMLButtonElement).disabled=n===0,c(`#next`,HTMLButtonElement).disabled=a>=e}function x(){return l(`tr`,{role:`row`},l(`td`,{role:`cell`,colspan:`6`,class:`nothing`},`No finding matches these filters.`))}})();';

;// CONCATENATED MODULE: ./build/hub/audit/report/page/embedded-data.js





/** JSON that stays inside its script element, whatever the texts hold: no `<` is left that could end it. */
function* embeddedData(report) {
    const { rows, ...lists } = tableData(report);
    yield `${harmlessJson(lists).slice(0, -1)},"rows":[`;
    yield* chunked(rows, harmlessJson, ',');
    yield ']}';
}
function harmlessJson(value) {
    return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
function tableData(report) {
    const titles = new Map(report.rules.map((rule) => [rule.id, rule.title]));
    const rules = new Shared();
    const subjects = new Shared();
    const owners = new Shared();
    const mends = new Shared();
    const isNew = new Set(report.comparison?.new);
    const rows = report.findings.map((finding) => [
        tally/* worstFirst */.md.indexOf(finding.severity),
        rules.index(finding.rule, () => ({ id: (0,harmless_text/* visible */.RK)(finding.rule), title: (0,harmless_text/* visible */.RK)(titles.get(finding.rule) ?? '') })),
        subjects.index(subjectIdentity(finding), () => subjectOf(finding)),
        finding.owner ? owners.index(finding.owner, harmless_text/* visible */.RK) : -1,
        mends.index(finding.mend, harmless_text/* visible */.RK),
        isNew.has(finding.fingerprint) ? 1 : 0,
        (0,harmless_text/* visible */.RK)(finding.firstSeen ?? '').slice(0, 10),
        (0,harmless_text/* visible */.RK)(finding.message),
        (0,harmless_text/* visible */.RK)(finding.path ?? ''),
        finding.fingerprint,
        ...finding.evidence.map(harmless_text/* visible */.RK),
    ]);
    const lists = { rules: rules.items, subjects: subjects.items, owners: owners.items, mends: mends.items };
    return { severities: tally/* worstFirst */.md, ...lists, rows };
}
function subjectIdentity({ subject }) {
    return `${subject.kind === 'repository' ? subject.type : subject.kind} ${(0,words/* subjectName */.wn)(subject)}`;
}
function subjectOf({ subject }) {
    const type = subject.kind === 'repository' ? subject.type : subject.kind;
    return { type, name: (0,harmless_text/* visible */.RK)((0,words/* subjectName */.wn)(subject)), url: safeAddress(subject.url) };
}
/** Keeps one copy of what many rows share. */
class Shared {
    items = [];
    #indices = new Map();
    index(key, make) {
        const known = this.#indices.get(key);
        if (known !== undefined)
            return known;
        this.#indices.set(key, this.items.length);
        return this.items.push(make(key)) - 1;
    }
}

// EXTERNAL MODULE: ./build/hub/audit/findings.js
var findings = __webpack_require__(18136);
;// CONCATENATED MODULE: ./build/hub/audit/report/page/findings-table.js




const findings_table_columns = [
    ['severity', 'Severity'],
    ['subject', 'Repository'],
    ['rule', 'Rule'],
    ['message', 'Finding'],
    ['owner', 'Who to ask'],
    ['first-seen', 'First seen'],
];
/** The frame of the table; the page's script fills it, page by page. */
function findingsTable(report, tallies) {
    if (report.findings.length === 0) {
        return markup `<section class="card clean"><h2>Nothing found</h2><p>Every repository keeps every rule${report.incomplete.length > 0 ? ', as far as this audit could see' : ' that was asked'}.</p></section>
`;
    }
    const heads = findings_table_columns.map(([key, title]) => markup `<th scope="col" role="columnheader" data-column="${key}"><button type="button">${title}<span class="arrow" aria-hidden="true"></span></button></th>`);
    return markup `<section class="card findings" aria-labelledby="findings-title"><h2 id="findings-title" tabindex="-1">Findings</h2>
<noscript><p>The table needs JavaScript, which this viewer does not run. The CSV and JSON reports have the same findings.</p></noscript>
<div id="findings" hidden>${filters(report, tallies)}
<p id="shown" class="quiet" role="status"></p>
<div class="list"><div class="scroll"><table class="rows" role="table" aria-labelledby="findings-title" aria-describedby="shown"><thead role="rowgroup"><tr role="row">${heads}</tr></thead><tbody role="rowgroup"></tbody></table></div>
<nav class="pages" aria-label="Pages of findings"><button type="button" id="previous">Previous</button><span id="page" class="quiet"></span><button type="button" id="next">Next</button></nav></div>
</div></section>
`;
}
function filters(report, tallies) {
    const severities = tallies.bySeverity.map(({ severity, count }) => markup `<label class="pill ${severity}"><input type="checkbox" name="severity" value="${severity}">${severityIcon(severity)}${(0,words/* severityName */.vb)(severity)} <span class="count">${(0,words/* number */.ai)(count)}</span></label>`);
    const rules = tallies.byRule
        .filter((tally) => tally.total > 0)
        .map(({ rule, total }) => [rule.id, `${rule.id} (${(0,words/* number */.ai)(total)})`]);
    const owners = tallies.byOwner.map(({ owner, total }) => [owner ?? '-', `${owner ?? 'nobody named'} (${(0,words/* number */.ai)(total)})`]);
    const types = [...findings/* auditedTypes */.e, 'namespace'].map((type) => [type, type]);
    const fresh = report.comparison
        ? markup `<label class="pill"><input type="checkbox" name="new" value="1">New <span class="count">${(0,words/* number */.ai)(tallies.newFindings.length)}</span></label>`
        : markup ``;
    return markup `<form id="filters" role="search" aria-label="Filter the findings">
<label class="field search"><span>Search</span><input type="search" name="q" placeholder="Repository, rule, file or text" autocomplete="off" spellcheck="false"></label>
${findings_table_select('rule', 'Rule', rules.toSorted())}${findings_table_select('owner', 'Who to ask', owners)}${findings_table_select('type', 'Type', types)}
<fieldset><legend class="unseen">Severity</legend>${severities}${fresh}<button type="reset">Clear filters</button></fieldset></form>
`;
}
function findings_table_select(name, title, options) {
    const items = options.map(([value, label]) => markup `<option value="${value}">${label}</option>`);
    return markup `<label class="field"><span>${title}</span><select name="${name}"><option value="">All</option>${items}</select></label>
`;
}

;// CONCATENATED MODULE: ./build/hub/audit/report/page/style.js
/** Contrasts are at least 4.5:1 for text and 3:1 for shapes, in both schemes; a test holds that. */
const colors = `
:root{--page:#f5f6f8;--card:#fff;--ink:#161a22;--quiet:#565e6c;--line:#e2e5ea;--soft:#f0f2f5;--link:#2f4fc4;--focus:#2f4fc4;
--critical:#c2184b;--high:#dd5f14;--medium:#bd8500;--low:#3d78b4;--good:#1d8348;--fair:#bd8500;--poor:#c2184b;
--critical-soft:#fde8ee;--critical-ink:#8f0e35;--high-soft:#ffece0;--high-ink:#8a3300;--medium-soft:#fdf1cd;--medium-ink:#694b00;--low-soft:#e3eff9;--low-ink:#1d4c78;--good-ink:#14683a;--poor-ink:#a3123e}
@media(prefers-color-scheme:dark){:root{--page:#0d1015;--card:#161a21;--ink:#e9ecf1;--quiet:#9da6b4;--line:#2a303a;--soft:#1f242d;--link:#9db4ff;--focus:#9db4ff;
--critical:#ff5c86;--high:#ff8c4d;--medium:#e2b030;--low:#5fa6e6;--good:#4cc27f;--fair:#e2b030;--poor:#ff5c86;
--critical-soft:#46142a;--critical-ink:#ffb7ca;--high-soft:#43220f;--high-ink:#ffc5a3;--medium-soft:#3b2f0a;--medium-ink:#ffe08a;--low-soft:#132f49;--low-ink:#b3d7f8;--good-ink:#6fd69a;--poor-ink:#ff8fab}}
`;
const base = `
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:1rem}
body{margin:0;background:var(--page);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
main{max-width:1280px;margin:0 auto;padding:2rem 1.5rem 3rem;display:grid;gap:1.25rem;grid-template-columns:minmax(0,1fr)}
h1,h2,p,ul,dl,dd,fieldset{margin:0;padding:0}
h1{font-size:1.9rem;line-height:1.2;letter-spacing:-.02em;overflow-wrap:anywhere}
h2{font-size:1.02rem;line-height:1.4;letter-spacing:-.005em}
h2:focus{outline:none}
a{color:var(--link);text-decoration-color:color-mix(in srgb,currentColor 35%,transparent);text-underline-offset:.18em}
a:hover{text-decoration-color:currentColor}
h1 a{color:inherit;text-decoration:none}
h1 a:hover{text-decoration:underline}
code{font:.88em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:4px}
.quiet{color:var(--quiet);font-size:.9rem}
.number,.count{font-variant-numeric:tabular-nums}
.unseen,.skip:not(:focus){position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip:focus{position:fixed;top:.5rem;left:.5rem;padding:.5rem 1rem;background:var(--card);z-index:2}
.card{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:1.25rem 1.4rem}
svg.critical{fill:var(--critical)}svg.high{fill:var(--high)}svg.medium{fill:var(--medium)}svg.low{fill:var(--low)}
rect.critical{fill:var(--critical)}rect.high{fill:var(--high)}rect.medium{fill:var(--medium)}rect.low{fill:var(--low)}
.icon{width:.85rem;height:.85rem;flex:none;vertical-align:-.08em}
button,input,select{font:inherit;color:inherit}
button{cursor:pointer}
button:disabled{cursor:default;opacity:.45}
`;
const style_overview = `
.top{display:flex;justify-content:space-between;align-items:end;gap:1rem 2rem;flex-wrap:wrap}
.top>p{text-align:right}
.eyebrow{color:var(--quiet);font-size:.85rem;font-weight:600;letter-spacing:.02em}
.overview{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,6fr);gap:1.25rem}
.score{display:flex;align-items:center;gap:1.75rem}
.score>div{flex:1;min-width:0;display:grid;gap:.55rem}
.lead{font-size:1.12rem;font-weight:600;line-height:1.35}
.ring{width:8.5rem;height:8.5rem;flex:none}
.ring circle{fill:none;stroke-width:11;stroke-linecap:round}
.ring .track{stroke:var(--soft)}.ring .good{stroke:var(--good)}.ring .fair{stroke:var(--fair)}.ring .poor{stroke:var(--poor)}
.ring text{text-anchor:middle;fill:var(--ink)}
.ring .value{font-size:30px;font-weight:700;letter-spacing:-.03em}
.ring .unit{font-size:12px;fill:var(--quiet)}
.change{font-size:.95rem}.change.better b{color:var(--good-ink)}.change.worse b{color:var(--poor-ink)}
.tiles{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:1rem}
.tile{display:grid;grid-template-columns:auto 1fr;align-content:center;align-items:center;gap:.15rem .5rem;padding:1.1rem 1.1rem;color:inherit;text-decoration:none;transition:border-color .15s}
.tile:hover{border-color:var(--quiet)}
.tile .name{font-weight:600;font-size:.92rem}
.tile b{grid-column:1/-1;font-size:2rem;line-height:1.25;letter-spacing:-.03em;font-variant-numeric:tabular-nums}
.tile .quiet{grid-column:1/-1;font-size:.82rem}
.tile.none b{color:var(--quiet);font-weight:500}
.notice{border-left:4px solid var(--medium);padding-block:.9rem}
.notice ul,details ul{padding-left:1.2rem;margin-top:.4rem}
`;
const style_charts = `
.charts{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:1.25rem}
.chart h2{margin-bottom:.6rem}
.bars{width:100%;border-collapse:collapse;table-layout:fixed;font-size:.88rem}
.bars th{font-weight:400;text-align:left;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;padding:.2rem .7rem .2rem 0}
.bars th a{color:inherit;text-decoration-color:transparent}
.bars th a:hover{text-decoration-color:currentColor}
.bars td{padding:.2rem 0;vertical-align:middle}
.bars .names{width:55%}.bars .counts{width:3.4rem}
.bars .number{text-align:right;color:var(--quiet)}
.bar{display:block;width:100%;height:.62rem;border-radius:.31rem;overflow:hidden}
.score .bar{background:var(--soft);height:.7rem}
.chart>.quiet{margin-top:.5rem;font-size:.85rem}
`;
const style_findings = `
.findings{padding-bottom:0}
.rows .kind{color:var(--quiet);font-size:.82rem;white-space:nowrap}
#filters{display:grid;grid-template-columns:2fr 1.4fr 1.2fr .8fr;gap:.8rem 1rem;margin-top:.9rem}
.field{display:grid;gap:.25rem;font-size:.85rem;color:var(--quiet)}
.field input,.field select{width:100%;height:2.4rem;padding:0 .75rem;font-size:.95rem;color:var(--ink);background:var(--card);border:1px solid color-mix(in srgb,var(--quiet) 70%,transparent);border-radius:9px}
fieldset{grid-column:1/-1;border:0;display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;min-width:0}
.pill{display:inline-flex;align-items:center;gap:.45rem;padding:.28rem .8rem;border:1px solid var(--line);border-radius:99px;cursor:pointer;font-size:.9rem}
.pill:hover{border-color:var(--quiet)}
.pill input{position:absolute;opacity:0;width:1px;height:1px}
.pill:has(:checked){background:var(--ink);border-color:var(--ink);color:var(--card)}
.pill:has(:checked) .icon{fill:currentColor}
.pill:has(:checked) .count{color:inherit}
.pill:has(:focus-visible){outline:2px solid var(--focus);outline-offset:2px}
.count{color:var(--quiet);font-weight:400}
button[type=reset],nav button{border:1px solid var(--line);border-radius:9px;background:none;padding:.28rem .8rem;font-size:.9rem}
button[type=reset]{border-color:transparent;color:var(--link)}
button[type=reset]:hover,nav button:hover:enabled{border-color:var(--quiet)}
#shown{margin:1rem 0 .4rem}
.pages{display:flex;align-items:center;justify-content:flex-end;gap:.9rem;position:sticky;bottom:0;background:var(--card);border-top:1px solid var(--line);margin:0 -1.4rem;padding:.6rem 1.4rem;border-radius:0 0 14px 14px}
.scroll{overflow-x:auto;margin:0 -1.4rem;padding:0 1.4rem}
.rows,.plain{width:100%;border-collapse:collapse;font-size:.92rem}
.rows{table-layout:fixed}
.rows th,.plain th,.plain td,.rows td{text-align:left;vertical-align:top;padding:.55rem .9rem .55rem 0;border-top:1px solid var(--line);font-weight:400;overflow-wrap:anywhere}
.rows thead th,.plain thead th{border-top:0;border-bottom:1px solid var(--line);padding-top:.2rem;color:var(--quiet);font-size:.85rem;white-space:nowrap}
.rows tbody tr:first-child td,.plain tbody tr:first-child>*{border-top:0}
.plain .number{text-align:right}
.plain{min-width:52rem}.plain td:nth-child(2){white-space:nowrap}
.rows th:nth-child(1){width:7rem}.rows th:nth-child(2){width:24%}.rows th:nth-child(3){width:16%}.rows th:nth-child(5){width:14%}.rows th:nth-child(6){width:6.6rem}
.rows th button{all:unset;cursor:pointer;border-radius:4px}
.rows th button:hover{color:var(--ink)}
.rows th button:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
.rows th[aria-sort]{color:var(--ink);font-weight:600}
.arrow{display:inline-block;width:1em;text-align:right}
th[aria-sort=ascending] .arrow::after{content:"↑"}th[aria-sort=descending] .arrow::after{content:"↓"}
.badge{display:inline-flex;align-items:center;gap:.4rem;padding:.05rem .6rem .05rem .5rem;border-radius:99px;font-size:.84rem;white-space:nowrap}
.badge.critical{background:var(--critical-soft);color:var(--critical-ink)}.badge.high{background:var(--high-soft);color:var(--high-ink)}
.badge.medium{background:var(--medium-soft);color:var(--medium-ink)}.badge.low{background:var(--low-soft);color:var(--low-ink)}
.badge .icon{width:.7rem;height:.7rem}
.new{background:var(--soft);border:1px solid var(--line);border-radius:6px;padding:0 .4rem;font-size:.78rem}
.rows .message button{all:unset;cursor:pointer;border-radius:4px}
.rows .message button::before{content:"";display:inline-block;border:.3em solid transparent;border-left:.42em solid var(--quiet);border-right:0;margin-right:.5em;transition:transform .12s}
.rows .message button[aria-expanded=true]::before{transform:rotate(90deg)}
.rows .message button:hover{text-decoration:underline;text-underline-offset:.18em}
.rows .message button:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
.rows .owner,.rows .first-seen{color:var(--quiet)}
.rows .first-seen{white-space:nowrap;padding-right:0;font-variant-numeric:tabular-nums}
.rows tr.details>td{border-top:0;padding:0 0 .9rem}
.details dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.25rem 1.2rem;background:var(--soft);border-radius:10px;padding:.8rem 1rem}
.details dt{color:var(--quiet)}
.nothing{color:var(--quiet);text-align:center!important;padding:2.5rem 0!important}
.clean{text-align:center;padding:3rem 1rem}
`;
const rest = `
summary{cursor:pointer;list-style:none;display:flex;align-items:center;gap:.6rem}
summary::-webkit-details-marker{display:none}
summary::before{content:"";border:.32em solid transparent;border-left:.45em solid var(--quiet);border-right:0;transition:transform .12s}
details[open]>summary::before{transform:rotate(90deg)}
summary+*{margin-top:.8rem}
summary .count{margin-left:.3rem}
.columns{columns:22rem;column-gap:2rem;list-style:none;padding:0!important}
.columns li{break-inside:avoid;padding:.15rem 0;overflow-wrap:anywhere}
.columns .icon{margin-right:.5rem}.columns .quiet{white-space:nowrap}
.holds{color:var(--good-ink)}
footer{display:grid;gap:.2rem;padding:0 .2rem}
@media(max-width:1080px){.overview{grid-template-columns:minmax(0,1fr)}.charts{grid-template-columns:repeat(2,minmax(0,1fr))}#filters{grid-template-columns:1fr 1fr}}
@media(max-width:720px){main{padding:1.25rem .9rem 2rem;gap:.9rem}.card{padding:1rem}.charts,.overview{grid-template-columns:minmax(0,1fr);gap:.9rem}.top>p{text-align:left}
.tiles{grid-template-columns:1fr 1fr;gap:.9rem}.ring{width:6.5rem;height:6.5rem}.score{gap:1.1rem}.lead{font-size:1rem}
#filters{grid-template-columns:minmax(0,1fr)}.scroll,.pages{margin-inline:-1rem;padding-inline:1rem}
.rows,.rows tbody,.rows tr:not([hidden]),.rows td{display:block}
.rows thead{display:block}.rows thead tr{display:flex!important;flex-wrap:wrap;gap:.2rem 1.1rem;padding-bottom:.5rem;border-bottom:1px solid var(--line)}.rows thead th{width:auto!important;border:0;padding:0}
.rows tbody tr:not(.details){position:relative;padding:.7rem 0;border-top:1px solid var(--line)}.rows tbody tr:first-child{border-top:0}
.rows td{border:0!important;padding:.12rem 0}.rows td.first-seen{position:absolute;top:.75rem;right:0;font-size:.85rem}.rows td:empty{display:none!important}}
@media(prefers-reduced-motion:reduce){*{transition:none!important;scroll-behavior:auto!important}}
@media print{body{background:none}#filters,.pages,.skip{display:none}.card{break-inside:avoid}}
`;
/** The whole style of the report's page. */
const style = [colors, base, style_overview, style_charts, style_findings, rest].join('').trim();

;// CONCATENATED MODULE: ./build/hub/audit/report/page/report-page.js









/**
 * The report as one HTML file that asks no network for anything: its policy lets only this script and this style run,
 * so that even markup that should have slipped through could do nothing.
 */
function* auditHtml(report) {
    const tallies = (0,tally/* talliesOf */.MP)(report);
    const policy = `default-src 'none'; script-src ${sourceHash(browserScript)}; style-src ${sourceHash(style)}; base-uri 'none'; form-action 'none'`;
    yield markup `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">
<title>Hub audit of ${report.namespace}: ${report.score.value} of 100</title><style>${{ markup: style }}</style></head>
<body><a class="skip" href="#findings-title">Skip to the findings</a>
<main>${overview(report, tallies)}${charts(tallies)}${fixes(report)}${findingsTable(report, tallies)}${mended(report)}${rules(tallies)}${setAside(report)}${footer(report)}</main>
<script type="application/json" id="data">`.markup;
    yield* embeddedData(report);
    yield `</script>
<script>${browserScript}</script></body></html>
`;
}
function sourceHash(source) {
    return `'sha256-${(0,external_node_crypto_.createHash)('sha256').update(source).digest('base64')}'`;
}

;// CONCATENATED MODULE: ./build/hub/audit/report/sarif.js



/**
 * Code scanning stores the first 5,000 results of a run and refuses one of over 25,000
 * (https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit).
 */
const storedResults = 5_000;
/** Characters: an alert shows one paragraph. */
const messageLimit = 1_000;
const levels = { critical: 'error', high: 'error', medium: 'warning', low: 'note' };
/** The middle of what code scanning calls by the same name: over 9, 7, 4 and 0. */
const securitySeverity = {
    critical: '9.5',
    high: '8.0',
    medium: '5.5',
    low: '2.0',
};
/** SARIF 2.1.0 for code scanning. Of a larger audit the worst findings only; a notification says how many are left out. */
function auditSarif(report) {
    const rules = (0,tally/* talliesOf */.MP)(report)
        .byRule.map((tally) => tally.rule)
        .sort((a, b) => (a.id < b.id ? -1 : 1));
    const ruleIndex = new Map(rules.map((rule, index) => [rule.id, index]));
    const isNew = report.comparison && new Set(report.comparison.new);
    const results = report.findings
        .slice(0, storedResults)
        .map((finding) => resultOf(finding, ruleIndex.get(finding.rule) ?? -1, isNew));
    const run = {
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
function resultOf(finding, ruleIndex, isNew) {
    const { subject, fingerprint } = finding;
    const facts = finding.evidence.length > 0 ? ` (${finding.evidence.join('; ')})` : '';
    return {
        ruleId: finding.rule,
        ruleIndex,
        level: levels[finding.severity],
        message: { text: plainMessage(`${(0,words/* subjectName */.wn)(subject)}: ${finding.message}${facts}`) },
        locations: [
            {
                physicalLocation: { artifactLocation: { uri: locationOf(finding) } },
                logicalLocations: [{ fullyQualifiedName: (0,harmless_text/* visible */.RK)((0,words/* subjectName */.wn)(subject)), kind: kindOf(subject) }],
            },
        ],
        // Code scanning matches alerts by this key alone, and asks for `hash:occurrence`.
        partialFingerprints: { primaryLocationLineHash: `${fingerprint}:1`, 'hubAudit/v1': fingerprint },
        ...(URL.canParse(subject.url) ? { hostedViewerUri: new URL(subject.url).href } : {}),
        ...(isNew ? { baselineState: isNew.has(fingerprint) ? 'new' : 'unchanged' } : {}),
        properties: { mend: (0,harmless_text/* visible */.RK)(finding.mend), ...(finding.owner ? { owner: (0,harmless_text/* visible */.RK)(finding.owner) } : {}) },
    };
}
function descriptorOf(rule) {
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
function notifications(report) {
    const left = report.findings.length - storedResults;
    const tooMany = `${(0,words/* number */.ai)(left)} of ${(0,words/* number */.ai)(report.findings.length)} findings are left out, the least severe ones: code scanning stores ${(0,words/* number */.ai)(storedResults)} results of a run. The JSON and CSV reports have all of them.`;
    return [...(left > 0 ? [tooMany] : []), ...report.incomplete.map((reason) => reason.message)].map((text) => ({
        level: 'warning',
        message: { text: plainMessage(text) },
    }));
}
/**
 * Code scanning wants a path in the GitHub repository. A Hub repository is shown as a folder of its own, so that
 * alerts group by repository, and stays the same from run to run: the path is part of an alert's identity.
 */
function locationOf({ subject, path }) {
    const folders = [`${kindOf(subject)}s`, ...subject.id.split('/')];
    const file = path ? path.split('/') : [subject.kind === 'namespace' ? (subject.member ?? 'settings') : 'README.md'];
    // `.` and `..` would make another path of it.
    return ['hub', ...folders, ...file]
        .filter((segment) => !/^\.{0,2}$/.test(segment))
        .map((segment) => encodeURIComponent(segment.toWellFormed()))
        .join('/');
}
function kindOf(subject) {
    return subject.kind === 'repository' ? subject.type : 'namespace';
}
/** SARIF reads `[text](target)` as a link and `{0}` as a placeholder, also in plain text. */
function plainMessage(text) {
    const line = (0,harmless_text/* visible */.RK)(text)
        .replace(/\s+/g, ' ')
        .replaceAll('](', '] (')
        .replace(/\{(?=\d+\})/g, '{ ');
    return (0,harmless_text/* shortened */.vI)(line.trim() || '–', messageLimit);
}
function pascalCase(id) {
    return id.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9]?)/g, (_, letter) => letter.toUpperCase());
}

;// CONCATENATED MODULE: ./build/hub/audit/report/files.js






/** What `report-path` and `sarif-path` name. */
const htmlFileName = 'hub-audit.html';
const sarifFileName = 'hub-audit.sarif';
/** Every file that an audit leaves, in the order in which they are worth writing. */
function reportFiles(report) {
    return [
        { name: 'hub-audit.json', chunks: () => auditJson(report) },
        { name: htmlFileName, chunks: () => auditHtml(report) },
        { name: sarifFileName, chunks: () => [`${JSON.stringify(auditSarif(report))}\n`] },
        { name: 'hub-audit.csv', chunks: () => auditCsv(report) },
        { name: 'hub-audit.md', chunks: () => [auditMarkdown(report)] },
        { name: 'hub-audit-badge.json', chunks: () => [`${JSON.stringify(auditBadges(report).score)}\n`] },
        { name: 'hub-audit-findings-badge.json', chunks: () => [`${JSON.stringify(auditBadges(report).findings)}\n`] },
    ];
}


/***/ }),

/***/ 22810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MP: () => (/* binding */ talliesOf),
/* harmony export */   md: () => (/* binding */ worstFirst)
/* harmony export */ });
/* unused harmony export subjectKey */
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18136);

/** As people read them: the worst first. */
const worstFirst = _findings_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .g.toReversed();
function talliesOf(report) {
    const isNew = new Set(report.comparison?.new);
    return {
        bySeverity: bySeverity(report, isNew),
        byRule: byRule(report, isNew),
        byRepository: byRepository(report.findings, isNew),
        byOwner: byOwner(report.findings, isNew),
        newFindings: report.findings.filter((finding) => isNew.has(finding.fingerprint)),
        scoreChange: report.comparison && rounded(report.score.value - report.comparison.previousScore),
    };
}
/** A repository's own name is not enough: a model and a dataset may share one. */
function subjectKey(subject) {
    return subject.kind === 'repository' ? `${subject.type} ${subject.id}` : `namespace ${subject.id}`;
}
function bySeverity(report, isNew) {
    const fresh = emptyTally();
    for (const finding of report.findings)
        if (isNew.has(finding.fingerprint))
            fresh.counts[finding.severity] += 1;
    const mended = emptyTally();
    for (const { severity } of report.comparison?.mended ?? [])
        mended.counts[severity] += 1;
    return worstFirst.map((severity) => ({
        severity,
        count: report.counts.bySeverity[severity],
        new: fresh.counts[severity],
        mended: mended.counts[severity],
    }));
}
function byRule(report, isNew) {
    const tallies = new Map(report.rules.map((rule) => [rule.id, { ...emptyTally(), rule }]));
    for (const finding of report.findings) {
        const tally = tallies.get(finding.rule) ?? { ...emptyTally(), rule: unlistedRule(finding) };
        tallies.set(finding.rule, tally);
        count(tally, finding, isNew);
    }
    return [...tallies.values()].sort(worse);
}
function byRepository(findings, isNew) {
    const tallies = new Map();
    for (const finding of findings) {
        const { subject } = finding;
        if (subject.kind !== 'repository')
            continue;
        const key = subjectKey(subject);
        const tally = tallies.get(key) ?? { ...emptyTally(), subject, owners: new Set(), rules: new Set() };
        tallies.set(key, tally);
        count(tally, finding, isNew);
        tally.rules.add(finding.rule);
        if (finding.owner)
            tally.owners.add(finding.owner);
    }
    return [...tallies.values()].sort(worse);
}
/** Those whom nobody owns come last: there is nobody to ask. */
function byOwner(findings, isNew) {
    const tallies = new Map();
    for (const finding of findings) {
        const owner = finding.owner || undefined;
        const tally = tallies.get(owner) ?? { ...emptyTally(), owner, repositories: new Set() };
        tallies.set(owner, tally);
        count(tally, finding, isNew);
        if (finding.subject.kind === 'repository')
            tally.repositories.add(subjectKey(finding.subject));
    }
    const nobody = (tally) => (tally.owner === undefined ? 1 : 0);
    return [...tallies.values()].sort((a, b) => nobody(a) - nobody(b) || worse(a, b));
}
function count(tally, finding, isNew) {
    tally.counts[finding.severity] += 1;
    tally.total += 1;
    if (isNew.has(finding.fingerprint))
        tally.new += 1;
}
function emptyTally() {
    return { counts: { low: 0, medium: 0, high: 0, critical: 0 }, total: 0, new: 0 };
}
/** One critical finding is worse than any number of high ones. */
function worse(a, b) {
    for (const severity of worstFirst) {
        const difference = b.counts[severity] - a.counts[severity];
        if (difference !== 0)
            return difference;
    }
    return 0;
}
/** A merged report may hold findings of a rule that this policy no longer lists. */
function unlistedRule({ rule, severity, mend }) {
    return { id: rule, title: rule, severity, protects: '', mend, fixable: false, custom: true, helpUrl: '' };
}
function rounded(value) {
    return Math.round(value * 10) / 10;
}


/***/ }),

/***/ 19458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ shortName),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   M7: () => (/* binding */ costInWords),
/* harmony export */   Pe: () => (/* binding */ countsInWords),
/* harmony export */   Vc: () => (/* binding */ minute),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   n8: () => (/* binding */ repositoriesInWords),
/* harmony export */   vb: () => (/* binding */ severityName),
/* harmony export */   wn: () => (/* binding */ subjectName),
/* harmony export */   x8: () => (/* binding */ signed)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73110);
/* harmony import */ var _text_harmless_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27963);
/* harmony import */ var _tally_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22810);



const whole = new Intl.NumberFormat('en-US');
/** `12,345` */
function number(value) {
    return whole.format(value);
}
/** `1 finding`, `12,345 findings` */
function plural(value, one, many = `${one}s`) {
    return `${number(value)} ${value === 1 ? one : many}`;
}
/** `+3.1`, `−0.4`, `±0`: with a true minus sign, that a plus sign has the width of. */
function signed(value) {
    if (value === 0)
        return '±0';
    return value > 0 ? `+${value}` : `−${-value}`;
}
/** `2026-11-23 05:12 UTC`; text that is no date as it came. */
function minute(iso) {
    const date = new Date(iso);
    return Number.isNaN(date.valueOf()) ? (0,_text_harmless_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(iso) : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
/** `Critical` */
function severityName(severity) {
    return severity.charAt(0).toUpperCase() + severity.slice(1);
}
/** `2 critical, 1 low`; empty where there is nothing. */
function countsInWords(counts) {
    return _tally_js__WEBPACK_IMPORTED_MODULE_2__/* .worstFirst */ .md
        .filter((severity) => counts[severity] > 0)
        .map((severity) => `${number(counts[severity])} ${severity}`)
        .join(', ');
}
/** `312 models, 120 datasets and 68 spaces` */
function repositoriesInWords(report) {
    const kinds = report.types.map((type) => plural(report.repositories[type], type));
    return kinds.length < 2 ? kinds.join() : `${kinds.slice(0, -1).join(', ')} and ${kinds.at(-1)}`;
}
/** `my-org/my-model`; for the namespace its name, with the member it is about. */
function subjectName(subject) {
    if (subject.kind === 'repository')
        return subject.id;
    return subject.member === undefined ? subject.id : `${subject.id}: ${subject.member}`;
}
/** Without the namespace, where that stands at the top of the page. */
function shortName(subject) {
    return subject.kind === 'repository' ? subject.id.slice(subject.id.indexOf('/') + 1) : subjectName(subject);
}
/** `1,204 requests to the Hub, 480 answers from the cache, waited 3 times for 12 s, done in 1 min 4 s` */
function costInWords({ cost, startedAt, finishedAt }) {
    const waits = cost.waits > 0 ? `, ${plural(cost.waits, 'wait')} of ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(cost.waitedMs)} in all` : '';
    const took = Date.parse(finishedAt) - Date.parse(startedAt);
    const duration = Number.isFinite(took) ? `, done in ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(Math.max(0, took))}` : '';
    return `${plural(cost.requests, 'request')} to the Hub, ${plural(cost.cacheHits, 'answer')} from the cache${waits}${duration}`;
}


/***/ })

};

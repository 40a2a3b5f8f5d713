export const id = 886;
export const ids = [886];
export const modules = {

/***/ 35886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ auditPage),
  auditSummary: () => (/* binding */ auditSummary)
});

// EXTERNAL MODULE: ./build/text/html.js
var html = __webpack_require__(61961);
// EXTERNAL MODULE: ./build/hub/audit/report/tally.js
var report_tally = __webpack_require__(22810);
;// CONCATENATED MODULE: ./build/hub/audit/report/rule-chart.js

/** More bars than this are too thin to read on GitHub's page. */
const shownRules = 15;
/** Pixels: a bar needs this much for its label. */
const barHeight = 32;
/** In the order of `worstFirst`; each reads on white and on GitHub's dark page. */
const palette = ['#d1345b', '#e8743b', '#d9a520', '#4a90c9'];
/**
 * Findings by rule as a Mermaid bar chart, each bar in the colour of its severity. Mermaid draws several series over
 * each other, so that one series a severity, zero where a rule has no findings of it, colours the bars. The counts stand
 * in the labels: an axis with numbers would move its zero, and show a stub of every series.
 */
function ruleChart(rules) {
    const shown = rules.filter((tally) => tally.total > 0).slice(0, shownRules);
    if (shown.length === 0)
        return undefined;
    const height = 20 + shown.length * barHeight;
    const settings = {
        themeVariables: { xyChart: { plotColorPalette: palette.join(', '), backgroundColor: 'transparent' } },
        xyChart: {
            width: 860,
            height,
            yAxis: { showLabel: false, showTick: false, showTitle: false, showAxisLine: false },
        },
    };
    const most = Math.max(...shown.map((tally) => tally.total));
    const series = report_tally/* worstFirst */.md.map((severity) => `  bar [${shown.map((tally) => tally.counts[severity]).join(', ')}]`);
    const lines = [
        `%%{init: ${JSON.stringify(settings)}}%%`,
        'xychart-beta horizontal',
        `  x-axis [${shown.map((tally) => `"${label(tally.rule.id)} ${tally.total}"`).join(', ')}]`,
        `  y-axis "findings" 0 --> ${most}`,
        ...series,
    ];
    return { html: `\n\`\`\`mermaid\n${lines.join('\n')}\n\`\`\`\n\n` };
}
/** Custom rules are named by the policy: what could end the label or the fence is left out. */
function label(id) {
    return (id
        .replace(/[^\w.-]+/g, ' ')
        .slice(0, 40)
        .trim() || 'rule');
}

// EXTERNAL MODULE: ./build/text/harmless-text.js
var harmless_text = __webpack_require__(27963);
// EXTERNAL MODULE: ./build/hub/audit/report/words.js
var words = __webpack_require__(19458);
;// CONCATENATED MODULE: ./build/hub/audit/report/listing.js


/** The table with whole rows only, and how many it leaves out; nothing where there are no items. */
function listing(list) {
    if (list.items.length === 0)
        return (0,html/* html */.qy) ``;
    const rows = fittingRows(list);
    const body = (0,html/* joined */.oR)([(0,html/* table */.tp)(list.columns, rows), leftOut(list.items.length - rows.length)]);
    if (!list.folded)
        return (0,html/* html */.qy) `<h4>${list.title}</h4>\n${body}`;
    return (0,html/* html */.qy) `<details><summary><b>${list.title}</b> (${(0,words/* number */.ai)(list.items.length)})</summary>\n${body}</details>\n`;
}
function fittingRows({ items, row, most, bytes }) {
    const rows = [];
    let left = bytes;
    for (const item of items.slice(0, most)) {
        const cells = row(item);
        left -= sizeOf(cells);
        if (left < 0)
            break;
        rows.push(cells);
    }
    return rows;
}
/** With the markup of a row and its cells. */
function sizeOf(cells) {
    return cells.reduce((sum, cell) => sum + Buffer.byteLength(cell.html) + '<td></td>'.length, '<tr></tr>\n'.length);
}
function leftOut(count) {
    return count > 0 ? (0,html/* html */.qy) `<p>… and ${(0,words/* number */.ai)(count)} more, all of them in the report's files.</p>\n` : (0,html/* html */.qy) ``;
}

;// CONCATENATED MODULE: ./build/hub/audit/report/summary-lists.js





const marks = { critical: '🔴', high: '🟠', medium: '🟡', low: '🔵' };
/** Characters of a sentence in a cell. */
const textLimit = 400;
/** What a reader wants to know first. */
function stateLists(report, tallies, bytes) {
    return [
        listing({
            bytes: bytes * 0.05,
            title: 'What this audit could not see',
            columns: ['Rules', 'Why'],
            items: report.incomplete,
            row: (reason) => [
                reason.rules.length === 0 ? (0,html/* html */.qy) `all` : (0,html/* code */.aY)(reason.rules.join(', ')),
                (0,html/* html */.qy) `${(0,harmless_text/* shortened */.vI)(reason.message, textLimit)}${reason.repositories === undefined ? '' : ` (${(0,words/* plural */.LS)(reason.repositories, 'repository', 'repositories')})`}`,
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
            columns: ['Owner', ...report_tally/* worstFirst */.md.map(words/* severityName */.vb), 'Repositories'],
            items: tallies.byOwner.some((tally) => tally.owner !== undefined) ? tallies.byOwner : [],
            row: ownerRow,
            most: 15,
        }),
    ];
}
/** What a reader opens: the findings themselves, and what stands around them. */
function findingLists(report, tallies, limits) {
    const share = (part) => ({ bytes: limits.bytes * part, folded: true });
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
            row: ({ severity, subject, rule }) => [(0,html/* html */.qy) `${marks[severity]}`, subjectLink(subject), (0,html/* code */.aY)(rule)],
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
function findingRow(finding) {
    return [
        (0,html/* html */.qy) `${marks[finding.severity]}`,
        subjectLink(finding.subject),
        (0,html/* code */.aY)(finding.rule),
        (0,html/* html */.qy) `${(0,harmless_text/* shortened */.vI)(finding.message, textLimit)}`,
        finding.owner ? (0,html/* code */.aY)(finding.owner) : (0,html/* html */.qy) ``,
    ];
}
function repositoryRow(tally) {
    return [
        subjectLink(tally.subject),
        (0,html/* html */.qy) `${(0,words/* countsInWords */.Pe)(tally.counts)}${tally.new > 0 ? `; ${(0,words/* number */.ai)(tally.new)} new` : ''}`,
        (0,html/* joined */.oR)([...tally.rules].slice(0, 4).map(html/* code */.aY), ' '),
        (0,html/* joined */.oR)([...tally.owners].slice(0, 4).map(html/* code */.aY), ' '),
    ];
}
function ownerRow(tally) {
    const counts = report_tally/* worstFirst */.md.map((severity) => (0,html/* html */.qy) `${tally.counts[severity] || ''}`);
    const owner = tally.owner === undefined ? (0,html/* html */.qy) `<i>nobody named in the policy</i>` : (0,html/* code */.aY)(tally.owner);
    return [owner, ...counts, (0,html/* html */.qy) `${(0,words/* number */.ai)(tally.repositories.size)}`];
}
function ruleRow({ rule, total }) {
    const name = (0,html/* link */.nf)(rule.helpUrl, rule.id);
    const count = total > 0 ? (0,html/* html */.qy) `${marks[rule.severity]} ${(0,words/* number */.ai)(total)}` : (0,html/* html */.qy) `✅ holds`;
    return [name, count, (0,html/* html */.qy) `${(0,harmless_text/* shortened */.vI)(rule.protects, textLimit)}`, (0,html/* html */.qy) `${(0,harmless_text/* shortened */.vI)(rule.mend, textLimit)}`];
}
function setAside(report) {
    const accepted = report.accepted.map(({ finding, reason, until }) => [
        (0,html/* html */.qy) `${(0,html/* code */.aY)(finding.rule)} in ${subjectLink(finding.subject)} is accepted${until ? (0,html/* html */.qy) ` until ${until}` : ''}`,
        (0,html/* html */.qy) `${(0,harmless_text/* shortened */.vI)(reason, textLimit)}`,
    ]);
    const exempted = report.exempted.map(({ rule, pattern, count, reason, until }) => [
        (0,html/* html */.qy) `${(0,html/* code */.aY)(rule)} exempts ${(0,words/* plural */.LS)(count, 'finding')} of ${(0,html/* code */.aY)(pattern)}${until ? (0,html/* html */.qy) ` until ${until}` : ''}`,
        (0,html/* html */.qy) `${(0,harmless_text/* shortened */.vI)(reason, textLimit)}`,
    ]);
    const notices = report.notices.map(({ message }) => [(0,html/* html */.qy) `⚠️ ${(0,harmless_text/* shortened */.vI)(message, textLimit)}`, (0,html/* html */.qy) ``]);
    return [...notices, ...exempted, ...accepted];
}
function subjectLink(subject) {
    const kind = subject.kind === 'repository' && subject.type !== 'model' ? (0,html/* html */.qy) ` <sub>${subject.type}</sub>` : (0,html/* html */.qy) ``;
    return (0,html/* html */.qy) `${(0,html/* link */.nf)(subject.url, (0,words/* subjectName */.wn)(subject))}${kind}`;
}

;// CONCATENATED MODULE: ./build/hub/audit/report/summary-page.js





/** GitHub drops a summary of over 1 MiB whole; others may write to the same one. */
const summaryLimit = 900_000;
/** The page of the job summary. */
function auditSummary(report) {
    return auditPage(report, { bytes: summaryLimit, findings: 100 });
}
/** The same page for any place that shows GitHub's Markdown. Whole rows are left out until it fits, and it says so. */
function auditPage(report, limits) {
    const tallies = (0,report_tally/* talliesOf */.MP)(report);
    return (0,html/* joined */.oR)([
        heading(report, tallies),
        severities(tallies),
        ruleChart(tallies.byRule) ?? (0,html/* html */.qy) ``,
        ...stateLists(report, tallies, limits.bytes),
        ...findingLists(report, tallies, limits),
        (0,html/* html */.qy) `<p><sub>${(0,words/* costInWords */.M7)(report)}. ${report.score.formula}</sub></p>\n`,
    ]);
}
function heading(report, tallies) {
    const mark = report.findings.length === 0 ? '✅' : '🔎';
    const shard = report.shard === undefined ? (0,html/* html */.qy) `` : (0,html/* html */.qy) `, shard ${(0,html/* code */.aY)(report.shard)}`;
    const change = tallies.scoreChange === undefined || !report.comparison
        ? (0,html/* html */.qy) ``
        : (0,html/* html */.qy) ` (${(0,words/* signed */.x8)(tallies.scoreChange)} since ${(0,words/* minute */.Vc)(report.comparison.previousFinishedAt)})`;
    return (0,html/* html */.qy) `<h3>${mark} Audit of ${(0,html/* link */.nf)(report.namespaceUrl, report.namespace)}${shard}</h3>
<p><b>Score ${report.score.value} of 100</b>${change}<br>
${verdict(report)}</p>
`;
}
function verdict(report) {
    const looked = (0,html/* html */.qy) `${(0,words/* plural */.LS)(report.repositoriesTotal, 'repository', 'repositories')} (${(0,words/* repositoriesInWords */.n8)(report)})`;
    if (report.findings.length === 0)
        return (0,html/* html */.qy) `Nothing found in ${looked}.`;
    return (0,html/* html */.qy) `${(0,words/* plural */.LS)(report.findings.length, 'finding')}; ${(0,words/* number */.ai)(report.repositoriesAffected)} of ${looked} ${report.repositoriesAffected === 1 ? 'is' : 'are'} affected.`;
}
function severities({ bySeverity, scoreChange }) {
    const compared = scoreChange !== undefined;
    const rows = bySeverity.map((tally) => [
        (0,html/* html */.qy) `${marks[tally.severity]} ${(0,words/* severityName */.vb)(tally.severity)}`,
        (0,html/* html */.qy) `<b>${(0,words/* number */.ai)(tally.count)}</b>`,
        ...(compared ? [(0,html/* html */.qy) `${(0,words/* number */.ai)(tally.new)}`, (0,html/* html */.qy) `${(0,words/* number */.ai)(tally.mended)}`] : []),
    ]);
    return (0,html/* table */.tp)(['Severity', 'Findings', ...(compared ? ['New', 'Mended'] : [])], rows);
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

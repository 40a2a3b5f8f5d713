export const id = 317;
export const ids = [317];
export const modules = {

/***/ 46331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ux: () => (/* binding */ openAuditCheckpoint),
  bp: () => (/* binding */ openCache),
  h9: () => (/* binding */ readPolicies)
});

// EXTERNAL MODULE: ./build/input-problem.js
var input_problem = __webpack_require__(74594);
// EXTERNAL MODULE: ./build/hub/input-value.js
var input_value = __webpack_require__(69964);
// EXTERNAL MODULE: ./build/hub/json.js
var json = __webpack_require__(47428);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
// EXTERNAL MODULE: ./build/hub/audit/line-file.js
var line_file = __webpack_require__(29011);
// EXTERNAL MODULE: ./build/hub/audit/page-result.js
var page_result = __webpack_require__(23531);
;// CONCATENATED MODULE: ./build/hub/audit/checkpoint.js





const noCheckpoint = { pages: [], add: async () => undefined, remove: async () => undefined };
/**
 * Opens the file of an interrupted audit, or begins a new one. `identity` says what is audited against what: pages of
 * another namespace, shard, policy or question are no use.
 */
async function openCheckpoint(file, identity) {
    const pages = await readPages(file, identity);
    const lines = [JSON.stringify({ checkpoint: identity }), ...pages.map((page) => JSON.stringify(page))];
    // Written anew: the last line of an interrupted run may be torn.
    await (0,promises_.writeFile)(file, `${lines.join('\n')}\n`, { mode: 0o600 });
    return {
        pages,
        add: (page) => (0,promises_.appendFile)(file, `${JSON.stringify(page)}\n`),
        remove: () => (0,promises_.rm)(file, { force: true }),
    };
}
async function readPages(file, identity) {
    const pages = [];
    let line = 0;
    try {
        for await (const text of (0,external_node_readline_.createInterface)({ input: (0,external_node_fs_.createReadStream)(file), crlfDelay: Number.POSITIVE_INFINITY })) {
            line += 1;
            if (line === 1) {
                if (text !== JSON.stringify({ checkpoint: identity }))
                    return [];
                continue;
            }
            const page = page_result/* pageResultSchema */.a.safeParse((0,line_file/* parseLine */.A)(text));
            if (!page.success)
                return pages;
            pages.push(page.data);
        }
    }
    catch {
        return pages;
    }
    return pages;
}

// EXTERNAL MODULE: ./build/hub/audit/fact-cache.js + 1 modules
var fact_cache = __webpack_require__(6046);
// EXTERNAL MODULE: ./build/hub/audit/fingerprint.js
var fingerprint = __webpack_require__(33372);
// EXTERNAL MODULE: ./build/hub/audit/policy/read-policy.js
var read_policy = __webpack_require__(36698);
;// CONCATENATED MODULE: ./build/hub/audit/audit-inputs.js







/** The policy and the accepted findings; the problems of both are reported together. */
async function readPolicies({ policy, baseline }, { files }) {
    const rules = await readPolicyInput(policy, files);
    const accepted = baseline === undefined ? { ok: true, value: [] } : (0,read_policy/* parseBaseline */.nk)(await files.readText(baseline), baseline);
    if (rules.ok && accepted.ok)
        return { policy: rules.value, baseline: accepted.value };
    throw (0,input_problem/* inputError */.X)([rules, accepted].flatMap((one) => (one.ok ? [] : one.problems)));
}
async function readPolicyInput(policy, files) {
    if (policy === undefined)
        return (0,read_policy/* readPolicy */.T4)(new Map(), 'input.policy');
    if (typeof policy === 'string')
        return (0,read_policy/* parsePolicy */.ON)(await files.readText(policy), policy);
    const document = (0,input_value/* fromJson */.Rf)(asJson(policy));
    return (0,read_policy/* readPolicy */.T4)((0,input_value/* isMapping */.pi)(document) ? document : new Map(), 'input.policy');
}
/** The parameters came as YAML or JSON: what is in them is JSON already. */
function asJson(value) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
        return value;
    if (Array.isArray(value))
        return value.map(asJson);
    if (!(0,json/* isRecord */.u)(value))
        return null;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asJson(inner)]));
}
/** The cache of an earlier run, and the writer of the next one's. */
async function openCache({ cache: given, namespace }, { files, log }) {
    if (given === undefined)
        return { cache: fact_cache/* emptyCache */.yA, writer: undefined };
    const { cache, problem } = await (0,fact_cache/* readFactCache */.NB)(await files.pathToRead(given), namespace);
    if (problem !== undefined)
        log.notice(`The cache ${given} ${problem}: it is not used, and written anew.`);
    const writer = new fact_cache/* FactCacheWriter */.W_(await files.pathToWrite(given));
    await writer.begin(namespace);
    return { cache, writer };
}
/** `question`: all that must be the same for the pages of an interrupted audit to be of use. */
async function openAuditCheckpoint({ checkpoint }, question, { files }) {
    if (checkpoint === undefined)
        return noCheckpoint;
    return openCheckpoint(await files.pathToWrite(checkpoint), (0,fingerprint/* digestOf */.o)(question));
}


/***/ }),

/***/ 1914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ composeReport),
  j: () => (/* binding */ rememberRun)
});

// EXTERNAL MODULE: ./build/hub/hub-request.js
var hub_request = __webpack_require__(36127);
// EXTERNAL MODULE: ./build/hub/audit/evaluate.js
var evaluate = __webpack_require__(27641);
// EXTERNAL MODULE: ./build/hub/audit/findings.js
var audit_findings = __webpack_require__(18136);
;// CONCATENATED MODULE: ./build/hub/audit/finding-order.js

/** Worst first; the order is whole, so that it is the same on every machine and in every run. */
function inOrder(findings) {
    return findings.toSorted((one, other) => audit_findings/* severities */.g.indexOf(other.severity) - audit_findings/* severities */.g.indexOf(one.severity) ||
        compareText(one.subject.id, other.subject.id) ||
        compareText(kindOf(one.subject), kindOf(other.subject)) ||
        compareText(one.rule, other.rule) ||
        compareText(one.path ?? '', other.path ?? '') ||
        compareText(one.fingerprint, other.fingerprint));
}
/** The namespace before its repositories. */
function kindOf(subject) {
    return subject.kind === 'repository' ? `1${audit_findings/* auditedTypes */.e.indexOf(subject.type)}` : `0${subject.member ?? ''}`;
}
/** Code units, not a language's order. */
function compareText(one, other) {
    if (one === other)
        return 0;
    return one < other ? -1 : 1;
}

// EXTERNAL MODULE: ./build/hub/audit/part.js
var part = __webpack_require__(52743);
// EXTERNAL MODULE: ./build/hub/audit/policy/active-rules.js
var active_rules = __webpack_require__(34603);
// EXTERNAL MODULE: ./build/hub/audit/policy/exemptions.js
var policy_exemptions = __webpack_require__(81455);
;// CONCATENATED MODULE: ./build/hub/audit/policy/baseline.js

/** Takes the accepted findings out of all. An entry that has ended accepts nothing, and one that meets nothing is told. */
function applyBaseline(all, baseline, now) {
    const holding = new Map(baseline.filter((entry) => !(0,policy_exemptions/* hasEnded */.hY)(entry.until, now)).map((entry) => [entry.fingerprint, entry]));
    const findings = [];
    const accepted = [];
    for (const finding of all) {
        const entry = holding.get(finding.fingerprint);
        if (!entry)
            findings.push(finding);
        else
            accepted.push({ finding, reason: entry.reason, ...(entry.until === undefined ? {} : { until: entry.until }) });
    }
    const seen = new Set(all.map((finding) => finding.fingerprint));
    return { findings, accepted, notices: baseline.flatMap((entry) => noticeOf(entry, seen, now)) };
}
function noticeOf(entry, seen, now) {
    const what = [entry.rule, entry.subject].filter((part) => part !== undefined).join(' in ') || entry.fingerprint;
    if ((0,policy_exemptions/* hasEnded */.hY)(entry.until, now)) {
        if (!seen.has(entry.fingerprint))
            return [];
        return [{ kind: 'expired-baseline', message: `The acceptance of ${what} ended on ${entry.until}.` }];
    }
    if (seen.has(entry.fingerprint))
        return [];
    return [{ kind: 'unused-baseline', message: `The accepted finding ${what} is no longer found: remove its entry.` }];
}

;// CONCATENATED MODULE: ./build/hub/audit/score.js
/** A critical finding takes a repository's whole share, twenty low ones as well. */
const weights = { low: 1, medium: 4, high: 10, critical: 20 };
const wholeShare = 20;
const formula = 'Each repository, and the namespace itself, begins with 100 points and loses 5 for a low finding, 20 for a medium, ' +
    '50 for a high and all for a critical one, down to 0; the score is their mean.';
/** `repositories`: how many were audited, those without findings included. */
function scoreOf(findings, repositories) {
    const bySubject = new Map();
    for (const { severity, subject } of findings) {
        const key = subject.kind === 'repository' ? `${subject.type}:${subject.id}` : 'namespace';
        bySubject.set(key, (bySubject.get(key) ?? 0) + weights[severity]);
    }
    let lost = 0;
    for (const weight of bySubject.values())
        lost += Math.min(1, weight / wholeShare);
    const subjects = repositories + 1;
    const value = Math.max(0, 100 * (1 - lost / Math.max(subjects, bySubject.size)));
    // Rounded down: 100 is only said where nothing was found.
    return { value: Math.floor(value * 10) / 10, formula };
}

;// CONCATENATED MODULE: ./build/hub/audit/compose-report.js








/** One report of the parts: the same whether the namespace was audited at once or in shards. */
function composeReport(composition) {
    const { parts, previous, now } = composition;
    const [first] = parts;
    const joined = join(composition);
    const { findings, accepted, notices } = applyBaseline(joined.findings, first.baseline.accepted, now);
    const sorted = inOrder(findings);
    const comparison = previous && compare(composition, previous, joined.findings, sorted, accepted);
    const total = sum(Object.values(joined.repositories));
    const whole = isWhole(parts);
    return {
        namespace: first.namespace,
        namespaceUrl: `${hub_request/* hubAddress */.wf}/${encodeURIComponent(first.namespace)}`,
        types: first.types,
        startedAt: earliest(parts.map((part) => part.startedAt)),
        finishedAt: latest(parts.map((part) => part.finishedAt)),
        policyDigest: first.policyDigest,
        ...(parts.length === 1 && first.shard !== undefined ? { shard: first.shard } : {}),
        rules: (0,active_rules/* activeRules */.I)(first.policy, first.rulesPage).descriptions,
        repositories: joined.repositories,
        repositoriesTotal: total,
        repositoriesAffected: new Set(sorted.flatMap(({ subject }) => repositoryKey(subject) ?? [])).size,
        counts: countsOf(composition, sorted),
        score: scoreOf(sorted, total),
        findings: sorted,
        accepted,
        exempted: (0,policy_exemptions/* describeExempted */.yH)(first.policy, joined.exempted),
        notices: [
            ...(0,policy_exemptions/* endedExemptions */.R7)(first.policy, now),
            ...notices.filter(({ kind }) => whole || kind !== 'unused-baseline'),
        ],
        ...(comparison ? { comparison } : {}),
        fixes: composition.fixes,
        cost: costOf(parts),
        incomplete: [...composition.incomplete, ...joined.incomplete],
    };
}
function join(composition) {
    const { parts } = composition;
    const exemptedTotals = [];
    const mended = new Set(composition.fixes.filter((fix) => fix.status === 'mended').map((fix) => fix.fingerprint));
    const own = parts.flatMap((part) => part.findings).filter((finding) => !mended.has(finding.fingerprint));
    const all = [...own, ...findingsOfTotals(composition, exemptedTotals)];
    const undecided = parts.reduce((known, part) => (0,evaluate/* addUndecided */.Lv)(known, part.undecided), []);
    return {
        findings: composition.remembers ? withFirstSeen(all, composition) : all,
        exempted: [...parts.map((part) => part.exempted), exemptedTotals].reduce(part/* addCounts */.c, []),
        repositories: addTypes(parts.map((part) => part.repositories)),
        incomplete: undecided.map(({ rules, reason, count }) => ({
            rules,
            message: reason,
            ...(count > 0 ? { repositories: count } : {}),
        })),
    };
}
/** Rules over sums: a shard alone, or the repositories changed of late, would only see a part of them. */
function findingsOfTotals({ parts, now }, exempted) {
    if (!isWhole(parts))
        return [];
    const [{ namespace, policy, rulesPage }] = parts;
    const totals = { usedStorage: addTypes(parts.map((part) => part.usedStorage)) };
    const exemptions = (0,policy_exemptions/* prepareExemptions */.IX)(policy, now);
    const subject = (0,evaluate/* namespaceSubject */.Mt)(namespace);
    const rules = (0,active_rules/* activeRules */.I)(policy, rulesPage).namespace.filter((rule) => rule.needs === 'totals');
    return rules.flatMap((rule) => {
        const breaches = rule.check({ totals });
        const exemption = exemptions.of(rule.description.id, subject);
        if (exemption === undefined)
            return breaches.map((one) => (0,evaluate/* toFinding */.N6)(rule.description, subject, one, undefined));
        exempted[exemption] = (exempted[exemption] ?? 0) + breaches.length;
        return [];
    });
}
/** Not one shard of several, and not only what changed of late. */
function isWhole(parts) {
    const [{ shard, changedSince }] = parts;
    return changedSince === undefined && (parts.length > 1 || shard === undefined || shard === '1/1');
}
function withFirstSeen(findings, { parts, previous }) {
    const remembered = new Map(previous?.findings.map((one) => [one.fingerprint, one.firstSeen]));
    const startedAt = earliest(parts.map((part) => part.startedAt));
    return findings.map((finding) => ({ ...finding, firstSeen: remembered.get(finding.fingerprint) ?? startedAt }));
}
function compare({ parts }, previous, all, counted, accepted) {
    const before = new Set(previous.findings.map((finding) => finding.fingerprint));
    const still = new Set(all.map((finding) => finding.fingerprint));
    const acceptedNow = new Set(accepted.map(({ finding }) => finding.fingerprint));
    const wasAsked = askedFilter(parts);
    const gone = previous.findings.filter((finding) => !still.has(finding.fingerprint) && wasAsked(finding));
    const countedBefore = previous.findings.filter((finding) => !acceptedNow.has(finding.fingerprint));
    return {
        previousFinishedAt: previous.finishedAt,
        previousScore: scoreOf(countedBefore, previous.repositories).value,
        new: counted.flatMap(({ fingerprint }) => (before.has(fingerprint) ? [] : [fingerprint])),
        mended: gone.map(({ fingerprint, rule, severity, subject }) => ({ fingerprint, rule, severity, subject })),
    };
}
/** What was not looked at has not been mended. */
function askedFilter(parts) {
    if (isWhole(parts))
        return () => true;
    const [{ policy, rulesPage, changedSince }] = parts;
    const sums = (0,active_rules/* activeRules */.I)(policy, rulesPage).namespace.filter((rule) => rule.needs === 'totals');
    const ofSums = new Set(sums.map((rule) => rule.description.id));
    const audited = new Set(parts.flatMap((part) => part.audited));
    return ({ rule, subject }) => {
        if (ofSums.has(rule))
            return false;
        return changedSince === undefined || subject.kind === 'namespace' || audited.has(repositoryKey(subject) ?? '');
    };
}
/** What the next run is to know of this one; a finding in what was not looked at stays as it was. */
function rememberRun(composition, report) {
    const { parts, previous } = composition;
    const partial = parts[0].changedSince !== undefined && previous !== undefined;
    return {
        startedAt: report.startedAt,
        finishedAt: report.finishedAt,
        repositories: partial ? previous.repositories : report.repositoriesTotal,
        findings: rememberedFindings(report, partial ? untouched(composition, previous, report) : []),
    };
}
function* currentFindings({ findings, accepted }) {
    yield* findings;
    for (const { finding } of accepted)
        yield finding;
}
function* rememberedFindings(report, others) {
    for (const finding of currentFindings(report))
        yield remember(finding);
    yield* others;
}
function untouched({ parts }, previous, report) {
    const wasAsked = askedFilter(parts);
    const known = new Set();
    for (const { fingerprint } of currentFindings(report))
        known.add(fingerprint);
    return previous.findings.filter((finding) => !wasAsked(finding) && !known.has(finding.fingerprint));
}
function remember({ fingerprint, rule, severity, subject, firstSeen }) {
    return { fingerprint, rule, severity, subject, ...(firstSeen === undefined ? {} : { firstSeen }) };
}
function countsOf({ parts }, findings) {
    const { descriptions } = (0,active_rules/* activeRules */.I)(parts[0].policy, parts[0].rulesPage);
    const byRule = new Map(descriptions.map((rule) => [rule.id, 0]));
    const bySeverity = { low: 0, medium: 0, high: 0, critical: 0 };
    for (const { rule, severity } of findings) {
        byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
        bySeverity[severity] += 1;
    }
    return { bySeverity, byRule: Object.fromEntries(byRule) };
}
function costOf(parts) {
    return {
        requests: sum(parts.map((part) => part.cost.requests)),
        cacheHits: sum(parts.map((part) => part.cost.cacheHits)),
        waits: sum(parts.map((part) => part.cost.waits)),
        waitedMs: sum(parts.map((part) => part.cost.waitedMs)),
    };
}
function repositoryKey(subject) {
    return subject.kind === 'repository' ? `${subject.type}:${subject.id}` : undefined;
}
function addTypes(counts) {
    return {
        model: sum(counts.map((one) => one.model)),
        dataset: sum(counts.map((one) => one.dataset)),
        space: sum(counts.map((one) => one.space)),
    };
}
function sum(numbers) {
    return numbers.reduce((total, one) => total + one, 0);
}
function earliest(dates) {
    return dates.toSorted()[0] ?? '';
}
function latest(dates) {
    return dates.toSorted().at(-1) ?? '';
}


/***/ }),

/***/ 23531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ pageResultSchema),
/* harmony export */   v: () => (/* binding */ undecidedSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26921);
/* harmony import */ var _finding_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83201);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18136);



/** Rules that could not be decided, for one reason. */
const undecidedSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ rules: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()), reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), count: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig() });
const settingsChange = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('settings'), settings: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()])) }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('sleep-time'), seconds: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig() }),
]);
const queryPair = zod__WEBPACK_IMPORTED_MODULE_1__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()]);
/** What came of one page of one list: all that is kept of its repositories. */
const pageResultSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    type: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .auditedTypes */ .e),
    /** The query of the page after it; null on the last. */
    next: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(queryPair).readonly().nullable(),
    repositories: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    usedStorage: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    cacheHits: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    findings: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(_finding_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .findingSchema */ .$f),
    /** What would mend the fixable ones. */
    fixes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ fingerprint: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), change: settingsChange })),
    /** By index of the policy's exemptions. */
    exempted: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nullable()),
    undecided: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(undecidedSchema),
    /** For the cache of the next run. */
    cacheLines: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    /** `type:id` of what was audited, kept only where an audit looks at a part. */
    audited: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
});


/***/ }),

/***/ 89762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ writePart),
/* harmony export */   o: () => (/* binding */ readPart)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _line_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29011);
/* harmony import */ var _part_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52743);



/** Findings go a line each: one JSON text of 100,000 would need several times the room. */
async function writePart(file, part) {
    const { findings, ...head } = part;
    const writer = new _line_file_js__WEBPACK_IMPORTED_MODULE_1__/* .LineWriter */ .E$(file);
    await writer.write(JSON.stringify(head));
    for (const finding of findings)
        await writer.write(JSON.stringify(finding));
    await writer.commit();
}
/** `given` is how the user knows the file. @throws OperationError `INPUT_INVALID` */
async function readPart(file, given) {
    const lines = [];
    const state = await (0,_line_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readLineFile */ .Lj)(file, (line) => lines.push((0,_line_file_js__WEBPACK_IMPORTED_MODULE_1__/* .parseLine */ .A)(line)));
    if (state === 'missing')
        throw unusable(given, 'does not exist');
    if (state === 'corrupted')
        throw unusable(given, 'is cut short or was changed');
    const [head, ...findings] = lines;
    const part = _part_js__WEBPACK_IMPORTED_MODULE_2__/* .auditPartSchema */ ._.safeParse({ ...Object(head), findings });
    if (!part.success)
        throw unusable(given, 'is no result of an audit of this version');
    return part.data;
}
function unusable(given, why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OperationError */ .OK('INPUT_INVALID', `The result ${given} ${why}.`, {
        hint: 'Give the files that `audit` wrote as `result`, all by the same version of the action.',
        effect: 'none',
    });
}


/***/ }),

/***/ 52743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ auditPartSchema),
/* harmony export */   c: () => (/* binding */ addCounts)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26921);
/* harmony import */ var _finding_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83201);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(18136);
/* harmony import */ var _page_result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23531);
/* harmony import */ var _policy_policy_schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54429);





const counts = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ model: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), dataset: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), space: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig() });
/** What an audit found before anything is left out or compared: a whole namespace, or one shard of it. */
const auditPartSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    format: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('membrane-hub-audit-part'),
    version: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1),
    namespace: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    types: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_findings_js__WEBPACK_IMPORTED_MODULE_4__/* .auditedTypes */ .e)),
    /** `3/16` */
    shard: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().exactOptional(),
    changedSince: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().exactOptional(),
    startedAt: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    finishedAt: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    policyDigest: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    rulesPage: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    policy: _policy_policy_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .policySchema */ .w,
    baseline: _policy_policy_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .baselineSchema */ .d,
    failOn: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['none', ..._findings_js__WEBPACK_IMPORTED_MODULE_4__/* .severities */ .g]),
    repositories: counts,
    usedStorage: counts,
    findings: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(_finding_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .findingSchema */ .$f),
    exempted: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nullable()),
    undecided: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(_page_result_js__WEBPACK_IMPORTED_MODULE_1__/* .undecidedSchema */ .v),
    audited: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    cost: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ requests: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), cacheHits: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), waits: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), waitedMs: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig() }),
});
/** Adds numbers kept by index: exemptions that kept out a finding of one page or shard and of another. */
function addCounts(one, other) {
    const length = Math.max(one.length, other.length);
    return Array.from({ length }, (_, index) => (one[index] ?? 0) + (other[index] ?? 0));
}


/***/ }),

/***/ 34603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ activeRules)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26921);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18136);
/* harmony import */ var _patterns_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(80261);
/* harmony import */ var _rule_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91279);
/* harmony import */ var _custom_rule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54215);





/** `rulesPage` is the address of the documentation of rules. */
function activeRules(policy, rulesPage) {
    const chosen = _rule_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .ruleCatalogue */ .E.flatMap((rule) => {
        const entry = policy.rules[rule.id];
        const severity = severityOf(rule, entry, policy.extends === 'recommended');
        return severity === undefined ? [] : [{ rule, entry, description: describe(rule, severity, rulesPage) }];
    });
    const repository = chosen.flatMap(({ rule, entry, description }) => rule.scope === 'repository' ? [activeRepositoryRule(rule, entry, description)] : []);
    const namespace = chosen.flatMap(({ rule, entry, description }) => rule.scope === 'namespace' ? [activeNamespaceRule(rule, entry, description)] : []);
    const custom = policy.custom.map((entry) => activeCustomRule(entry, rulesPage));
    const descriptions = [...chosen, ...custom].map((one) => one.description);
    return { repository: [...repository, ...custom], namespace, descriptions };
}
function severityOf(rule, entry, recommended) {
    if (!entry)
        return recommended && rule.recommended === true ? rule.severity : undefined;
    if (entry.severity === 'off')
        return undefined;
    return entry.severity ?? rule.severity;
}
function describe(rule, severity, rulesPage) {
    const { id, title, protects, mend, fixable = false } = rule;
    return { id, title, severity, protects, mend, fixable, custom: false, helpUrl: `${rulesPage}#${id}` };
}
/** What entries of repository rules may say beside their own options; the policy's schema has checked it. */
const limits = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    types: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_findings_js__WEBPACK_IMPORTED_MODULE_3__/* .auditedTypes */ .e)).optional(),
    only: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).optional(),
    except: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).optional(),
});
function coveredBy({ only, except }) {
    const inside = only ? (0,_patterns_js__WEBPACK_IMPORTED_MODULE_4__/* .repositoryMatcher */ .ff)(only) : () => true;
    const outside = except ? (0,_patterns_js__WEBPACK_IMPORTED_MODULE_4__/* .repositoryMatcher */ .ff)(except) : () => false;
    return (id) => inside(id) && !outside(id);
}
function activeRepositoryRule(rule, entry, description) {
    const limited = limits.parse(entry ?? {});
    const types = rule.types.filter((type) => limited.types?.includes(type) ?? true);
    return { ...rule.prepareWith(entry ?? {}), description, types, reads: rule.reads, covers: coveredBy(limited) };
}
function activeNamespaceRule(rule, entry, description) {
    return { description, needs: rule.needs, reads: rule.reads, check: rule.prepareWith(entry ?? {}) };
}
function activeCustomRule(entry, rulesPage) {
    const { id, title, severity, protects, mend } = entry;
    const helpUrl = `${rulesPage}#custom-rules`;
    const description = { id, title, severity, protects, mend, fixable: false, custom: true, helpUrl };
    const types = _findings_js__WEBPACK_IMPORTED_MODULE_3__/* .auditedTypes */ .e.filter((type) => (0,_custom_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .typesOf */ .pl)(entry).includes(type));
    return { ...(0,_custom_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .prepareCustomRule */ .fX)(entry), description, types, reads: (0,_custom_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .factsNamedBy */ .sn)(entry), covers: coveredBy(entry) };
}


/***/ }),

/***/ 81455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IX: () => (/* binding */ prepareExemptions),
/* harmony export */   R7: () => (/* binding */ endedExemptions),
/* harmony export */   bf: () => (/* binding */ ownerOf),
/* harmony export */   hY: () => (/* binding */ hasEnded),
/* harmony export */   yH: () => (/* binding */ describeExempted)
/* harmony export */ });
/* harmony import */ var _patterns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80261);

const dayMs = 86_400_000;
/** Its last day is a day it still holds, by the clock of Greenwich. */
function hasEnded(until, now) {
    return until !== undefined && now >= Date.parse(until) + dayMs;
}
/** Ended entries exempt nothing. */
function prepareExemptions(policy, now) {
    const prepared = policy.exemptions.map((entry) => ({ entry, matches: subjectMatcher(entry) }));
    return {
        of(rule, subject) {
            const index = prepared.findIndex(({ entry, matches }) => (entry.rule === '*' || entry.rule === rule) && !hasEnded(entry.until, now) && matches(subject));
            return index === -1 ? undefined : index;
        },
    };
}
function subjectMatcher({ repositories, members, types }) {
    const ofRepository = repositories ? (0,_patterns_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryMatcher */ .ff)(repositories) : () => members === undefined;
    const ofMember = members ? (0,_patterns_js__WEBPACK_IMPORTED_MODULE_0__/* .nameMatcher */ .MH)(members) : () => repositories === undefined && types === undefined;
    return (subject) => {
        if (subject.kind === 'namespace')
            return ofMember(subject.member ?? '');
        return ofRepository(subject.id) && (types?.includes(subject.type) ?? true);
    };
}
/** What the entries kept out, those that kept out nothing left away. `counts` goes by index of the entry. */
function describeExempted(policy, counts) {
    return policy.exemptions.flatMap((entry, index) => {
        const count = counts[index] ?? 0;
        if (count === 0)
            return [];
        const pattern = [...(entry.repositories ?? []), ...(entry.members ?? [])].join(', ') || '*';
        const { rule, reason, until } = entry;
        return [{ rule, pattern, reason, count, ...(until === undefined ? {} : { until }) }];
    });
}
function endedExemptions(policy, now) {
    const ended = policy.exemptions.filter((entry) => hasEnded(entry.until, now));
    return ended.map((entry) => ({
        kind: 'expired-exemption',
        message: `The exemption from ${entry.rule} (${entry.reason}) ended on ${entry.until}.`,
    }));
}
/** Who to ask about a repository: the first entry of `owners` that fits. */
function ownerOf(policy) {
    const owners = policy.owners.map((entry) => ({ entry, matches: (0,_patterns_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryMatcher */ .ff)(entry.repositories) }));
    return (subject) => {
        if (subject.kind === 'namespace')
            return undefined;
        const found = owners.find(({ entry, matches }) => matches(subject.id) && (entry.types?.includes(subject.type) ?? true));
        return found?.entry.owner;
    };
}


/***/ }),

/***/ 16589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ violationOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18136);


/** What ends the step where findings are at least as severe as the policy's owner bears. */
function violationOf(report, failOn) {
    if (failOn === 'none')
        return undefined;
    const counted = _findings_js__WEBPACK_IMPORTED_MODULE_1__/* .severities */ .g.slice(_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .severities */ .g.indexOf(failOn)).toReversed();
    const found = counted.flatMap((severity) => {
        const count = report.counts.bySeverity[severity];
        return count === 0 ? [] : [`${count} ${severity}`];
    });
    if (found.length === 0)
        return undefined;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OperationError */ .OK('POLICY_VIOLATED', `The audit of ${report.namespace} found ${found.join(', ')}.`, {
        hint: 'Mend what the report names, exempt it in the policy, accept it in the baseline, or raise `fail-on`.',
        effect: 'none',
        retryable: false,
    });
}


/***/ })

};

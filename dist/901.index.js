export const id = 901;
export const ids = [901];
export const modules = {

/***/ 22901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mergeAudits: () => (/* binding */ mergeAudits)
/* harmony export */ });
/* harmony import */ var _input_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74594);
/* harmony import */ var _audit_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46331);
/* harmony import */ var _compose_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1914);
/* harmony import */ var _part_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89762);
/* harmony import */ var _shard_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83468);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16589);






/** Joins what shards found into the report that one audit of the whole would have made. */
async function mergeAudits({ results, failOn, cache: given }, context) {
    const parts = await Promise.all(results.map(async (file) => (0,_part_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readPart */ .o)(await context.files.pathToRead(file), file)));
    const [first, ...others] = parts.toSorted((one, other) => indexOf(one) - indexOf(other));
    if (!first)
        throw (0,_input_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .inputError */ .X)([{ name: 'input.results', message: 'must name at least one file.' }]);
    requireAlike(first, others);
    const { cache, writer } = await (0,_audit_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .openCache */ .bp)({ cache: given, namespace: first.namespace }, context);
    const composition = {
        parts: [first, ...others],
        previous: cache.previous(),
        remembers: writer !== undefined,
        fixes: [],
        now: Math.min(...parts.map((part) => Date.parse(part.startedAt))),
        incomplete: missingShards(parts),
    };
    cache.close();
    const report = (0,_compose_report_js__WEBPACK_IMPORTED_MODULE_2__/* .composeReport */ .Z)(composition);
    await writer?.finish((0,_compose_report_js__WEBPACK_IMPORTED_MODULE_2__/* .rememberRun */ .j)(composition, report));
    const violation = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_5__/* .violationOf */ .x)(report, failOn ?? first.failOn);
    return { report, changed: false, ...(violation ? { violation } : {}) };
}
function indexOf(part) {
    return (0,_shard_js__WEBPACK_IMPORTED_MODULE_4__/* .parseShard */ .uK)(part.shard ?? '1/1')?.index ?? 1;
}
function countOf(part) {
    return (0,_shard_js__WEBPACK_IMPORTED_MODULE_4__/* .parseShard */ .uK)(part.shard ?? '1/1')?.count ?? 1;
}
/** Shards of two audits make no one report. */
function requireAlike(first, others) {
    const seen = new Set([indexOf(first)]);
    const problems = others.flatMap((part) => {
        const message = difference(first, part, seen);
        seen.add(indexOf(part));
        return message === undefined ? [] : [{ name: 'input.results', message, given: part.shard ?? part.namespace }];
    });
    if (problems.length > 0)
        throw (0,_input_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .inputError */ .X)(problems);
}
function difference(first, part, seen) {
    if (part.namespace !== first.namespace)
        return `are of two namespaces, ${first.namespace} and ${part.namespace}.`;
    if (part.policyDigest !== first.policyDigest)
        return 'were made with two policies.';
    if (part.types.join() !== first.types.join())
        return 'are of different `types`.';
    if ((part.changedSince === undefined) !== (first.changedSince === undefined))
        return 'were given different `changed-since`.';
    if (countOf(part) !== countOf(first))
        return `are of two splits, into ${countOf(first)} and ${countOf(part)}.`;
    return seen.has(indexOf(part)) ? 'hold the same shard twice.' : undefined;
}
/** A job that failed leaves a hole: the report says so rather than look better than things are. */
function missingShards(parts) {
    const [first] = parts;
    const count = first ? countOf(first) : 1;
    const there = new Set(parts.map(indexOf));
    const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !there.has(index));
    return missing.map((index) => ({
        rules: [],
        message: `The shard ${(0,_shard_js__WEBPACK_IMPORTED_MODULE_4__/* .shardText */ .eG)({ index, count })} is missing: run its job again and merge anew.`,
    }));
}


/***/ })

};

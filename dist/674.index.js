export const id = 674;
export const ids = [674];
export const modules = {

/***/ 48674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runBatch: () => (/* binding */ runBatch)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/input-problem.js
var input_problem = __webpack_require__(74594);
// EXTERNAL MODULE: ./build/hub/operation-request.js
var operation_request = __webpack_require__(43549);
// EXTERNAL MODULE: ./build/hub/run-operation.js + 19 modules
var run_operation = __webpack_require__(66284);
// EXTERNAL MODULE: ./build/hub/input-value.js
var input_value = __webpack_require__(69964);
// EXTERNAL MODULE: ./build/hub/json.js
var json = __webpack_require__(47428);
;// CONCATENATED MODULE: ./build/hub/batch/entry-result.js



/** What an entry answers, under its name in the output and for `${steps.NAME.…}`. */
function entryResult({ output, id, url, count, status, changed }) {
    return { status, changed, id, url, count, output };
}
/** The value a reference refers to. Throws INPUT_INVALID, before anything of the entry is sent. */
function lookUp(reference, result) {
    // A result came from JSON; a copy through JSON says so to the compiler, and leaves `undefined` out.
    const root = JSON.parse(JSON.stringify(entryResult(result)));
    const found = reference.path.reduce((inner, key) => {
        const value = childOf(inner, key);
        if (value === undefined)
            throw namesNothing(reference, key, inner);
        return value;
    }, root);
    return (0,input_value/* fromJson */.Rf)(asJson(found));
}
function childOf(value, key) {
    if (typeof key === 'number')
        return Array.isArray(value) ? value[key] : undefined;
    return (0,json/* isRecord */.u)(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
function asJson(value) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
        return value;
    if (Array.isArray(value))
        return value.map(asJson);
    if (!(0,json/* isRecord */.u)(value))
        return null;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asJson(inner)]));
}
function namesNothing(reference, key, inner) {
    const there = (0,json/* isRecord */.u)(inner) ? `there are ${Object.keys(inner).slice(0, 20).join(', ') || 'none'}` : kindOf(inner);
    return new errors/* OperationError */.OK('INPUT_INVALID', `\`${reference.text}\` names nothing: no \`${key}\` is there; ${there}.`, {
        hint: `Look at what '${reference.step}' answers, in output-file, and correct the reference. Nothing of this entry was sent.`,
        effect: 'none',
        retryable: false,
    });
}
function kindOf(value) {
    return Array.isArray(value) ? `it is a list of ${value.length}` : 'it is a single value';
}
/** How a value stands in the middle of a text: text as it is, everything else as JSON. */
function asText(value) {
    return typeof value === 'string' ? value : JSON.stringify((0,input_value/* toJson */.aB)(value, '', []));
}

;// CONCATENATED MODULE: ./build/hub/batch/batch-result.js


/** All that became of a batch: what its entries answered by their names, a table, and the failure if there is one. */
function toldBatch(entries, outcomes, { signal }) {
    const told = entries.map((entry) => ({ entry, outcome: outcomeOf(entry, outcomes) }));
    const results = told.flatMap(({ outcome }) => (outcome.kind === 'not-started' ? [] : (outcome.result ?? [])));
    return {
        status: statusOf(results),
        changed: results.some(({ changed }) => changed),
        output: Object.fromEntries(told.map(({ entry, outcome }) => [entry.name, outputOf(entry, outcome)])),
        count: entries.length,
        headline: headlineOf(told.map(({ outcome }) => outcome)),
        table: {
            columns: ['Entry', 'Operation', 'Status', 'Changed', 'Result'],
            rows: told.map(({ entry, outcome }) => rowOf(entry, outcome)),
            total: told.length,
        },
        failure: failureOf(told, signal),
    };
}
function outcomeOf({ name }, outcomes) {
    return outcomes.get(name) ?? { kind: 'not-started', why: 'the batch was ended' };
}
function statusOf(results) {
    if (results.some(({ status }) => status === 'planned'))
        return 'planned';
    return results.length > 0 && results.every(({ status }) => status === 'skipped') ? 'skipped' : 'succeeded';
}
function outputOf({ operation }, outcome) {
    const { key } = operation;
    if (outcome.kind === 'done')
        return { operation: key, ...entryResult(outcome.result) };
    if (outcome.kind === 'not-started')
        return { operation: key, status: 'not-started', why: outcome.why };
    const { code, message, details } = outcome.error;
    const result = outcome.result && entryResult(outcome.result);
    return { operation: key, ...result, status: 'failed', error: { code, message, hint: details.hint } };
}
function rowOf({ name, operation }, outcome) {
    const status = outcome.kind === 'done' ? outcome.result.status : outcome.kind;
    const changed = outcome.kind === 'not-started' ? undefined : outcome.result?.changed;
    return [name, operation.key, status, changed, textOf(outcome)];
}
function textOf(outcome) {
    if (outcome.kind === 'not-started')
        return outcome.why;
    return outcome.kind === 'done' ? outcome.result.headline : `${outcome.error.code}: ${outcome.error.message}`;
}
/** `5 operations: 3 succeeded, 1 failed, 1 not-started`. */
function headlineOf(outcomes) {
    const counts = new Map();
    for (const outcome of outcomes) {
        const status = outcome.kind === 'done' ? outcome.result.status : outcome.kind;
        counts.set(status, (counts.get(status) ?? 0) + 1);
    }
    const parts = [...counts].map(([status, count]) => `${count} ${status}`);
    return `${outcomes.length} ${outcomes.length === 1 ? 'operation' : 'operations'}: ${parts.join(', ')}`;
}
function failureOf(told, signal) {
    const failed = told.flatMap(({ entry, outcome }) => (outcome.kind === 'failed' ? [{ entry, ...outcome }] : []));
    const notStarted = told.flatMap(({ entry, outcome }) => (outcome.kind === 'not-started' ? [entry.name] : []));
    if (failed.length === 0 && notStarted.length === 0)
        return undefined;
    const reason = failed[0]?.error ?? (0,errors/* toOperationError */.X$)(signal.reason);
    const lines = [
        failed.length === 0 ? reason.message : `${failed.length} of ${told.length} operations failed.`,
        ...failed.map(({ entry, error }) => `'${entry.name}' (${entry.operation.key}): ${error.code}: ${error.message}`),
        ...(notStarted.length === 0 ? [] : [`Not started: ${notStarted.join(', ')}.`]),
    ];
    return new errors/* OperationError */.OK(reason.code, lines.join('\n'), {
        ...reason.details,
        effect: effectOf(told),
        cause: reason,
    });
}
function effectOf(told) {
    const isDone = ({ outcome }) => outcome.kind !== 'not-started' && outcome.result?.changed === true;
    if (told.some(isDone))
        return 'done';
    const effects = told.flatMap(({ outcome }) => (outcome.kind === 'failed' ? [outcome.error.details.effect] : []));
    if (effects.includes('done'))
        return 'done';
    return effects.includes('unknown') ? 'unknown' : 'none';
}

// EXTERNAL MODULE: ./build/hub/batch/references.js
var references = __webpack_require__(25789);
;// CONCATENATED MODULE: ./build/hub/batch/remembered-searches.js
/** The client, asking for the same actions once: entries of a batch often are of one kind. */
function rememberSearches(client) {
    const known = new Map();
    return {
        get transport() {
            return client.transport;
        },
        searchActions(search, options) {
            const key = JSON.stringify(search);
            const found = known.get(key) ?? client.searchActions(search, options);
            known.set(key, found);
            // What failed for one entry may go well for the next.
            found.catch(() => known.delete(key));
            return found;
        },
        ensureConnection: (appUrl, options) => client.ensureConnection(appUrl, options),
        getConnection: (id, options) => client.getConnection(id, options),
        getAction: (idOrKey, connectionId, options) => client.getAction(idOrKey, connectionId, options),
        runAction: (run, options) => client.runAction(run, options),
        request: (connectionId, request, options) => client.request(connectionId, request, options),
        close: () => client.close(),
    };
}

;// CONCATENATED MODULE: ./build/hub/batch/schedule.js
/**
 * Runs entries in the order of the list, as many at a time as are allowed; one that needs others waits for them without
 * holding up those behind it. (A queue such as p-limit's would start a waiting entry behind ones that came later.)
 */
async function runScheduled(entries, schedule) {
    const outcomes = new Map();
    const running = new Map();
    const waiting = [...entries];
    for (;;) {
        let next = takeReady(waiting, outcomes);
        while (next !== undefined) {
            const why = schedule.stopped(outcomes) ?? whyNot(next, outcomes);
            if (why === undefined)
                running.set(next.name, start(next, schedule, outcomes, running));
            else
                outcomes.set(next.name, { kind: 'not-started', why });
            next = running.size < schedule.concurrency ? takeReady(waiting, outcomes) : undefined;
        }
        if (running.size === 0)
            return outcomes;
        await Promise.race(running.values());
    }
}
function takeReady(waiting, outcomes) {
    const index = waiting.findIndex(({ needs }) => needs.every((name) => outcomes.has(name)));
    return index < 0 ? undefined : waiting.splice(index, 1)[0];
}
async function start(entry, schedule, outcomes, running) {
    outcomes.set(entry.name, await schedule.run(entry, outcomes));
    running.delete(entry.name);
}
function whyNot({ needs }, outcomes) {
    const missing = needs.find((name) => outcomes.get(name)?.kind !== 'done');
    return missing === undefined ? undefined : `it needs what '${missing}' answers`;
}

;// CONCATENATED MODULE: ./build/hub/batch/run-batch.js









/** Runs the entries of a batch on one client, one connection and one proxy. A failed one fails the batch, which tells all. */
async function runBatch(entries, { concurrency, continueOnError }, context) {
    const shared = { ...context, client: rememberSearches(context.client) };
    const outcomes = await runScheduled(entries, {
        concurrency,
        run: (entry, before) => runEntry(entry, before, { ...shared, log: named(entry.name, context.log) }),
        stopped: (before) => whyStopped(before, continueOnError, context.signal),
    });
    return toldBatch(entries, outcomes, context);
}
function whyStopped(outcomes, continueOnError, signal) {
    if (signal.aborted)
        return 'the batch was ended';
    if (continueOnError)
        return undefined;
    const failed = [...outcomes].find(([, { kind }]) => kind === 'failed');
    return failed && `'${failed[0]}' failed`;
}
async function runEntry(entry, before, context) {
    const { log } = context;
    try {
        const result = waitingForPlan(entry, before) ?? (await (0,run_operation/* runOperation */.x)(requestOf(entry, before), ownContext(entry, context)));
        const outcome = queried(entry, result);
        log.info(outcome.kind === 'failed' ? outcome.error.message : result.headline);
        return outcome;
    }
    catch (thrown) {
        const error = (0,errors/* toOperationError */.X$)(thrown);
        log.info(`${error.message} ${error.details.hint}`);
        return { kind: 'failed', error };
    }
}
/** Under a dry run nothing can be said of an entry that uses what another would have answered, except that it would run. */
function waitingForPlan({ operation, needs }, before) {
    const planned = needs.filter((name) => {
        const outcome = before.get(name);
        return outcome?.kind === 'done' && outcome.result.status === 'planned';
    });
    if (planned.length === 0)
        return undefined;
    const names = planned.map((name) => `'${name}'`).join(' and ');
    return {
        status: 'planned',
        changed: operation.effect !== 'read',
        output: { operation: operation.key, 'needs-results-of': planned },
        headline: `Would run ${operation.key} with what ${names} would answer`,
    };
}
/** The request with its references resolved. Throws INPUT_INVALID where what they refer to does not fit. */
function requestOf({ operation, input, confirm }, before) {
    const resolve = (reference) => {
        const outcome = before.get(reference.step);
        if (outcome?.kind !== 'done')
            throw new Error(`'${reference.step}' has no result.`);
        return lookUp(reference, outcome.result);
    };
    const read = (0,operation_request/* readRequestOf */.vg)(operation, (0,references/* resolveMapping */.fO)(input, resolve, asText), { confirm });
    if (!read.ok)
        throw (0,input_problem/* inputError */.X)(read.problems);
    return read.request;
}
/** Items stay in memory here: they become a part of the batch's own result. */
function ownContext({ confirm, ifExists, maxItems }, context) {
    const { options, host } = context;
    return {
        ...context,
        host: { ...host, confirm },
        options: { ...options, maxItems, ifExists: ifExists ?? options.ifExists },
        items: undefined,
    };
}
function queried({ query }, result) {
    if (result.failure !== undefined)
        return { kind: 'failed', error: result.failure, result };
    if (query === undefined || result.status === 'planned')
        return { kind: 'done', result };
    try {
        return { kind: 'done', result: { ...result, output: query.apply(result.output) } };
    }
    catch (thrown) {
        return { kind: 'failed', error: (0,errors/* toOperationError */.X$)(thrown), result };
    }
}
function named(name, log) {
    const say = (message) => `[${name}] ${message}`;
    return {
        debug: (message) => log.debug(say(message)),
        info: (message) => log.info(say(message)),
        notice: (message) => log.notice(say(message)),
        warning: (message) => log.warning(say(message)),
    };
}


/***/ })

};

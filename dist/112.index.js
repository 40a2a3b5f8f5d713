export const id = 112;
export const ids = [112];
export const modules = {

/***/ 68513:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ PacedReader)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/hub/audit/rate-limit.js
/** Downloads have a wider budget than the API. */
function bucketOf(path) {
    if (path.includes('/resolve/'))
        return 'resolvers';
    return path.startsWith('/api/') ? 'api' : 'pages';
}
/** Reads `RateLimit: "api";r=99;t=55` and `RateLimit-Policy: "fixed window";"api";q=500;w=300`. */
function readRateLimit(headers) {
    const limit = headers.ratelimit ?? '';
    const bucket = /"(api|resolvers|pages)"/.exec(limit)?.[1];
    const remaining = numberOf(limit, 'r');
    const reset = numberOf(limit, 't');
    if (remaining === undefined || reset === undefined || !isBucket(bucket))
        return undefined;
    return { bucket, remaining, resetMs: reset * 1000, quota: numberOf(headers['ratelimit-policy'] ?? '', 'q') };
}
function isBucket(name) {
    return name === 'api' || name === 'resolvers' || name === 'pages';
}
function numberOf(header, key) {
    const digits = new RegExp(`;\\s*${key}=(\\d{1,9})(?:;|,|$)`).exec(header)?.[1];
    return digits === undefined ? undefined : Number(digits);
}
/** `Retry-After` in seconds or as a date, in milliseconds from `now`. */
function readRetryAfter(headers, now) {
    const text = headers['retry-after']?.trim();
    if (text === undefined || text === '')
        return undefined;
    if (/^\d{1,7}$/.test(text))
        return Number(text) * 1000;
    const date = Date.parse(text);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

;// CONCATENATED MODULE: ./build/hub/audit/paced-reader.js



/** What stands below repeats reads by itself; these are for a Hub that is away for longer than that. */
const attempts = 3;
/** A refusal that says when to come back is no failure. */
const attemptsWhenBusy = 10;
const startConcurrency = 4;
/** The part of a window that is left to whatever else uses the same account. */
const reservedShare = 0.05;
const longestBackOff = 30_000;
/** A window of the Hub lasts five minutes; a header that asks for more is not believed. */
const longestWait = 10 * 60_000;
/** The window's end is told in whole seconds. */
const resetMargin = 1000;
/**
 * Sends as many reads at a time as the Hub's headers allow: one more after each round that went well, half as many
 * after a refusal, none while a window is used up. p-limit queues; no library known to us follows `RateLimit` headers.
 */
class PacedReader {
    requests = 0;
    waits = 0;
    waitedMs = 0;
    #inner;
    #pacing;
    #limit;
    #budgets = new Map();
    #pauses = new Map();
    #successes = 0;
    constructor(inner, pacing) {
        this.#inner = inner;
        this.#pacing = pacing;
        this.#limit = (0,p_limit/* default */.A)(Math.min(startConcurrency, pacing.concurrency));
    }
    get concurrency() {
        return this.#limit.concurrency;
    }
    get(path, query = [], headers = {}) {
        return this.#limit(() => this.#attempts(path, query, headers));
    }
    async #attempts(path, query, headers) {
        const bucket = bucketOf(path);
        for (let attempt = 1;; attempt += 1) {
            await this.#take(bucket);
            const outcome = await this.#once(() => this.#inner.get(path, query, headers));
            const transient = outcome instanceof errors/* OperationError */.OK ? isTransient(outcome) : isTransientStatus(outcome.status);
            if (!transient || attempt >= (isBusy(outcome) ? attemptsWhenBusy : attempts))
                return finish(outcome);
            await this.#backOff(bucket, outcome, attempt);
        }
    }
    async #once(call) {
        this.#pacing.signal.throwIfAborted();
        this.requests += 1;
        try {
            const answer = await call();
            this.#learn(answer);
            return answer;
        }
        catch (error) {
            if (error instanceof errors/* OperationError */.OK)
                return error;
            throw error;
        }
    }
    #learn(answer) {
        const said = readRateLimit(answer.headers);
        if (said) {
            const known = this.#budgets.get(said.bucket);
            const resetAt = this.#pacing.runtime.now() + said.resetMs;
            const sameWindow = known !== undefined && Math.abs(known.resetAt - resetAt) < 2 * resetMargin;
            // What is under way may not have been counted there yet.
            const left = said.remaining - (this.#limit.activeCount - 1);
            const remaining = sameWindow ? Math.min(known.remaining, left) : left;
            this.#budgets.set(said.bucket, { remaining, resetAt, quota: said.quota });
        }
        if (isTransientStatus(answer.status))
            return;
        this.#successes += 1;
        if (this.#successes < this.#limit.concurrency || this.#limit.concurrency >= this.#pacing.concurrency)
            return;
        this.#successes = 0;
        this.#limit.concurrency += 1;
    }
    /** Looks and takes in one go: what is left is not promised to two requests. */
    async #take(bucket) {
        for (;;) {
            const budget = this.#budgets.get(bucket);
            const now = this.#pacing.runtime.now();
            if (!budget || now >= budget.resetAt)
                return;
            if (budget.remaining > Math.max(1, Math.ceil((budget.quota ?? 0) * reservedShare))) {
                budget.remaining -= 1;
                return;
            }
            await this.#pause(bucket, budget.resetAt - now + resetMargin, `The Hub's ${bucket} budget is used up`);
        }
    }
    /** All requests of a budget wait together: one wait, however many there are. */
    async #pause(bucket, milliseconds, reason) {
        const running = this.#pauses.get(bucket);
        if (running !== undefined)
            return running;
        const wait = Math.min(milliseconds, longestWait);
        this.waits += 1;
        this.waitedMs += wait;
        this.#pacing.log.info(`${reason}; waiting ${Math.ceil(wait / 1000)} s.`);
        const pause = this.#pacing.runtime.sleep(wait, this.#pacing.signal).finally(() => {
            this.#pauses.delete(bucket);
            this.#budgets.delete(bucket);
        });
        this.#pauses.set(bucket, pause);
        return pause;
    }
    async #backOff(bucket, outcome, attempt) {
        this.#limit.concurrency = Math.max(1, Math.floor(this.#limit.concurrency / 2));
        this.#successes = 0;
        const asked = this.#askedWait(outcome);
        const jittered = Math.min(longestBackOff, 1000 * 2 ** (attempt - 1)) * this.#pacing.runtime.random();
        if (asked !== undefined)
            return this.#pause(bucket, asked + jittered, 'The Hub asked to wait');
        await this.#pacing.runtime.sleep(jittered, this.#pacing.signal);
    }
    #askedWait(outcome) {
        if (outcome instanceof errors/* OperationError */.OK)
            return outcome.details.retryAfterMs;
        const said = readRateLimit(outcome.headers);
        if (outcome.status === 429 && said?.remaining === 0)
            return said.resetMs + resetMargin;
        return readRetryAfter(outcome.headers, this.#pacing.runtime.now());
    }
}
function isTransientStatus(status) {
    return status === 408 || status === 425 || status === 429 || status >= 500;
}
function isBusy(outcome) {
    return outcome instanceof errors/* OperationError */.OK ? outcome.code === 'RATE_LIMITED' : outcome.status === 429;
}
function isTransient(error) {
    return error.details.retryable === true && ['RATE_LIMITED', 'UPSTREAM_UNAVAILABLE'].includes(error.code);
}
function finish(outcome) {
    if (outcome instanceof errors/* OperationError */.OK)
        throw outcome;
    return outcome;
}


/***/ }),

/***/ 99112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAudit: () => (/* binding */ runAudit)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/hub/audit/audit-context.js
/** Where the rules are documented: beside the code of the action that runs. */
function rulesPage({ env }) {
    const repository = env.GITHUB_ACTION_REPOSITORY || env.GITHUB_REPOSITORY;
    if (!repository)
        return 'https://huggingface.co/docs/hub/security';
    const server = env.GITHUB_SERVER_URL || 'https://github.com';
    return `${server}/${repository}/blob/${env.GITHUB_ACTION_REF || 'main'}/docs/audit-rules.md`;
}

// EXTERNAL MODULE: ./build/hub/audit/audit-inputs.js + 1 modules
var audit_inputs = __webpack_require__(46331);
// EXTERNAL MODULE: ./build/hub/audit/evaluate.js
var evaluate = __webpack_require__(27641);
// EXTERNAL MODULE: ./build/hub/audit/part.js
var part = __webpack_require__(52743);
// EXTERNAL MODULE: ./build/hub/audit/walk.js
var walk = __webpack_require__(76555);
;// CONCATENATED MODULE: ./build/hub/audit/collect.js




/** Walks every list, a page in memory at a time. */
async function collect(request) {
    const collection = {
        repositories: { model: 0, dataset: 0, space: 0 },
        usedStorage: { model: 0, dataset: 0, space: 0 },
        findings: [],
        fixes: [],
        exempted: [],
        undecided: [],
        audited: [],
        cacheHits: 0,
    };
    for (const type of request.types)
        await collectType(type, request, collection);
    return collection;
}
async function collectType(type, request, collection) {
    const done = request.checkpoint.pages.filter((page) => page.type === type);
    for (const page of done)
        await keep(page, collection, request.cacheWriter);
    const next = done.at(-1)?.next;
    if (next === null)
        return;
    const query = next ?? (0,walk/* listQuery */.ND)(type, request.scope, request.reads);
    if (next)
        request.log.info(`Going on with the ${type}s after ${collection.repositories[type]} of an earlier run.`);
    try {
        for await (const page of (0,walk/* walk */.GG)(type, request.scope, query, request.reader, request.judgement)) {
            await request.checkpoint.add(page);
            await keep(page, collection, request.cacheWriter);
            request.log.info(`${type}s: ${collection.repositories[type]} audited, ${collection.findings.length} findings.`);
        }
    }
    catch (error) {
        throw next && isRejected(error) ? staleCheckpoint(error) : error;
    }
}
async function keep(page, collection, writer) {
    collection.repositories[page.type] += page.repositories;
    collection.usedStorage[page.type] += page.usedStorage;
    for (const finding of page.findings)
        collection.findings.push(finding);
    for (const fix of page.fixes)
        collection.fixes.push(fix);
    for (const key of page.audited)
        collection.audited.push(key);
    collection.exempted = (0,part/* addCounts */.c)(collection.exempted, page.exempted);
    collection.undecided = (0,evaluate/* addUndecided */.Lv)(collection.undecided, page.undecided);
    collection.cacheHits += page.cacheHits;
    if (writer)
        for (const line of page.cacheLines)
            await writer.keep(line);
}
function isRejected(error) {
    return error instanceof errors/* OperationError */.OK && error.code === 'HUB_REJECTED';
}
function staleCheckpoint(cause) {
    return new errors/* OperationError */.OK('HUB_REJECTED', 'The Hub no longer knows the page at which the earlier audit stopped.', {
        hint: 'Delete the file of `checkpoint` and run the audit from its beginning.',
        cause,
        effect: 'none',
    });
}

// EXTERNAL MODULE: ./build/hub/audit/compose-report.js + 3 modules
var compose_report = __webpack_require__(1914);
// EXTERNAL MODULE: ./build/hub/audit/fact-store.js + 4 modules
var fact_store = __webpack_require__(59919);
// EXTERNAL MODULE: ./build/hub/audit/fingerprint.js
var fingerprint = __webpack_require__(33372);
// EXTERNAL MODULE: ./build/hub/audit/facts/fact-source.js
var fact_source = __webpack_require__(12872);
// EXTERNAL MODULE: ./build/hub/audit/facts/open-discussions.js
var open_discussions = __webpack_require__(88894);
// EXTERNAL MODULE: ./build/hub/audit/hub-calls.js
var hub_calls = __webpack_require__(22283);
// EXTERNAL MODULE: ./build/hub/audit/repository-record.js
var repository_record = __webpack_require__(26058);
;// CONCATENATED MODULE: ./build/hub/audit/fix.js




/** Mends findings that have a safe mend, one after the other, each read back from the Hub. */
async function applyFixes(request) {
    const outcomes = [];
    for (const [index, fix] of fixable(request).entries()) {
        const { description, finding } = fix;
        const told = { fingerprint: finding.fingerprint, description };
        if (index >= request.maxFixes) {
            outcomes.push({ ...told, status: 'skipped', reason: `More than ${request.maxFixes} fixes: see \`max-fixes\`.` });
        }
        else if (request.dryRun)
            outcomes.push({ ...told, status: 'planned' });
        else
            outcomes.push({ ...told, ...(await mend(fix, request)) });
    }
    return outcomes;
}
function fixable({ findings, fixes }) {
    const changes = new Map(fixes.map((fix) => [fix.fingerprint, fix.change]));
    return findings.flatMap((finding) => {
        const change = changes.get(finding.fingerprint);
        const { subject } = finding;
        if (!change || subject.kind !== 'repository')
            return [];
        return [{ finding, subject, change, description: `${describe(change)} of ${subject.type} ${subject.id}` }];
    });
}
function describe(change) {
    if (change.kind === 'sleep-time')
        return `Set the sleep time to ${change.seconds} s`;
    const settings = Object.entries(change.settings).map(([name, value]) => `${name} to ${value}`);
    return `Set ${settings.join(', ')}`;
}
/** The Hub's answer to a write says little; what counts is what it shows afterwards. */
async function mend(fix, { calls, log, now }) {
    log.info(`${fix.description}.`);
    const path = (0,fact_source/* apiPath */.So)(fix.subject);
    const refusal = fix.change.kind === 'settings'
        ? await (0,hub_calls/* trySend */.sh)(calls, 'PUT', `${path}/settings`, fix.change.settings)
        : await (0,hub_calls/* trySend */.sh)(calls, 'POST', `${path}/sleeptime`, { seconds: fix.change.seconds });
    if (await holds(fix, calls, now))
        return { status: 'mended' };
    return { status: 'failed', reason: refusal ?? 'The Hub took the change, and does not show it.' };
}
async function holds({ subject, change }, calls, now) {
    const answer = await calls.get((0,fact_source/* apiPath */.So)(subject));
    const record = (0,hub_calls/* isSuccess */.oJ)(answer) ? (0,repository_record/* readRecord */.aE)(subject.type, answer.body) : undefined;
    if (!record)
        return false;
    if (change.kind === 'sleep-time')
        return record.runtime?.sleepAfterSeconds === change.seconds;
    const { visibility, gated, discussionsDisabled } = change.settings;
    if (visibility !== undefined && record.private !== (visibility === 'private'))
        return false;
    if (gated !== undefined && record.gated !== gated)
        return false;
    if (discussionsDisabled === undefined)
        return true;
    const discussions = await open_discussions/* openDiscussions */.o.load(record, calls, now);
    return discussions.kind === 'value' && discussions.value.disabled === discussionsDisabled;
}

// EXTERNAL MODULE: ./build/hub/audit/namespace-facts.js
var namespace_facts = __webpack_require__(3549);
// EXTERNAL MODULE: ./build/hub/audit/paced-reader.js + 1 modules
var paced_reader = __webpack_require__(68513);
// EXTERNAL MODULE: ./build/hub/audit/part-file.js
var part_file = __webpack_require__(89762);
// EXTERNAL MODULE: ./build/hub/audit/policy/active-rules.js
var active_rules = __webpack_require__(34603);
// EXTERNAL MODULE: ./build/hub/audit/policy/exemptions.js
var exemptions = __webpack_require__(81455);
// EXTERNAL MODULE: ./build/hub/audit/rules/options.js
var options = __webpack_require__(42714);
// EXTERNAL MODULE: ./build/hub/audit/shard.js
var audit_shard = __webpack_require__(83468);
// EXTERNAL MODULE: ./build/hub/audit/verdict.js
var verdict = __webpack_require__(16589);
;// CONCATENATED MODULE: ./build/hub/audit/run-audit.js


















/** Audits a namespace, or one shard of it, against a policy. @throws OperationError, never for findings */
async function runAudit(parameters, context) {
    const { policy, baseline } = await (0,audit_inputs/* readPolicies */.h9)(parameters, context);
    const page = rulesPage(context.runtime);
    const opened = await (0,audit_inputs/* openCache */.bp)(parameters, context);
    try {
        const scope = scopeOf(parameters, opened.cache);
        const startedAt = context.runtime.now();
        const rules = (0,active_rules/* activeRules */.I)(policy, page);
        const accepted = { version: 1, accepted: [...baseline] };
        return await audit({ parameters, context, policy, baseline: accepted, rules, scope, startedAt, rulesPage: page }, opened);
    }
    catch (error) {
        await opened.writer?.discard();
        throw error;
    }
    finally {
        opened.cache.close();
    }
}
function scopeOf({ namespace, shard, changedSince }, cache) {
    const last = changedSince === 'last-run' ? cache.previousStart : changedSince;
    return {
        namespace,
        shard: shard === undefined ? undefined : (0,audit_shard/* parseShard */.uK)(shard),
        changedSince: last === undefined ? undefined : Date.parse(last),
    };
}
async function audit(prepared, opened) {
    const { parameters, context } = prepared;
    const { concurrency } = parameters;
    const reader = new paced_reader/* PacedReader */.H(context.calls, { ...context, concurrency });
    const { checkpoint, collection } = await gather(prepared, opened, reader);
    const part = toPart(prepared, collection, reader);
    const composition = await withFixes(prepared, opened, part, collection);
    const report = (0,compose_report/* composeReport */.Z)(composition);
    if (parameters.result !== undefined)
        await (0,part_file/* writePart */.$)(await context.files.pathToWrite(parameters.result), part);
    await finishCache(prepared, opened, collection, composition, report);
    await checkpoint.remove();
    const violation = (0,verdict/* violationOf */.x)(report, parameters.failOn);
    const changed = report.fixes.some((fix) => fix.status === 'mended' || fix.status === 'planned');
    return { report, changed, ...(violation ? { violation } : {}) };
}
async function gather(prepared, { cache, writer }, reader) {
    const { parameters, context, policy, rules, scope, startedAt } = prepared;
    const { types } = parameters;
    const clock = { now: startedAt, refreshAfter: policy.refreshAfter * options/* dayMs */.LP };
    const judgement = {
        rules: rules.repository,
        exemptions: (0,exemptions/* prepareExemptions */.IX)(policy, startedAt),
        ownerOf: (0,exemptions/* ownerOf */.bf)(policy),
        facts: new fact_store/* FactStore */.g(reader, cache, clock),
        clock,
    };
    const { changedSince, ...question } = { ...scope, types, policy };
    const checkpoint = await (0,audit_inputs/* openAuditCheckpoint */.ux)(parameters, { ...question, limited: changedSince ?? null }, context);
    const reads = new Set([...rules.repository, ...rules.namespace].flatMap((rule) => rule.reads));
    const request = { scope, types, reads, reader, judgement, checkpoint, cacheWriter: writer, log: context.log };
    const collection = await collect(request);
    await addNamespace(prepared, judgement, reader, collection);
    return { checkpoint, collection };
}
/** The namespace itself is looked at once, by the first shard. */
async function addNamespace({ parameters: { namespace, types }, rules, scope }, judgement, reader, collection) {
    if (scope.shard && scope.shard.index !== 1)
        return;
    const asked = rules.namespace.filter((rule) => rule.needs !== 'totals');
    const { facts, refused } = await (0,namespace_facts/* gatherNamespace */.n)(reader, namespace, new Set(asked.map((rule) => rule.needs)));
    const totals = { usedStorage: collection.usedStorage };
    const exempted = [];
    for (const rule of asked.filter((one) => !refused.has(one.needs))) {
        for (const breach of rule.check({ ...facts, totals })) {
            const subject = (0,evaluate/* namespaceSubject */.Mt)(namespace, breach.member);
            const exemption = judgement.exemptions.of(rule.description.id, subject);
            if (exemption !== undefined)
                exempted[exemption] = (exempted[exemption] ?? 0) + 1;
            else
                collection.findings.push((0,evaluate/* toFinding */.N6)(rule.description, subject, breach, undefined));
        }
    }
    collection.exempted = (0,part/* addCounts */.c)(collection.exempted, Array.from(exempted, (count) => count ?? null));
    collection.undecided = (0,evaluate/* addUndecided */.Lv)(collection.undecided, (0,namespace_facts/* undecidedRules */.l)(asked, refused));
    const empty = types.every((type) => collection.repositories[type] === 0);
    if (empty && facts.members === undefined && !scope.shard)
        await requireNamespace(reader, namespace);
}
/** A list of a namespace that does not exist is empty, not missing: a slip of the hand must not pass an audit. */
async function requireNamespace(reader, namespace) {
    const name = encodeURIComponent(namespace);
    for (const path of [`/api/organizations/${name}/overview`, `/api/users/${name}/overview`]) {
        if ((await reader.get(path)).status !== 404)
            return;
    }
    throw new errors/* OperationError */.OK('HUB_NOT_FOUND', `There is no user or organization ${namespace} on the Hub.`, {
        hint: 'Check `namespace`.',
        effect: 'none',
        status: 404,
    });
}
function toPart(prepared, collection, reader) {
    const { parameters, context, policy, scope, baseline } = prepared;
    const { requests, waits, waitedMs } = reader;
    return {
        format: 'membrane-hub-audit-part',
        version: 1,
        namespace: parameters.namespace,
        types: parameters.types,
        ...(scope.shard ? { shard: (0,audit_shard/* shardText */.eG)(scope.shard) } : {}),
        ...(scope.changedSince === undefined ? {} : { changedSince: scope.changedSince }),
        startedAt: new Date(prepared.startedAt).toISOString(),
        finishedAt: new Date(context.runtime.now()).toISOString(),
        policyDigest: (0,fingerprint/* digestOf */.o)(policy),
        rulesPage: prepared.rulesPage,
        policy,
        baseline,
        failOn: parameters.failOn,
        repositories: collection.repositories,
        usedStorage: collection.usedStorage,
        findings: collection.findings,
        exempted: [...collection.exempted],
        undecided: [...collection.undecided],
        audited: collection.audited,
        cost: { requests, cacheHits: collection.cacheHits, waits, waitedMs },
    };
}
async function withFixes(prepared, { cache, writer }, part, { fixes }) {
    const { parameters, context, startedAt: now } = prepared;
    const previous = cache.previous();
    const remembers = writer !== undefined;
    const plain = { parts: [part], previous, remembers, fixes: [], now, incomplete: [] };
    if (!parameters.fix)
        return plain;
    const { findings } = (0,compose_report/* composeReport */.Z)(plain);
    const { calls, log, dryRun } = context;
    return {
        ...plain,
        fixes: await applyFixes({ findings, fixes, maxFixes: parameters.maxFixes, dryRun, calls, log, now }),
    };
}
/** Repositories that were not looked at keep what is known of them; those that are gone are forgotten. */
async function finishCache({ scope }, { cache, writer }, { audited }, composition, report) {
    if (!writer)
        return;
    if (scope.changedSince !== undefined) {
        const done = new Set(audited);
        for (const key of cache.keys()) {
            const line = done.has(key) ? undefined : cache.line(key);
            if (line !== undefined)
                await writer.keep(line);
        }
    }
    // Not every system puts another file in the place of an open one.
    cache.close();
    await writer.finish((0,compose_report/* rememberRun */.j)(composition, report));
}


/***/ }),

/***/ 70370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ pLimit)
});

// UNUSED EXPORTS: limitFunction

;// CONCATENATED MODULE: ./node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ./node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}


/***/ })

};

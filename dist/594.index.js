export const id = 594;
export const ids = [594];
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

/***/ 70594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runApply: () => (/* binding */ runApply)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/input-problem.js
var input_problem = __webpack_require__(74594);
// EXTERNAL MODULE: ./build/hub/audit/namespace-facts.js
var namespace_facts = __webpack_require__(3549);
// EXTERNAL MODULE: ./build/hub/audit/paced-reader.js + 1 modules
var paced_reader = __webpack_require__(68513);
// EXTERNAL MODULE: ./build/hub/audit/policy/read-policy.js
var read_policy = __webpack_require__(36698);
// EXTERNAL MODULE: ./build/hub/audit/facts/fact-source.js
var fact_source = __webpack_require__(12872);
// EXTERNAL MODULE: ./build/hub/audit/hub-calls.js
var hub_calls = __webpack_require__(22283);
;// CONCATENATED MODULE: ./build/hub/audit/settings/carry-out.js


/** Sends what a change needs, one call after the other. @returns why the Hub refused, if it did */
async function carryOut(change, hands) {
    for (const { method, path, body } of callsOf(change, hands)) {
        const refusal = await (0,hub_calls/* trySend */.sh)(hands.calls, method, path, body);
        if (refusal !== undefined)
            return refusal;
    }
    return undefined;
}
function callsOf(change, hands) {
    if (change.kind === 'role') {
        const user = encodeURIComponent(change.user);
        const path = `/api/organizations/${encodeURIComponent(hands.namespace)}/members/${user}/role`;
        return [{ method: 'PUT', path, body: { role: change.role } }];
    }
    const name = change.id.slice(change.id.indexOf('/') + 1);
    const place = { name, organization: hands.namespace, type: change.type };
    if (change.kind === 'delete')
        return [{ method: 'DELETE', path: '/api/repos/delete', body: place }];
    if (change.kind === 'update')
        return settingCalls(change, change.settings, hands);
    const { visibility = 'private', sdk, ...rest } = change.settings;
    const body = { ...place, visibility, ...(sdk === undefined ? {} : { sdk }) };
    return [{ method: 'POST', path: '/api/repos/create', body }, ...settingCalls(change, rest, hands)];
}
function settingCalls(change, wanted, { groups }) {
    const path = (0,fact_source/* apiPath */.So)(change);
    const { visibility, gated, discussions, resourceGroup, hardware, sleepTime } = wanted;
    const settings = {
        ...(visibility === undefined ? {} : { visibility }),
        ...(gated === undefined ? {} : { gated }),
        ...(discussions === undefined ? {} : { discussionsDisabled: !discussions }),
    };
    const calls = [];
    if (Object.keys(settings).length > 0)
        calls.push({ method: 'PUT', path: `${path}/settings`, body: settings });
    if (resourceGroup !== undefined) {
        const resourceGroupId = resourceGroup === null ? null : (groups.get(resourceGroup) ?? resourceGroup);
        calls.push({ method: 'POST', path: `${path}/resource-group`, body: { resourceGroupId } });
    }
    if (hardware !== undefined)
        calls.push({ method: 'POST', path: `${path}/hardware`, body: { flavor: hardware } });
    if (sleepTime !== undefined)
        calls.push({ method: 'POST', path: `${path}/sleeptime`, body: { seconds: sleepTime } });
    return calls;
}

// EXTERNAL MODULE: ./build/hub/audit/settings/present-settings.js
var present_settings = __webpack_require__(49557);
// EXTERNAL MODULE: ./build/hub/audit/settings/settings-document.js
var settings_document = __webpack_require__(4953);
;// CONCATENATED MODULE: ./build/hub/audit/settings/settings-plan.js

/** What brings the present settings to the wanted ones. With `prune`, repositories the file does not name go. */
function planSettings(present, wanted, prune) {
    const changes = (0,settings_document/* repositoriesOf */.Ub)(wanted).flatMap(({ type, name, settings }) => {
        const id = `${wanted.namespace}/${name}`;
        const now = present.repositories[settings_document/* collectionOf */.iw[type]][name];
        return now ? updates(type, id, now, settings) : [creation(type, id, settings)];
    });
    const roles = roleChanges(present, wanted);
    return {
        changes: [...changes, ...(prune ? deletions(present, wanted) : []), ...roles.changes],
        impossible: [...spacesWithoutSdk(present, wanted), ...roles.impossible],
    };
}
function creation(type, id, settings) {
    const visibility = settings.visibility ?? 'private';
    const line = `+ ${type} ${id} (${visibility})`;
    return { kind: 'create', type, id, settings, line, risk: visibility === 'public' ? 'exposes' : 'none' };
}
function updates(type, id, now, wanted) {
    const differing = settingNames.filter((name) => wanted[name] !== undefined && differs(name, now, wanted));
    if (differing.length === 0)
        return [];
    const words = differing.map((name) => `${kebab(name)} ${shown(now[name])} → ${shown(wanted[name])}`);
    const settings = Object.fromEntries(differing.map((name) => [name, wanted[name]]));
    const exposes = differing.some((name) => opens(name, wanted[name]));
    const line = `~ ${type} ${id}: ${words.join(', ')}`;
    return [{ kind: 'update', type, id, settings, line, risk: exposes ? 'exposes' : 'none' }];
}
/** The SDK of a Space is in its README: it is only given when one is made. */
const settingNames = ['visibility', 'gated', 'resourceGroup', 'discussions', 'hardware', 'sleepTime'];
function differs(name, now, wanted) {
    return (now[name] ?? null) !== (wanted[name] ?? null);
}
function opens(name, wanted) {
    return (name === 'visibility' && wanted === 'public') || (name === 'gated' && wanted === false);
}
function kebab(name) {
    return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
function shown(value) {
    return value === undefined || value === null ? 'none' : String(value);
}
function deletions(present, wanted) {
    return (0,settings_document/* repositoriesOf */.Ub)(present)
        .filter(({ type, name }) => !Object.hasOwn(wanted.repositories[settings_document/* collectionOf */.iw[type]], name))
        .map(({ type, name, settings }) => {
        const id = `${present.namespace}/${name}`;
        return { kind: 'delete', type, id, settings, line: `- ${type} ${id}`, risk: 'destroys' };
    });
}
function spacesWithoutSdk(present, wanted) {
    return Object.entries(wanted.repositories.spaces)
        .filter(([name, settings]) => settings.sdk === undefined && !Object.hasOwn(present.repositories.spaces, name))
        .map(([name]) => `The Space ${wanted.namespace}/${name} does not exist, and without \`sdk\` none can be made.`);
}
function roleChanges(present, wanted) {
    const now = present.members ?? {};
    const entries = Object.entries(wanted.members ?? {});
    const missing = entries.filter(([user]) => !Object.hasOwn(now, user));
    const changes = entries.flatMap(([user, role]) => {
        const before = now[user];
        if (before === undefined || before === role)
            return [];
        const risk = role === 'admin' ? 'exposes' : 'none';
        return [{ kind: 'role', user, role, risk, line: `~ member ${user}: ${before} → ${role}` }];
    });
    const impossible = missing.map(([user]) => `${user} is no member that the connected account sees: invite them first.`);
    return { changes, impossible };
}

;// CONCATENATED MODULE: ./build/hub/audit/settings/run-apply.js









/**
 * Brings a namespace to the settings of a file. `confirm` is the input of that name: it must repeat the namespace
 * where a repository would be deleted or opened to more people.
 */
async function runApply(parameters, context, confirm) {
    const wanted = await readWanted(parameters.file, context);
    const reader = new paced_reader/* PacedReader */.H(context.calls, { ...context, concurrency: parameters.concurrency });
    const now = () => (0,present_settings/* readPresentSettings */.n)(reader, wanted.namespace, partsOf(wanted), context.runtime.now());
    const plan = planSettings(await now(), wanted, parameters.prune);
    for (const { line } of plan.changes)
        context.log.info(line);
    if (context.dryRun)
        return outcome(wanted, plan, plan.changes.map((change) => told(change, 'planned')));
    requireConfirmation(plan, wanted.namespace, confirm);
    const refusals = await carryOutAll(plan, wanted, reader, context);
    const left = plan.changes.length > 0 ? planSettings(await now(), wanted, parameters.prune).changes : [];
    return outcome(wanted, plan, plan.changes.map((change) => verdictOn(change, refusals, left)));
}
async function readWanted(file, { files }) {
    const read = (0,read_policy/* parseDocument */.Tp)(await files.readText(file), file, settings_document/* settingsDocumentSchema */.ut);
    if (!read.ok)
        throw (0,input_problem/* inputError */.X)(read.problems);
    return read.value;
}
/** Only what the file speaks of is read. */
function partsOf(wanted) {
    const parts = new Set(['repositories']);
    if (wanted.members)
        parts.add('members');
    if ((0,settings_document/* repositoriesOf */.Ub)(wanted).some(({ settings }) => settings.discussions !== undefined))
        parts.add('discussions');
    return parts;
}
function requireConfirmation({ changes }, namespace, confirm) {
    const risky = changes.filter((change) => change.risk !== 'none');
    if (risky.length === 0 || confirm === namespace)
        return;
    const lines = risky.map((change) => `${change.line} (${change.risk})`);
    throw new errors/* OperationError */.OK('INPUT_INVALID', [`\`confirm\` must repeat ${namespace}, for:`, ...lines].join('\n'), {
        hint: `Look at the plan with \`dry-run: true\`, then set \`confirm: ${namespace}\`. Nothing was changed.`,
        effect: 'none',
    });
}
async function carryOutAll({ changes }, { namespace }, reader, { calls, signal }) {
    const needsGroups = changes.some((change) => change.kind !== 'role' && change.settings.resourceGroup !== undefined);
    const gathered = needsGroups ? await (0,namespace_facts/* gatherNamespace */.n)(reader, namespace, new Set(['resourceGroups'])) : undefined;
    const groups = new Map(gathered?.facts.resourceGroups?.map((group) => [group.name, group.id]));
    const refusals = new Map();
    for (const change of changes) {
        signal.throwIfAborted();
        const refusal = await carryOut(change, { calls, namespace, groups });
        if (refusal !== undefined)
            refusals.set(change.line, refusal);
    }
    return refusals;
}
/** The Hub is read again: a change that the plan would make once more has not been made. */
function verdictOn(change, refusals, left) {
    if (!left.some((one) => isSame(one, change)))
        return told(change, 'applied');
    return { ...told(change, 'failed'), reason: refusals.get(change.line) ?? 'The Hub took it, and does not show it.' };
}
function isSame(one, other) {
    if (one.kind === 'role' || other.kind === 'role') {
        return one.kind === 'role' && other.kind === 'role' && one.user === other.user;
    }
    return one.type === other.type && one.id === other.id;
}
function told({ line, risk }, status) {
    return { line, risk, status };
}
function outcome({ namespace }, { impossible }, changes) {
    return { namespace, changes, impossible, changed: changes.some((change) => change.status !== 'failed') };
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

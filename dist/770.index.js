export const id = 770;
export const ids = [770];
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

/***/ 95770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runSnapshot: () => (/* binding */ runSnapshot)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _paced_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68513);
/* harmony import */ var _present_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49557);
/* harmony import */ var _settings_document_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4953);




/** Writes a namespace's settings down as one declarative YAML text. */
async function runSnapshot(parameters, context) {
    const { namespace, include, file, concurrency } = parameters;
    const reader = new _paced_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .PacedReader */ .H(context.calls, { ...context, concurrency });
    const document = await (0,_present_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .readPresentSettings */ .n)(reader, namespace, new Set(include), context.runtime.now());
    const yaml = (0,_settings_document_js__WEBPACK_IMPORTED_MODULE_3__/* .writeDocument */ .ft)(document);
    if (file !== undefined)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(await context.files.pathToWrite(file), yaml);
    return { document, yaml, repositories: (0,_settings_document_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoriesOf */ .Ub)(document).length, requests: reader.requests };
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

export const id = 92;
export const ids = [92];
export const modules = {

/***/ 39071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f0: () => (/* binding */ readAction),
/* harmony export */   g6: () => (/* binding */ readActionResult),
/* harmony export */   iU: () => (/* binding */ readActionPage)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26921);
/* harmony import */ var _unreadable_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64);


const text = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().catch(undefined);
/** Some answers hold an empty key, or null, for an action without one. */
const key = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).optional().catch(undefined);
const actionSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
    key,
    name: text,
    description: text,
    inputSchema: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J().optional(),
    outputSchema: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J().optional(),
});
const pageSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ items: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J()), cursor: text });
/** A page of a search: `{items, cursor}`, or a bare list. What is no action is left out. */
function readActionPage(answer) {
    const page = pageSchema.safeParse(Array.isArray(answer) ? { items: answer } : answer);
    if (!page.success)
        throw (0,_unreadable_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadableAnswer */ .C)('it is no list of actions', 'none');
    const actions = page.data.items.map((item) => actionSchema.safeParse(item)).filter((item) => item.success);
    return { actions: actions.map((item) => item.data), cursor: page.data.cursor === '' ? undefined : page.data.cursor };
}
function readAction(answer) {
    const action = actionSchema.safeParse(answer);
    if (!action.success)
        throw (0,_unreadable_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadableAnswer */ .C)('it is no action', 'none');
    return action.data;
}
const runSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ output: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J().optional(), actionRunId: text });
/**
 * A run's answer. JSON has no way to write that there is no output: then the field is missing, and an object that has
 * neither field but others is no answer of a run.
 */
function readActionResult(answer) {
    const run = runSchema.safeParse(answer);
    if (!run.success || Array.isArray(answer) || !looksLikeRun(answer)) {
        throw (0,_unreadable_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadableAnswer */ .C)("it is no result of an action's run");
    }
    return { output: run.data.output ?? null, actionRunId: run.data.actionRunId };
}
function looksLikeRun(answer) {
    if (typeof answer !== 'object' || answer === null)
        return false;
    return 'output' in answer || 'actionRunId' in answer || Object.keys(answer).length === 0;
}


/***/ }),

/***/ 54713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ readConnectionAnswer)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26921);
/* harmony import */ var _excerpt_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57657);
/* harmony import */ var _unreadable_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64);



const text = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().catch(undefined);
const flag = zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().optional().catch(undefined);
const clientActionSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ type: text, description: text, uiUrl: text, agentInstructions: text })
    .optional()
    .catch(undefined);
const reasonSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }).transform((error) => error.message)]);
const answerSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
    name: text,
    state: text,
    disconnected: flag,
    connected: flag,
    isDefunct: flag,
    clientAction: clientActionSchema,
    error: reasonSchema.optional().catch(undefined),
    requestError: reasonSchema.optional().catch(undefined),
    errors: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(reasonSchema.catch('')).optional().catch(undefined),
});
/**
 * Any of Membrane's connection answers, older or newer, as a Connection.
 * @throws OperationError `UPSTREAM_UNAVAILABLE` where it names no connection.
 */
function readConnectionAnswer(answer) {
    const parsed = answerSchema.safeParse(answer);
    if (!parsed.success)
        throw (0,_unreadable_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadableAnswer */ .C)('it names no connection');
    const { id, name } = parsed.data;
    return { id, ...(name === undefined ? {} : { name: (0,_excerpt_js__WEBPACK_IMPORTED_MODULE_2__/* .excerpt */ .K)(name, 200) }), ...stateOf(parsed.data) };
}
function stateOf(answer) {
    const state = answer.state?.trim().toUpperCase();
    switch (state) {
        case 'READY':
            return signedOut(answer) ? actionRequired(answer) : { state };
        case 'BUILDING':
        case 'DISCONNECTING':
            return { state };
        case 'CLIENT_ACTION_REQUIRED':
            return actionRequired(answer);
        case 'CONFIGURATION_ERROR':
        case 'SETUP_FAILED':
            return { state, error: reasonOf(answer) };
        case undefined:
        case '':
            return olderState(answer);
        default:
            return { state: 'UNKNOWN', reported: (0,_excerpt_js__WEBPACK_IMPORTED_MODULE_2__/* .excerpt */ .K)(answer.state ?? '', 80) };
    }
}
/** Answers from before `state` existed say only whether the connection is signed in. */
function olderState(answer) {
    if (answer.clientAction !== undefined || signedOut(answer))
        return actionRequired(answer);
    if (answer.disconnected === false || answer.connected === true)
        return { state: 'READY' };
    if (hasReason(answer))
        return { state: 'SETUP_FAILED', error: reasonOf(answer) };
    return { state: 'UNKNOWN', reported: 'no state' };
}
function signedOut(answer) {
    return answer.disconnected === true || answer.isDefunct === true;
}
function actionRequired(answer) {
    const given = answer.clientAction;
    const clientAction = {
        type: given?.type === undefined ? 'connect' : (0,_excerpt_js__WEBPACK_IMPORTED_MODULE_2__/* .excerpt */ .K)(given.type, 80),
        ...(given?.description === undefined ? {} : { description: (0,_excerpt_js__WEBPACK_IMPORTED_MODULE_2__/* .excerpt */ .K)(given.description, 1000) }),
        ...(given?.agentInstructions === undefined ? {} : { agentInstructions: (0,_excerpt_js__WEBPACK_IMPORTED_MODULE_2__/* .excerpt */ .K)(given.agentInstructions, 2000) }),
        ...pageOf(given?.uiUrl),
    };
    return { state: 'CLIENT_ACTION_REQUIRED', clientAction };
}
/** Only web addresses: the link is shown to people who will click it. */
function pageOf(uiUrl) {
    if (uiUrl === undefined || !URL.canParse(uiUrl))
        return {};
    const url = new URL(uiUrl);
    return url.protocol === 'https:' || url.protocol === 'http:' ? { uiUrl: url.href } : {};
}
function hasReason(answer) {
    return reasonsOf(answer).length > 0;
}
function reasonOf(answer) {
    const reasons = reasonsOf(answer);
    return reasons.length > 0 ? (0,_excerpt_js__WEBPACK_IMPORTED_MODULE_2__/* .excerpt */ .K)(reasons.join(' '), 500) : 'Membrane gave no reason.';
}
function reasonsOf(answer) {
    const all = [answer.error, answer.requestError, ...(answer.errors ?? []).slice(0, 5)];
    return [...new Set(all.filter((reason) => reason !== undefined && reason !== ''))].map(String);
}


/***/ }),

/***/ 25714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HT: () => (/* binding */ readEnvelope),
/* harmony export */   XT: () => (/* binding */ isEnvelope),
/* harmony export */   jB: () => (/* binding */ readHeaders),
/* harmony export */   rk: () => (/* binding */ readStatus)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26921);

/** `ErrorType` of Membrane's published SDK (0.28): what tells its envelope from any other object with a `type`. */
const knownTypes = new Set([
    'bad_request',
    'connection',
    'configuration',
    'dependency_error',
    'flow_run',
    'flow_instance_setup',
    'concurrency',
    'internal',
    'action_run',
    'action_instance_setup',
    'unit_run',
    'custom_code',
    'insufficient_credit',
    'openrouter_not_configured',
]);
const text = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional().catch(undefined);
const envelopeSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ type: text, key: text, message: text });
/** Bounds on what is looked at: an envelope comes from outside. */
const maxDepth = 60;
const maxVisits = 2000;
/** Whether a parsed answer is Membrane's error envelope, and not the connected service's own answer. */
function isEnvelope(value) {
    if (!isObject(value))
        return false;
    const { type, message } = value;
    return typeof type === 'string' && knownTypes.has(type) && typeof message === 'string';
}
/** Collects a chain of errors from an envelope of any shape; never throws. */
function readEnvelope(envelope) {
    const found = { errors: [], depth: -1, visits: 0, seen: new Set() };
    walk(envelope, 0, true, found);
    return { errors: found.errors, upstream: found.upstream, upstreamRequest: found.upstreamRequest };
}
/** Never for users' eyes, or not Membrane's own words: what the service said must not be taken for an envelope. */
const closed = new Set(['stack', 'logs', 'request', 'response', 'input', 'output', 'headers', '__proto__']);
function walk(value, depth, isError, found) {
    if (!isObject(value) || depth > maxDepth || found.visits >= maxVisits || found.seen.has(value))
        return;
    found.seen.add(value);
    found.visits += 1;
    if (isError || isEnvelope(value))
        found.errors.push(readError(value));
    noteUpstream(value, depth, found);
    for (const key of Object.keys(value).slice(0, 200)) {
        if (!closed.has(key))
            walk(value[key], depth + 1, key === 'causedByError', found);
    }
}
function readError(value) {
    const parsed = envelopeSchema.safeParse(value);
    const error = parsed.success ? parsed.data : {};
    const data = value.data;
    const errorId = isObject(data) && typeof data.errorId === 'string' ? data.errorId : undefined;
    return { ...error, errorId };
}
function noteUpstream(value, depth, found) {
    const upstream = readUpstream(value.response);
    if (upstream === undefined || depth <= found.depth)
        return;
    found.upstream = upstream;
    found.upstreamRequest = readRequest(value.request);
    found.depth = depth;
}
function readUpstream(response) {
    if (!isObject(response))
        return undefined;
    const status = readStatus(response.status ?? response.statusCode);
    if (status === undefined)
        return undefined;
    return { status, headers: readHeaders(response.headers), body: response.data ?? response.body ?? null };
}
/** A status as HTTP has it, also written as text. */
function readStatus(value) {
    const status = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value;
    return typeof status === 'number' && Number.isInteger(status) && status >= 100 && status <= 599 ? status : undefined;
}
/** Headers of any shape, names in lower case, several values of one name joined as HTTP joins them. */
function readHeaders(value) {
    const headers = [];
    if (!isObject(value))
        return {};
    for (const [name, content] of Object.entries(value).slice(0, 200)) {
        const joined = Array.isArray(content) ? content.filter((each) => typeof each === 'string').join(', ') : content;
        if (typeof joined === 'string')
            headers.push([name.toLowerCase(), joined]);
        else if (typeof joined === 'number')
            headers.push([name.toLowerCase(), String(joined)]);
    }
    return Object.fromEntries(headers);
}
function readRequest(request) {
    if (!isObject(request))
        return undefined;
    const { url, method } = request;
    if (typeof url !== 'string' || !URL.canParse(url))
        return undefined;
    const { origin, pathname } = new URL(url);
    const verb = typeof method === 'string' && /^[a-z]{1,10}$/i.test(method) ? `${method.toUpperCase()} ` : '';
    return `${verb}${origin}${pathname}`;
}
function isObject(value) {
    return typeof value === 'object' && value !== null;
}


/***/ }),

/***/ 3143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ envelopeError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _envelope_chain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25714);
/* harmony import */ var _excerpt_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57657);
/* harmony import */ var _status_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94095);
/* harmony import */ var _upstream_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68284);
/* harmony import */ var _wait_headers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(74452);






/**
 * Membrane's error envelope, of any shape, as the error to throw: the innermost answer of the service behind decides
 * where there is one, else Membrane's own type and key, else the HTTP status.
 */
function envelopeError(envelope, context) {
    const chain = (0,_envelope_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .readEnvelope */ .HT)(envelope);
    const deciding = decidingError(chain);
    const waited = (0,_wait_headers_js__WEBPACK_IMPORTED_MODULE_4__/* .waitFromHeaders */ .Q)(context.headers ?? {}, context.now);
    const base = {
        ...(waited === undefined ? {} : { retryAfterMs: waited }),
        ...(context.status === undefined ? {} : { status: context.status }),
        ...namesOf(deciding),
        ...requestIdOf(chain, context),
    };
    const reconnect = reconnectNeeded(chain);
    if (reconnect !== undefined)
        return finish(reconnect, chain, { ...base, ...statusOf(chain) });
    if (chain.upstream !== undefined && chain.upstream.status >= 400) {
        return (0,_upstream_error_js__WEBPACK_IMPORTED_MODULE_3__/* .upstreamError */ .Oh)(chain.upstream, { request: chain.upstreamRequest, now: context.now, base });
    }
    return finish(ownError(chain, context), chain, base);
}
function finish(found, chain, base) {
    const words = wordsOf(chain);
    const message = words === undefined ? `${found.what}.` : `${found.what}: ${words}`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OperationError */ .OK(found.code, message, { ...base, ...found.details });
}
function statusOf(chain) {
    return chain.upstream === undefined ? {} : { status: chain.upstream.status, upstream: chain.upstream };
}
/** The one whose type and key are told: the innermost that has a type. */
function decidingError(chain) {
    return chain.errors.findLast((error) => error.type !== undefined) ?? chain.errors[0];
}
function namesOf(error) {
    return {
        ...(error?.type === undefined ? {} : { membraneType: (0,_excerpt_js__WEBPACK_IMPORTED_MODULE_5__/* .excerpt */ .K)(error.type, 80) }),
        ...(error?.key === undefined ? {} : { membraneKey: (0,_excerpt_js__WEBPACK_IMPORTED_MODULE_5__/* .excerpt */ .K)(error.key, 80) }),
    };
}
function requestIdOf(chain, context) {
    const id = chain.upstream?.headers['x-request-id'] ??
        chain.errors.findLast((error) => error.errorId !== undefined)?.errorId ??
        context.headers?.['x-request-id'];
    return id === undefined ? {} : { requestId: (0,_excerpt_js__WEBPACK_IMPORTED_MODULE_5__/* .excerpt */ .K)(id, 120) };
}
/** The most telling words: the innermost message that is not empty. */
function wordsOf(chain) {
    const words = chain.errors.map((error) => (0,_excerpt_js__WEBPACK_IMPORTED_MODULE_5__/* .excerpt */ .K)(error.message ?? '', 500)).filter((each) => each !== '');
    return words.at(-1);
}
function has(chain, type, ...keys) {
    return chain.errors.some((error) => error.type === type && (keys.length === 0 || keys.includes(error.key ?? '')));
}
function reconnectNeeded(chain) {
    if (!has(chain, 'connection', 'connection_is_defunct', 'access_token_expired'))
        return undefined;
    return {
        code: 'CONNECTION_ACTION_REQUIRED',
        what: "The connection's own sign-in at the connected service is no longer valid",
        details: {
            hint: "Reconnect this connection in Membrane's console (sign in again; do not make a new one), then run the step again.",
            retryable: true,
            effect: 'none',
        },
    };
}
function ownError(chain, context) {
    if (has(chain, 'connection', 'rate_limit_exceeded') || has(chain, 'bad_request', 'rate_limit_exceeded'))
        return rateLimited;
    if (has(chain, 'concurrency'))
        return locked;
    if (has(chain, 'insufficient_credit'))
        return creditSpent(chain);
    if (has(chain, 'internal'))
        return internal;
    const key = chain.errors.findLast((error) => error.type === 'bad_request')?.key;
    const refused = badRequest(key, chain, context);
    if (refused !== undefined)
        return refused;
    if (has(chain, 'openrouter_not_configured') || has(chain, 'configuration'))
        return misconfigured;
    if (hasType(chain))
        return actionFailed;
    return (0,_status_error_js__WEBPACK_IMPORTED_MODULE_2__/* .statusError */ .$)(context.status, context.subject);
}
function hasType(chain) {
    return chain.errors.some((error) => error.type !== undefined && error.type !== 'bad_request');
}
function badRequest(key, chain, context) {
    switch (key) {
        case 'not_authenticated':
            return (0,_status_error_js__WEBPACK_IMPORTED_MODULE_2__/* .statusError */ .$)(401, context.subject);
        case 'access_denied':
            return (0,_status_error_js__WEBPACK_IMPORTED_MODULE_2__/* .statusError */ .$)(403, context.subject);
        case 'already_exists':
            return (0,_status_error_js__WEBPACK_IMPORTED_MODULE_2__/* .statusError */ .$)(409, context.subject);
        case 'not_found':
            return (0,_status_error_js__WEBPACK_IMPORTED_MODULE_2__/* .statusError */ .$)(404, saysConnection(chain) ? 'connection' : context.subject);
        case 'invalid_input':
        case 'invalid_request':
            return (0,_status_error_js__WEBPACK_IMPORTED_MODULE_2__/* .statusError */ .$)(400, context.subject);
        default:
            return has(chain, 'bad_request') && context.status === undefined ? (0,_status_error_js__WEBPACK_IMPORTED_MODULE_2__/* .statusError */ .$)(400, context.subject) : undefined;
    }
}
/** An action's run also answers `not_found` where it is the connection that is gone. */
function saysConnection(chain) {
    const words = wordsOf(chain) ?? '';
    return /\bconnection\b/i.test(words) && !/\baction\b/i.test(words);
}
const rateLimited = {
    code: 'RATE_LIMITED',
    what: 'A rate limit is used up',
    details: {
        hint: 'Wait some minutes and run the step again, or make fewer calls at once.',
        retryable: true,
        effect: 'none',
    },
};
const locked = {
    code: 'RATE_LIMITED',
    what: 'Membrane was busy with another call on the same object and did not carry this one out',
    details: { hint: 'Run the step again when the other call has ended.', retryable: true, effect: 'none' },
};
const internal = {
    code: 'UPSTREAM_UNAVAILABLE',
    what: 'Membrane had an internal error',
    details: {
        hint: 'Run the step again; if it stays so, give the request id to the support of Membrane.',
        retryable: true,
        effect: 'unknown',
    },
};
const misconfigured = {
    code: 'CONNECTION_FAILED',
    what: 'The action or its connection is not set up correctly in Membrane',
    details: {
        hint: "Open the action and the connection in Membrane's console and correct what the message names.",
        retryable: false,
        effect: 'unknown',
    },
};
const actionFailed = {
    code: 'UPSTREAM_UNAVAILABLE',
    what: 'The action failed inside Membrane',
    details: {
        hint: "Look at the action's run log in Membrane's console for the reason.",
        retryable: false,
        effect: 'unknown',
    },
};
/** Refused at the door only where it is the whole error: in the middle of a run something may have been done. */
function creditSpent(chain) {
    return {
        code: 'RATE_LIMITED',
        what: "The Membrane plan's credit is used up",
        details: {
            hint: "Add credit or choose another plan in Membrane's console; repeating the step does not help before that.",
            retryable: false,
            effect: chain.errors.length === 1 ? 'none' : 'unknown',
        },
    };
}


/***/ }),

/***/ 11141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ networkCode),
/* harmony export */   r: () => (/* binding */ networkFailure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _excerpt_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57657);


/** Nothing can have been carried out: the connection was never made. */
const beforeSending = new Set([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EAI_NODATA',
    'EAI_NONAME',
    'EHOSTUNREACH',
    'EHOSTDOWN',
    'ENETUNREACH',
    'ENETDOWN',
    'EADDRNOTAVAIL',
    'UND_ERR_CONNECT_TIMEOUT',
]);
/** Nothing was carried out either, and a repetition meets the same certificate. */
const certificate = /^(CERT_|ERR_TLS_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERR_SSL_|EPROTO$)/;
const maxCauses = 10;
/** The network code of a failure (`ECONNREFUSED`, …), wherever in its causes it is. */
function networkCode(failure, depth = 0) {
    if (depth > maxCauses || typeof failure !== 'object' || failure === null)
        return undefined;
    const inner = 'cause' in failure ? networkCode(failure.cause, depth + 1) : undefined;
    if (inner !== undefined)
        return inner;
    if ('code' in failure && typeof failure.code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(failure.code))
        return failure.code;
    if (!('errors' in failure) || !Array.isArray(failure.errors))
        return undefined;
    // Happy eyeballs: one error for each address that was tried.
    return networkCode(failure.errors[0], depth + 1);
}
/** Whether a failure happened while the connection was being made. */
function neverSent(failure, code) {
    if (code === undefined)
        return false;
    if (beforeSending.has(code) || certificate.test(code))
        return true;
    return code === 'ETIMEDOUT' && syscallOf(failure) === 'connect';
}
function syscallOf(failure, depth = 0) {
    if (depth > maxCauses || typeof failure !== 'object' || failure === null)
        return undefined;
    if ('syscall' in failure && typeof failure.syscall === 'string')
        return failure.syscall;
    return 'cause' in failure ? syscallOf(failure.cause, depth + 1) : undefined;
}
/**
 * A request that got no answer as an OperationError.
 * @param host what was asked, as shown to people
 */
function networkFailure(failure, host) {
    const code = networkCode(failure);
    if (code !== undefined && certificate.test(code))
        return untrusted(host, code, failure);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OperationError */ .OK('UPSTREAM_UNAVAILABLE', `${host} ${happening(failure, code)}.`, {
        hint: hintFor(code),
        retryable: true,
        effect: neverSent(failure, code) ? 'none' : 'unknown',
        cause: failure,
    });
}
function happening(failure, code) {
    if (code === undefined)
        return `did not answer (${failure instanceof Error ? (0,_excerpt_js__WEBPACK_IMPORTED_MODULE_1__/* .excerpt */ .K)(failure.message, 200) : 'no reason given'})`;
    if (code === 'ENOTFOUND' || code.startsWith('EAI_'))
        return `is unknown to the name service (${code})`;
    if (neverSent(failure, code))
        return `could not be reached (${code})`;
    return `broke off before its answer was complete (${code})`;
}
function hintFor(code) {
    if (code === 'ENOTFOUND')
        return 'Check `api-url` for a typing error, and the name service and proxy settings of the runner.';
    if (code !== undefined && beforeSending.has(code)) {
        return 'Check that the runner may reach it (`HTTPS_PROXY`, firewall), then run the step again.';
    }
    return 'Run the step again; if it stays so, look at the network between the runner and Membrane.';
}
function untrusted(host, code, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OperationError */ .OK('UPSTREAM_UNAVAILABLE', `The certificate of ${host} is not trusted (${code}).`, {
        hint: "For a self-hosted Membrane, set `NODE_EXTRA_CA_CERTS` to its authority's certificate in the job's environment.",
        retryable: false,
        effect: 'none',
        cause,
    });
}


/***/ }),

/***/ 58978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Um: () => (/* binding */ filledPathWithQuery),
/* harmony export */   VS: () => (/* binding */ assertSendable),
/* harmony export */   "in": () => (/* binding */ filledPath)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _excerpt_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57657);


/**
 * The path with its `{name}` places filled and percent-encoded. Both transports send this same text, so that what is
 * asked of the service does not depend on how Membrane or its CLI would fill them.
 * @throws OperationError `INPUT_INVALID` for a path that would leave the place it is appended to
 */
function filledPath(request) {
    const filled = request.path.replace(/\{([^{}]*)\}/g, (place, name) => {
        const parameters = request.pathParameters ?? {};
        const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
        if (value === undefined)
            throw invalid(`The path ${(0,_excerpt_js__WEBPACK_IMPORTED_MODULE_1__/* .excerpt */ .K)(request.path, 200)} has a place ${(0,_excerpt_js__WEBPACK_IMPORTED_MODULE_1__/* .excerpt */ .K)(place, 80)} without a value.`);
        return encodeURIComponent(value.toWellFormed());
    });
    // Left as they are: what an address may hold (RFC 3986), and what is percent-encoded already.
    const encoded = filled.toWellFormed().replace(/[^!$-;=?-Z_a-z~[\]]|%(?![0-9A-Fa-f]{2})/gu, encodeOne);
    assertStays(encoded, request.path);
    return encoded;
}
/** What has no place in an address (space, `#`, `\`, `"`, control characters, letters beyond ASCII) is encoded. */
function encodeOne(character) {
    return encodeURIComponent(character);
}
/** The path with its query, repeated names kept and in order. */
function filledPathWithQuery(request) {
    const path = filledPath(request);
    const query = encodedQuery(request.query ?? []);
    if (query === '')
        return path;
    return `${path}${path.includes('?') ? '&' : '?'}${query}`;
}
function encodedQuery(query) {
    return query
        .map(([name, value]) => `${encodeURIComponent(name.toWellFormed())}=${encodeURIComponent(value.toWellFormed())}`)
        .join('&');
}
/** Refuses, the same over both transports, what HTTP has no way to send. */
function assertSendable(request) {
    if (request.method === 'GET' && request.body !== undefined) {
        throw invalid('A GET request cannot carry a body.', 'Leave the body out, or use another method.');
    }
    for (const [name, value] of Object.entries(request.headers ?? {})) {
        if (/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value))
            continue;
        throw invalid(`The header ${(0,_excerpt_js__WEBPACK_IMPORTED_MODULE_1__/* .excerpt */ .K)(name, 80)} cannot be sent.`, 'Use a header name and a one-line value that HTTP allows.');
    }
}
/** `..` would climb out of the proxy into Membrane's own API, also in its encoded forms. */
function assertStays(encoded, given) {
    const [path = ''] = encoded.split('?');
    const climbs = path.split(/[/\\]|%5c/i).some((segment) => /^(\.|%2e){1,2}$/i.test(segment));
    if (!path.startsWith('/'))
        throw invalid(`The path ${(0,_excerpt_js__WEBPACK_IMPORTED_MODULE_1__/* .excerpt */ .K)(given, 200)} does not start with a slash.`);
    if (path.startsWith('//') || climbs)
        throw invalid(`The path ${(0,_excerpt_js__WEBPACK_IMPORTED_MODULE_1__/* .excerpt */ .K)(given, 200)} leaves the connected service.`);
}
const pathHint = 'Give a path of the service that starts with one slash and has no `.` or `..` parts, with a value for each place.';
function invalid(message, hint = pathHint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OperationError */ .OK('INPUT_INVALID', message, {
        hint,
        retryable: false,
        effect: 'none',
    });
}


/***/ }),

/***/ 35083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ boundedIntent),
/* harmony export */   p: () => (/* binding */ defaultSearchLimit)
/* harmony export */ });
/** What the CLI asks for where nobody says; both transports ask for the same. */
const defaultSearchLimit = 10;
/** Membrane refuses a longer intent. */
function boundedIntent(intent) {
    return intent.slice(0, 200).toWellFormed();
}


/***/ }),

/***/ 94095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ statusError)
/* harmony export */ });
const notFoundHints = {
    action: [
        'ACTION_NOT_FOUND',
        'Membrane knows no such action',
        'Use the `search-actions` operation to see what the connection offers.',
    ],
    connection: [
        'CONNECTION_FAILED',
        'Membrane knows no such connection',
        'Check `connection-id`, and that the sign-in belongs to the tenant that owns the connection.',
    ],
    search: ['ACTION_NOT_FOUND', 'Membrane knows no such action or connection', 'Check the ids and `connection-id`.'],
    request: [
        'CONNECTION_FAILED',
        'Membrane knows no such connection',
        'Check `connection-id`, and that the sign-in belongs to the tenant that owns the connection.',
    ],
};
/**
 * What a status of Membrane itself (not of the service behind) means.
 * @param status missing where the CLI did not tell it
 */
function statusError(status, subject) {
    if (status === undefined)
        return unexplained('Membrane reported an error', true);
    if (status >= 500)
        return unexplained(`Membrane answered ${status}`, true);
    if (status >= 300 && status < 400)
        return redirected(status);
    switch (status) {
        case 401:
            return rejected('Membrane did not accept the sign-in', 'Check that the token or the workspace key and secret are whole, current and of this workspace.');
        case 402:
            return {
                code: 'RATE_LIMITED',
                what: "The Membrane plan's credit is used up",
                details: { hint: "Add credit in Membrane's console.", retryable: false, effect: 'none' },
            };
        case 403:
            return rejected('The sign-in at Membrane may not do this', 'Use a sign-in of the tenant that owns the connection, or give it the right in Membrane.');
        case 404: {
            const [code, what, hint] = notFoundHints[subject];
            return { code, what, details: { hint, retryable: false, effect: 'none' } };
        }
        case 408:
            return unexplained('Membrane gave up waiting for the request', true);
        case 409:
            return {
                code: 'HUB_CONFLICT',
                what: 'Membrane says that this exists already',
                details: { hint: 'Use what exists, or choose another name.', retryable: false, effect: 'none' },
            };
        case 425:
        case 429:
            return {
                code: 'RATE_LIMITED',
                what: "Membrane's rate limit is used up",
                details: {
                    hint: 'Wait some minutes and run the step again, or make fewer calls at once.',
                    retryable: true,
                    effect: 'none',
                },
            };
        default:
            return invalid(status, subject);
    }
}
function rejected(what, hint) {
    return { code: 'AUTH_REJECTED', what, details: { hint, retryable: false, effect: 'none' } };
}
function invalid(status, subject) {
    const tooLarge = status === 413;
    return {
        code: subject === 'action' ? 'ACTION_INPUT_INVALID' : subject === 'connection' ? 'CONNECTION_FAILED' : 'HUB_REJECTED',
        what: tooLarge
            ? 'The request is larger than Membrane takes (10 MB)'
            : `Membrane did not accept the request (${status})`,
        details: {
            hint: tooLarge ? 'Send less at once.' : 'Correct what the message names and run the step again.',
            retryable: false,
            effect: 'none',
        },
    };
}
function redirected(status) {
    return {
        code: 'UPSTREAM_UNAVAILABLE',
        what: `Membrane's address answers with a redirect (${status}), which is not followed so that the sign-in goes nowhere else`,
        details: { hint: 'Set `api-url` to the address that really serves the API.', retryable: false, effect: 'none' },
    };
}
function unexplained(what, retryable) {
    return {
        code: 'UPSTREAM_UNAVAILABLE',
        what,
        details: {
            hint: "Run the step again; if it stays so, look at Membrane's status page.",
            retryable,
            effect: 'unknown',
        },
    };
}


/***/ }),

/***/ 64:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ unreadableAnswer)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** An answer that came but could not be understood: cut off, no JSON, or without what every such answer has. */
function unreadableAnswer(what, effect = 'unknown') {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OperationError */ .OK('UPSTREAM_UNAVAILABLE', `Membrane's answer could not be read: ${what}.`, {
        hint: 'Run the step again. If it stays so, compare `api-url` and `cli-version` with what Membrane supports.',
        retryable: true,
        effect,
    });
}


/***/ }),

/***/ 68284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ep: () => (/* binding */ upstreamRedirect),
/* harmony export */   N6: () => (/* binding */ isRedirect),
/* harmony export */   Oh: () => (/* binding */ upstreamError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _excerpt_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57657);
/* harmony import */ var _wait_headers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74452);



/** An answer of 400 and more from the service behind the connection, as the error to throw. */
function upstreamError(answer, context) {
    const { code, hint, retryable, effect } = meaningOf(answer.status);
    const words = upstreamWords(answer);
    const asked = context.request === undefined ? '' : ` to ${(0,_excerpt_js__WEBPACK_IMPORTED_MODULE_1__/* .excerpt */ .K)(context.request, 300)}`;
    const waited = (0,_wait_headers_js__WEBPACK_IMPORTED_MODULE_2__/* .waitFromHeaders */ .Q)(answer.headers, context.now);
    const requestId = answer.headers['x-request-id'] ?? context.base?.requestId;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OperationError */ .OK(code, `The connected service answered ${answer.status}${asked}${words}`, {
        ...context.base,
        hint,
        retryable,
        effect,
        status: answer.status,
        upstream: answer,
        ...(waited === undefined ? {} : { retryAfterMs: waited }),
        ...(requestId === undefined ? {} : { requestId: (0,_excerpt_js__WEBPACK_IMPORTED_MODULE_1__/* .excerpt */ .K)(requestId, 120) }),
    });
}
function meaningOf(status) {
    if (status >= 500)
        return unavailable('unknown');
    switch (status) {
        case 401:
            return forbidden("The service does not accept the connection's sign-in: reconnect it in Membrane's console.");
        case 402:
            return forbidden('The account behind the connection needs a paid plan or credit for this.');
        case 403:
            return forbidden('The account behind the connection lacks the right: give it the role, or connect another account.');
        case 404:
        case 410:
            return refused('HUB_NOT_FOUND', 'Check the name and the type, and that the account behind the connection may see it.');
        case 408:
            return unavailable('unknown');
        case 409:
            return refused('HUB_CONFLICT', 'It exists already or was changed meanwhile: look at it, then run the step again.');
        case 425:
            return unavailable('none');
        case 429:
            return {
                ...refused('RATE_LIMITED', 'Wait some minutes and run the step again, or make fewer calls at once.'),
                retryable: true,
            };
        default:
            return refused('HUB_REJECTED', 'Correct what the message names and run the step again.');
    }
}
function refused(code, hint) {
    return { code, hint, retryable: false, effect: 'none' };
}
function forbidden(hint) {
    return refused('HUB_FORBIDDEN', hint);
}
function unavailable(effect) {
    return {
        code: 'UPSTREAM_UNAVAILABLE',
        hint: 'The service has a passing fault: run the step again later.',
        retryable: true,
        effect,
    };
}
/** `: words.` of the service about its refusal, or a full stop. */
function upstreamWords(answer) {
    const said = (0,_excerpt_js__WEBPACK_IMPORTED_MODULE_1__/* .excerpt */ .K)(answer.headers['x-error-message'] ?? bodyWords(answer.body) ?? '', 500);
    return said === '' ? '.' : `: ${said}`;
}
function bodyWords(body) {
    // A page of HTML is a gateway's, and says nothing that the status does not.
    if (typeof body === 'string')
        return /^\s*</.test(body) ? undefined : body.slice(0, 2000);
    if (typeof body !== 'object' || body === null)
        return undefined;
    const said = 'error' in body ? body.error : 'message' in body ? body.message : undefined;
    if (typeof said === 'string')
        return said;
    const inner = typeof said === 'object' && said !== null && 'message' in said ? said.message : undefined;
    return typeof inner === 'string' ? inner : undefined;
}
/**
 * A redirect of the connected service is told, not followed: it may lead to another host, and a write would change its
 * method on the way.
 */
function upstreamRedirect(answer, request) {
    const { location } = answer.headers;
    const where = location === undefined ? '' : ` to ${(0,_excerpt_js__WEBPACK_IMPORTED_MODULE_1__/* .excerpt */ .K)(location, 300)}`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OperationError */ .OK('HUB_REJECTED', `The connected service answered ${(0,_excerpt_js__WEBPACK_IMPORTED_MODULE_1__/* .excerpt */ .K)(request, 300)} with a redirect${where}.`, {
        hint: 'What you named has moved: use its new name.',
        retryable: false,
        effect: 'none',
        status: answer.status,
        upstream: answer,
    });
}
/** Whether an answer sends the caller elsewhere; 304 is none. */
function isRedirect(status) {
    return status >= 300 && status < 400 && status !== 304;
}


/***/ }),

/***/ 74452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ waitFromHeaders)
/* harmony export */ });
/** Longest wait that is believed, milliseconds: a day. A wrong clock must not become a wait for ever. */
const longestWait = 86_400_000;
/**
 * How long an answer asks to wait, milliseconds: `Retry-After` (RFC 9110: seconds or a date), else the `RateLimit`
 * field of the service behind (`"api";r=0;t=55`: nothing remains for 55 s).
 * @param headers names in lower case
 * @param now milliseconds since the epoch
 */
function waitFromHeaders(headers, now) {
    return bounded(retryAfter(headers['retry-after'], now) ?? rateLimit(headers.ratelimit));
}
function retryAfter(value, now) {
    if (value === undefined)
        return undefined;
    const text = value.trim();
    if (/^\d{1,9}(\.\d{1,6})?$/.test(text))
        return Number(text) * 1000;
    // A date has letters: a bare negative number would otherwise be read as a year.
    const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
/** Several limits may be listed; only those with nothing left ask for a wait, and the longest counts. */
function rateLimit(value) {
    if (value === undefined)
        return undefined;
    const waits = value
        .slice(0, 2000)
        .split(',')
        .filter((limit) => parameter(limit, 'r') === 0)
        .map((limit) => parameter(limit, 't'))
        .filter((seconds) => seconds !== undefined);
    return waits.length > 0 ? Math.max(...waits) * 1000 : undefined;
}
function parameter(limit, name) {
    for (const part of limit.split(';').slice(1)) {
        const [key, value] = part.split('=');
        if (key?.trim() === name && value !== undefined && /^\s*\d{1,9}\s*$/.test(value))
            return Number(value);
    }
    return undefined;
}
function bounded(wait) {
    return wait === undefined ? undefined : Math.min(wait, longestWait);
}


/***/ })

};

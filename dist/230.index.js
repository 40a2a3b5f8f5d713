export const id = 230;
export const ids = [230];
export const modules = {

/***/ 11230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openApiClient: () => (/* binding */ openApiClient)
});

// EXTERNAL MODULE: ./build/membrane/action-answer.js
var action_answer = __webpack_require__(39071);
// EXTERNAL MODULE: ./build/membrane/bounded-json.js
var bounded_json = __webpack_require__(38896);
// EXTERNAL MODULE: ./build/membrane/connection-answer.js
var connection_answer = __webpack_require__(54713);
// EXTERNAL MODULE: ./build/membrane/envelope-chain.js
var envelope_chain = __webpack_require__(25714);
// EXTERNAL MODULE: ./build/membrane/proxy-path.js
var proxy_path = __webpack_require__(58978);
// EXTERNAL MODULE: ./build/membrane/search-limits.js
var search_limits = __webpack_require__(35083);
// EXTERNAL MODULE: ./build/membrane/unreadable-answer.js
var unreadable_answer = __webpack_require__(64);
// EXTERNAL MODULE: ./build/membrane/upstream-error.js
var upstream_error = __webpack_require__(68284);
// EXTERNAL MODULE: ./build/membrane/error-envelope.js
var error_envelope = __webpack_require__(3143);
;// CONCATENATED MODULE: ./build/membrane/api/failed-answer.js





/** What Membrane itself refused or failed, as the error to throw. */
function membraneFailure(answer, subject, now) {
    const parsed = (0,bounded_json/* parseBoundedJson */.R)(answer.text);
    const context = { subject, now, status: answer.status, headers: answer.headers };
    return (0,error_envelope/* envelopeError */.j)(parsed.ok ? parsed.value : {}, context);
}
/**
 * What came back through the proxy with 400 and more. Membrane's own errors are envelopes with one of its types; any
 * other answer is the connected service's, passed on as it was.
 */
function proxyFailure(answer, request, now) {
    const body = bodyOf(answer);
    if ((0,envelope_chain/* isEnvelope */.XT)(body))
        return membraneFailure(answer, 'request', now);
    return (0,upstream_error/* upstreamError */.Oh)({ status: answer.status, headers: answer.headers, body }, { request, now });
}
/** JSON where the answer says or shows that it is, else text. */
function bodyOf(answer) {
    const type = answer.headers['content-type'] ?? '';
    if (answer.text === '') {
        if (answer.status === 200 && /\bjson\b/i.test(type))
            throw (0,unreadable_answer/* unreadableAnswer */.C)('it is empty where JSON was announced');
        return null;
    }
    if (type !== '' && !/\bjson\b/i.test(type))
        return answer.text;
    const parsed = (0,bounded_json/* parseBoundedJson */.R)(answer.text);
    if (parsed.ok)
        return parsed.value;
    // Lines of JSON call themselves JSON too; a cut-off document does as well, and must not pass for text.
    if (answer.status < 400 && /\bjson\b/i.test(type) && !/ndjson|jsonl|json-seq|lines/i.test(type)) {
        throw (0,unreadable_answer/* unreadableAnswer */.C)('its JSON is cut off or damaged');
    }
    return answer.text;
}
/** The JSON that each of Membrane's own answers is. */
function jsonOf(answer) {
    const parsed = (0,bounded_json/* parseBoundedJson */.R)(answer.text);
    if (!parsed.ok)
        throw (0,unreadable_answer/* unreadableAnswer */.C)('it is no JSON, or cut off');
    return parsed.value;
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/membrane/http-failure.js
var http_failure = __webpack_require__(11141);
;// CONCATENATED MODULE: ./build/membrane/api/http.js



/** What the published SDK (0.28) sends; without the header Membrane falls back to an older form. */
const apiVersion = '2025-10-21';
/** Membrane's own limit for an answer, bytes. */
const maxAnswerBytes = 30 * 1024 * 1024;
/** Calls of Membrane's HTTP API, signed in. Any status is an answer; only no answer, or half of one, is an error. */
function httpSender(options) {
    const base = options.apiUrl.replace(/\/+$/, '');
    const { host, origin } = new URL(base);
    return async (call) => {
        const url = new URL(`${base}${call.path}`);
        if (url.origin !== origin)
            throw (0,unreadable_answer/* unreadableAnswer */.C)('an address left the API', 'none');
        const token = await options.session.accessToken(call.signal);
        const response = await send(url, call, token, options.runtime, host);
        return readAnswer(response, call, host);
    };
}
async function send(url, call, token, runtime, host) {
    call.signal.throwIfAborted();
    try {
        return await runtime.fetch(url, {
            method: call.method,
            headers: { ...call.headers, authorization: `Bearer ${token}`, 'membrane-api-version': apiVersion },
            ...(call.body === undefined ? {} : { body: call.body }),
            // A redirect could carry the token to another host: it is an answer like any other, and never followed.
            redirect: 'manual',
            signal: call.signal,
        });
    }
    catch (error) {
        call.signal.throwIfAborted();
        throw (0,http_failure/* networkFailure */.r)(error, host);
    }
}
async function readAnswer(response, call, host) {
    try {
        const bytes = await boundedBytes(response, response.status >= 400 ? 'none' : 'unknown');
        return answerOf(response, bytes);
    }
    catch (error) {
        call.signal.throwIfAborted();
        throw error instanceof errors/* OperationError */.OK ? error : (0,http_failure/* networkFailure */.r)(error, host);
    }
}
function answerOf({ status, headers }, bytes) {
    let text;
    return {
        status,
        headers: Object.fromEntries(headers),
        bytes,
        get text() {
            text ??= new TextDecoder().decode(bytes);
            return text;
        },
    };
}
async function boundedBytes(response, effect) {
    const chunks = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
        size += chunk.byteLength;
        if (size > maxAnswerBytes)
            throw tooLarge(effect);
        chunks.push(chunk);
    }
    // Joined before decoding: a chunk may end inside a character.
    return Buffer.concat(chunks);
}
function tooLarge(effect) {
    return new errors/* OperationError */.OK('UPSTREAM_UNAVAILABLE', 'The answer is larger than the 30 MB that Membrane allows.', {
        hint: 'Ask for less at once: a smaller page, or fewer fields.',
        retryable: false,
        effect,
    });
}

;// CONCATENATED MODULE: ./build/membrane/api/client.js










/** Pages followed for one search: a server that always answers another cursor must not hold us for ever. */
const maxPages = 50;
/** Membrane over its HTTP API: no process, no install. */
function openApiClient(options) {
    const send = httpSender(options);
    const { runtime } = options;
    const json = (call, subject) => callJson(send, call, subject, runtime);
    const runner = actionRunner(send, runtime);
    return {
        transport: 'api',
        async ensureConnection(appUrl, { signal }) {
            return (0,connection_answer/* readConnectionAnswer */.T)(await json(post('/connections/ensure', { appUrl }, signal), 'connection'));
        },
        async getConnection(id, { signal, waitSeconds }) {
            const query = waitSeconds === undefined ? '' : `?wait=true&timeout=${waitSeconds}`;
            return (0,connection_answer/* readConnectionAnswer */.T)(await json(get(`/connections/${segment(id)}${query}`, signal), 'connection'));
        },
        searchActions: (search, { signal }) => searchPages(search, (path) => json(get(path, signal), 'search')),
        async getAction(idOrKey, connectionId, { signal }) {
            const path = `/actions/${segment(idOrKey)}?connectionId=${segment(connectionId)}`;
            return (0,action_answer/* readAction */.f0)(await json(get(path, signal), 'action'));
        },
        runAction: async (run, { signal }) => (0,action_answer/* readActionResult */.g6)(await runner(run, signal)),
        request: (connectionId, request, { signal }) => proxy(send, connectionId, request, signal, runtime),
        close: async () => undefined,
    };
}
function segment(text) {
    return encodeURIComponent(text);
}
function get(path, signal) {
    return { method: 'GET', path, signal };
}
function post(path, body, signal) {
    return { method: 'POST', path, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal };
}
async function callJson(send, call, subject, runtime) {
    return successOf(await send(call), subject, runtime);
}
function successOf(answer, subject, runtime) {
    if (answer.status >= 300)
        throw membraneFailure(answer, subject, runtime.now());
    const value = jsonOf(answer);
    // A gateway in between may pass a failure on with a status of its own.
    if ((0,envelope_chain/* isEnvelope */.XT)(value))
        throw membraneFailure(answer, subject, runtime.now());
    return value;
}
async function searchPages(search, page) {
    const limit = search.limit ?? search_limits/* defaultSearchLimit */.p;
    const found = [];
    const seen = new Set();
    let cursor;
    do {
        const answer = (0,action_answer/* readActionPage */.iU)(await page(searchPath(search, limit - found.length, cursor)));
        found.push(...answer.actions);
        cursor = answer.cursor === undefined || seen.has(answer.cursor) ? undefined : answer.cursor;
        if (cursor !== undefined)
            seen.add(cursor);
    } while (cursor !== undefined && found.length < limit && seen.size < maxPages);
    return found.slice(0, limit);
}
function searchPath(search, limit, cursor) {
    const query = new URLSearchParams({ connectionId: search.connectionId, limit: String(limit) });
    if (search.intent !== undefined)
        query.set('intent', (0,search_limits/* boundedIntent */.k)(search.intent));
    if (cursor !== undefined)
        query.set('cursor', cursor);
    return `/actions?${query}`;
}
/**
 * Runs over `/act`, which also answers the run's id. A server from before it has no such route: then the older one is
 * asked, and once that knew the action, it alone. Neither kind of "not found" ran anything.
 */
function actionRunner(send, runtime) {
    let isOlder = false;
    return async (run, signal) => {
        const { actionId, connectionId, input } = run;
        if (!isOlder) {
            const answer = await send(post('/act', { id: actionId, connectionId, input }, signal));
            if (!mayLackRoute(answer))
                return successOf(answer, 'action', runtime);
        }
        const path = `/actions/${segment(actionId)}/run?connectionId=${segment(connectionId)}`;
        const answer = await send(post(path, { input }, signal));
        isOlder ||= !mayLackRoute(answer);
        return successOf(answer, 'action', runtime);
    };
}
/** A missing route and a missing action are told alike, but not the connected service's own 404, met during a run. */
function mayLackRoute(answer) {
    if (answer.status !== 404 && answer.status !== 405 && answer.status !== 501)
        return false;
    const parsed = (0,bounded_json/* parseBoundedJson */.R)(answer.text);
    return !parsed.ok || (0,envelope_chain/* readEnvelope */.HT)(parsed.value).upstream === undefined;
}
/**
 * Through `/connections/:id/proxy/…`, the route of the published SDK, and not through `/connections/:id/request`: the
 * latter's schema in the SDK has the query as a record, so repeated names would be lost, and its body as a JSON value,
 * so a raw body would be too. Here method, headers, bytes and status travel as they are.
 */
async function proxy(send, connectionId, request, signal, runtime) {
    (0,proxy_path/* assertSendable */.VS)(request);
    const path = (0,proxy_path/* filledPathWithQuery */.Um)(request);
    const asked = `${request.method} ${path.split('?')[0]}`;
    const answer = await send({
        method: request.method,
        path: `/connections/${segment(connectionId)}/proxy${path}`,
        headers: proxyHeaders(request),
        body: proxyBody(request),
        signal,
    });
    if (answer.status >= 400)
        throw proxyFailure(answer, asked, runtime.now());
    // Writes may answer nothing; a read that does was cut off before its first byte.
    if (request.method === 'GET' &&
        answer.status === 200 &&
        answer.bytes.length === 0 &&
        !('content-type' in answer.headers)) {
        throw (0,unreadable_answer/* unreadableAnswer */.C)('it is empty');
    }
    const body = request.bytes === true && !(0,upstream_error/* isRedirect */.N6)(answer.status) ? answer.bytes : bodyOf(answer);
    const response = { status: answer.status, headers: answer.headers, body };
    if ((0,upstream_error/* isRedirect */.N6)(answer.status))
        throw (0,upstream_error/* upstreamRedirect */.Ep)(response, asked);
    return response;
}
/** Never the caller's own sign-in: the connection has one, and ours is for Membrane. */
const reserved = new Set(['authorization', 'host', 'content-length', 'connection', 'membrane-api-version']);
function proxyHeaders(request) {
    const given = Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
    const type = defaultContentType(request);
    return {
        ...(type === undefined ? {} : { 'content-type': type }),
        ...Object.fromEntries(given.filter(([name]) => !reserved.has(name))),
    };
}
function defaultContentType(request) {
    if (request.body === undefined)
        return undefined;
    return request.body.kind === 'json' ? 'application/json' : 'text/plain; charset=utf-8';
}
function proxyBody(request) {
    if (request.body === undefined)
        return undefined;
    return request.body.kind === 'json' ? JSON.stringify(request.body.value) : request.body.text;
}


/***/ })

};

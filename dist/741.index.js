export const id = 741;
export const ids = [741];
export const modules = {

/***/ 42741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runDownload: () => (/* binding */ runDownload)
});

// EXTERNAL MODULE: ./node_modules/p-retry/index.js + 1 modules
var p_retry = __webpack_require__(74995);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/hub/download/fetch-address.js

/**
 * The bytes at an address that the Hub has signed, as they come. No credential goes with it, and it is not logged: who
 * has it has the file.
 */
async function* fetchAddress(address, { runtime, signal }) {
    const response = await answered(() => runtime.fetch(address, { redirect: 'error', signal }), signal);
    if (response.status !== 200 || response.body === null) {
        await response.body?.cancel();
        throw refused(response.status);
    }
    const chunks = response.body[Symbol.asyncIterator]();
    for (;;) {
        const next = await answered(() => chunks.next(), signal);
        if (next.done)
            return;
        yield next.value;
    }
}
async function answered(ask, signal) {
    try {
        return await ask();
    }
    catch (cause) {
        signal.throwIfAborted();
        throw new errors/* OperationError */.OK('UPSTREAM_UNAVAILABLE', "The connection to the Hub's storage was lost.", {
            hint: 'Run the step again.',
            retryable: true,
            effect: 'none',
            cause,
        });
    }
}
function refused(status) {
    return new errors/* OperationError */.OK('UPSTREAM_UNAVAILABLE', `The Hub's storage answered ${status}.`, {
        hint: 'Run the step again: the address it was asked under lasts for a while only.',
        retryable: true,
        effect: 'none',
        status,
    });
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./build/hub/hub-request.js
var hub_request = __webpack_require__(36127);
// EXTERNAL MODULE: ./build/hub/publish/hub-calls.js
var hub_calls = __webpack_require__(22475);
// EXTERNAL MODULE: ./build/hub/publish/lfs-batch.js + 1 modules
var lfs_batch = __webpack_require__(55343);
// EXTERNAL MODULE: ./build/hub/publish/storage.js
var storage = __webpack_require__(48061);
;// CONCATENATED MODULE: ./build/hub/download/file-source.js






/** Membrane's own limit for one answer, bytes. */
const longestAnswer = 30 * 1024 * 1024;
/** The Hub sends on once or twice; more would be a circle. */
const mostRedirects = 4;
/**
 * A large file is asked for as Git LFS asks, which answers an address and no bytes, so that neither Membrane's limit
 * nor a CLI that prints text stands in its way. Every other file comes through the proxy itself.
 */
async function openSource(file, remote, context) {
    if (remote.hash.kind === 'sha256') {
        const address = await lfsAddress(file, remote, context);
        if (address !== undefined)
            return { kind: 'address', address };
    }
    return resolve(file, remote, context);
}
const prefixes = { model: '', dataset: 'datasets/', space: 'spaces/' };
const encoded = (path) => path.split('/').map(encodeURIComponent).join('/');
const batch = schemas/* object */.Ikc({
    objects: schemas/* array */.YOg(schemas/* object */.Ikc({ oid: schemas/* string */.YjP(), actions: schemas/* object */.Ikc({ download: schemas/* object */.Ikc({ href: schemas/* string */.YjP() }) }) })),
});
/** Undefined where the connection's proxy does not reach this route, or the Hub offers no address there. */
async function lfsAddress({ repository, type }, { hash, size }, { hub, signal, log }) {
    const wanted = {
        operation: 'download',
        transfers: ['basic'],
        hash_algo: 'sha256',
        objects: [{ oid: hash.hex, size }],
    };
    const request = {
        method: 'POST',
        path: `/${prefixes[type]}${repository}.git/info/lfs/objects/batch`,
        headers: { accept: lfs_batch/* lfsMediaType */.Ep, 'content-type': lfs_batch/* lfsMediaType */.Ep },
        body: { kind: 'raw', text: JSON.stringify(wanted) },
    };
    try {
        const { body } = await (0,hub_calls/* ask */.kA)(hub, request, signal);
        // Its media type is not `application/json`: a proxy may hand it over as text.
        const read = batch.safeParse(typeof body === 'string' ? JSON.parse(body) : body);
        const address = read.data?.objects.find(({ oid }) => oid === hash.hex)?.actions.download.href;
        // An address on the Hub itself would need the connection's sign-in.
        const isElsewhere = address !== undefined && (0,storage/* isStorageAddress */.s)(address) && !address.startsWith(`${hub_request/* hubAddress */.wf}/`);
        return isElsewhere ? address : undefined;
    }
    catch (error) {
        if (error instanceof errors/* OperationError */.OK && !['HUB_REJECTED', 'HUB_NOT_FOUND'].includes(error.code))
            throw error;
        log.debug('The Hub gives no address for a large file: asking for the file itself.');
        return undefined;
    }
}
async function resolve(file, remote, context) {
    const { repository, type, path } = file;
    const { commit, size } = remote;
    const page = `/${prefixes[type]}${repository}/resolve/${commit}/${encoded(path)}`;
    try {
        return await follow({ method: 'GET', path: page, bytes: true }, context);
    }
    catch (error) {
        if (!(error instanceof errors/* OperationError */.OK))
            throw error;
        // A proxy that begins at the Hub's /api refuses the page before it asks; this is where the Hub sends on itself.
        if (error.code === 'HUB_REJECTED' && error.details.status === undefined) {
            const cached = `/api/resolve-cache/${type}s/${repository}/${commit}/${encoded(path)}`;
            return follow({ method: 'GET', path: cached, bytes: true }, context);
        }
        throw size > longestAnswer ? tooLarge(path, size, error) : error;
    }
}
async function follow(first, { hub, signal }) {
    let request = first;
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
        const answer = await (0,hub_calls/* ask */.kA)(hub, request, signal).catch(asRedirect);
        if (!('to' in answer)) {
            const { body } = answer;
            if (!(body instanceof Uint8Array))
                throw (0,hub_calls/* unreadable */.O$)('the file');
            return { kind: 'bytes', bytes: body };
        }
        const address = new URL(answer.to, hub_request/* hubAddress */.wf + request.path);
        if (address.origin !== hub_request/* hubAddress */.wf)
            return { kind: 'address', address: storageAddress(address.href) };
        request = { ...first, path: address.pathname, query: [...address.searchParams] };
    }
    throw (0,hub_calls/* unreadable */.O$)('the file, which leads in a circle');
}
/** @throws the error, where it is none of a redirect */
function asRedirect(error) {
    const { status = 0, upstream } = error instanceof errors/* OperationError */.OK ? error.details : {};
    const to = upstream?.headers.location;
    if (status < 300 || status >= 400 || to === undefined || !URL.canParse(to, hub_request/* hubAddress */.wf))
        throw error;
    return { to };
}
function storageAddress(address) {
    if ((0,storage/* isStorageAddress */.s)(address))
        return address;
    throw (0,hub_calls/* unreadable */.O$)('the file, which leads to an address without encryption');
}
function tooLarge(path, size, cause) {
    const megabytes = (size / 1024 / 1024).toFixed(1);
    return new errors/* OperationError */.OK('HUB_REJECTED', `${path} has ${megabytes} MB, and an answer through Membrane holds 30 MB at most.`, {
        hint: 'Download it with another tool, or keep the file with Git LFS: then its size does not matter here.',
        retryable: false,
        effect: 'none',
        cause,
    });
}

;// CONCATENATED MODULE: ./build/hub/download/remote-file.js




const info = schemas/* object */.Ikc({ sha: schemas/* string */.YjP().regex(/^[0-9a-f]{40}$/) });
const entry = schemas/* object */.Ikc({
    path: schemas/* string */.YjP(),
    type: schemas/* string */.YjP(),
    oid: schemas/* string */.YjP(),
    size: schemas/* int */.Whr().min(0),
    lfs: schemas/* object */.Ikc({ oid: schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/), size: schemas/* int */.Whr().min(0) }).optional(),
});
/**
 * Finds a file, and the commit that the revision stands for now: a branch that moves meanwhile must not mix two states.
 * @throws OperationError `HUB_NOT_FOUND`
 */
async function findRemoteFile(file, { hub, signal }) {
    const { repository, type, revision, path } = file;
    const base = (0,hub_request/* repositoryPath */.SH)(type, repository);
    const at = (0,hub_request/* get */.Jt)(`${base}/revision/${(0,hub_request/* encodeRevision */.c4)(revision)}`, { expand: ['sha'] });
    const read = info.safeParse((await (0,hub_calls/* ask */.kA)(hub, at, signal)).body);
    if (!read.success)
        throw (0,hub_calls/* unreadable */.O$)(`where ${revision} is`, read.error);
    const commit = read.data.sha;
    const asked = (0,hub_request/* send */.tN)('POST', `${base}/paths-info/${commit}`, { paths: [path], expand: false });
    const entries = schemas/* array */.YOg(entry).safeParse((await (0,hub_calls/* ask */.kA)(hub, asked, signal)).body);
    if (!entries.success)
        throw (0,hub_calls/* unreadable */.O$)(`what ${path} is`, entries.error);
    const found = entries.data.find((one) => one.path === path);
    if (found?.type !== 'file')
        throw noFile(file, found?.type);
    const { lfs, oid, size } = found;
    return lfs === undefined
        ? { commit, size, hash: { kind: 'git-blob', hex: oid } }
        : { commit, size: lfs.size, hash: { kind: 'sha256', hex: lfs.oid } };
}
function noFile({ repository, type, revision, path }, kind) {
    const what = kind === undefined ? 'there is none' : 'that is a folder';
    return new errors/* OperationError */.OK('HUB_NOT_FOUND', `${path} is no file of ${type} ${repository} at ${revision}: ${what}.`, {
        hint: '`list-repository-files` with `recursive` shows what there is; upper and lower case matter.',
        retryable: false,
        effect: 'none',
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/hub/download/save-file.js



/**
 * Writes a file beside its place and puts it there once its content is known to be right: nothing half or wrong is ever
 * found under its name. What was there before is replaced.
 * @throws OperationError where the content is not what the Hub says it is
 */
async function saveFile(place, remote, chunks) {
    const partial = `${place}.${(0,external_node_crypto_.randomUUID)()}.part`;
    try {
        await write(partial, checked(chunks, remote));
        await (0,promises_.rename)(partial, place);
    }
    catch (error) {
        await (0,promises_.rm)(partial, { force: true });
        throw error instanceof errors/* OperationError */.OK ? error : asWriteFailure(error);
    }
}
async function write(file, chunks) {
    // `wx`: a file, or a link, that somebody has put there is not opened.
    const handle = await (0,promises_.open)(file, 'wx', 0o644);
    try {
        for await (const chunk of chunks)
            await handle.writeFile(chunk);
    }
    finally {
        await handle.close();
    }
}
async function* checked(chunks, remote) {
    const hash = beginHash(remote);
    let size = 0;
    for await (const chunk of chunks) {
        size += chunk.byteLength;
        if (size > remote.size)
            throw wrongContent(`it is longer than ${remote.size} bytes`);
        hash.update(chunk);
        yield chunk;
    }
    if (size < remote.size)
        throw wrongContent(`it ends after ${size} of ${remote.size} bytes`);
    const hex = hash.digest('hex');
    if (hex !== remote.hash.hex)
        throw wrongContent(`its hash is ${hex} and not ${remote.hash.hex}`);
}
/** Git's name of a blob is the SHA-1 of its length and its content. */
function beginHash({ hash, size }) {
    return hash.kind === 'sha256' ? (0,external_node_crypto_.createHash)('sha256') : (0,external_node_crypto_.createHash)('sha1').update(`blob ${size}\0`);
}
function wrongContent(why) {
    return new errors/* OperationError */.OK('UPSTREAM_UNAVAILABLE', `What arrived is not the file that the Hub describes: ${why}.`, {
        hint: 'Nothing was written. Run the step again; over `transport: cli` use `api` (or `auto`), which keeps every byte.',
        retryable: true,
        effect: 'none',
    });
}
function asWriteFailure(error) {
    if (!(error instanceof Error) || !('syscall' in error))
        return error;
    const code = 'code' in error ? String(error.code) : 'unknown error';
    return new errors/* OperationError */.OK('INPUT_INVALID', `The file named by \`to\` cannot be written (${code}).`, {
        hint: 'Name a path of the workspace that can be written, with enough room.',
        retryable: false,
        effect: 'none',
        cause: error,
    });
}

;// CONCATENATED MODULE: ./build/hub/download/run-download.js






/** Brings a file of the Hub to a place of the workspace, checked. @throws OperationError */
async function runDownload(file, to, context) {
    const remote = await findRemoteFile(file, context);
    const place = await context.host.files.pathToWrite(to);
    // An address lasts for a while only: each attempt asks for its own.
    await (0,p_retry/* default */.Ay)(() => attempt(file, remote, place, context), {
        retries: context.retries,
        minTimeout: 1_000,
        maxTimeout: 30_000,
        randomize: true,
        signal: context.signal,
        shouldRetry: ({ error }) => isLost(error),
    });
    return { ...remote, place };
}
async function attempt(file, remote, place, context) {
    const source = await openSource(file, remote, context);
    const chunks = source.kind === 'bytes' ? whole(source.bytes) : fetchAddress(source.address, context);
    await saveFile(place, remote, chunks);
}
async function* whole(bytes) {
    yield bytes;
}
/** What goes through Membrane has been repeated below already; the way to storage has nobody else. */
function isLost(error) {
    return error instanceof errors/* OperationError */.OK && error.code === 'UPSTREAM_UNAVAILABLE' && error.details.effect === 'none';
}


/***/ }),

/***/ 22475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O$: () => (/* binding */ unreadable),
/* harmony export */   Pv: () => (/* binding */ askIfThere),
/* harmony export */   Zg: () => (/* binding */ change),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   y: () => (/* binding */ ifThere)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** A call that changes nothing although it is a POST: it may be repeated like any read. */
function ask(hub, request, signal) {
    return hub.request(request, { effect: 'read', signal });
}
/** The answer of a read, or undefined where the Hub has no such thing. */
function askIfThere(hub, request, signal) {
    return ifThere(ask(hub, request, signal));
}
async function ifThere(asked) {
    try {
        return await asked;
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OperationError */ .OK && error.code === 'HUB_NOT_FOUND')
            return undefined;
        throw error;
    }
}
function change(hub, request, signal) {
    const options = { effect: 'write', signal };
    return hub.request(request, options);
}
/** An answer that is not what the Hub documents: never guessed at. */
function unreadable(what, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OperationError */ .OK('UPSTREAM_UNAVAILABLE', `The Hub's answer to ${what} could not be read.`, {
        hint: 'Run the step again; if it stays so, open an issue of this action with its log.',
        cause,
        effect: 'unknown',
        retryable: true,
    });
}


/***/ }),

/***/ 55343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Sn: () => (/* binding */ askUploadOrders),
  Ep: () => (/* binding */ lfsMediaType),
  fw: () => (/* binding */ reachesLfs)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var classic_schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(43759);
;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/coerce.js


function string(params) {
    return api/* _coercedString */.K_(classic_schemas/* ZodString */.NDH, params);
}
function number(params) {
    return core._coercedNumber(schemas.ZodNumber, params);
}
function coerce_boolean(params) {
    return core._coercedBoolean(schemas.ZodBoolean, params);
}
function bigint(params) {
    return core._coercedBigint(schemas.ZodBigInt, params);
}
function date(params) {
    return core._coercedDate(schemas.ZodDate, params);
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/hub/publish/hub-calls.js
var hub_calls = __webpack_require__(22475);
// EXTERNAL MODULE: ./build/hub/publish/target.js
var publish_target = __webpack_require__(47715);
;// CONCATENATED MODULE: ./build/hub/publish/lfs-batch.js




/** The media type that Git LFS gives its documents. */
const lfsMediaType = 'application/vnd.git-lfs+json';
const action = classic_schemas/* object */.Ikc({ href: classic_schemas/* string */.YjP(), header: classic_schemas/* record */.g1P(classic_schemas/* string */.YjP(), string()).default({}) });
const object = classic_schemas/* object */.Ikc({
    oid: classic_schemas/* string */.YjP(),
    actions: classic_schemas/* object */.Ikc({ upload: action.optional() }).optional(),
    error: classic_schemas/* object */.Ikc({ code: classic_schemas/* number */.aig(), message: classic_schemas/* string */.YjP() }).optional(),
});
const answer = classic_schemas/* union */.KCZ([classic_schemas/* object */.Ikc({ objects: classic_schemas/* array */.YOg(object) }), classic_schemas/* string */.YjP().transform(fromText)]);
/** Asks where objects are to be sent. The addresses are signed, and last for a while only. */
async function askUploadOrders(hub, target, objects, signal) {
    const response = await (0,hub_calls/* ask */.kA)(hub, batchRequest(target, objects), signal);
    const read = answer.safeParse(response.body);
    if (!read.success)
        throw (0,hub_calls/* unreadable */.O$)('where large files are to be sent', read.error);
    const orders = new Map(read.data.objects.map((one) => [one.oid, one]));
    return new Map(objects.map(({ oid, size }) => {
        const found = orders.get(oid);
        if (found === undefined)
            throw (0,hub_calls/* unreadable */.O$)('where a large file is to be sent');
        return [oid, readOrder(found, size)];
    }));
}
/** `ref` is left out for a pull request, whose reference may not exist yet. */
function batchRequest(target, objects) {
    const ref = target.newPullRequest || target.revision.startsWith('refs/') ? {} : { ref: { name: target.revision } };
    const body = { operation: 'upload', transfers: ['basic', 'multipart'], hash_algo: 'sha256', objects, ...ref };
    return {
        method: 'POST',
        path: `/${(0,publish_target/* addressOf */.ci)(target)}.git/info/lfs/objects/batch`,
        headers: { accept: lfsMediaType, 'content-type': lfsMediaType },
        body: { kind: 'raw', text: JSON.stringify(body) },
    };
}
/** Its media type is not `application/json`: a proxy may hand it over as text. */
function fromText(text) {
    try {
        const read = classic_schemas/* object */.Ikc({ objects: classic_schemas/* array */.YOg(object) }).safeParse(JSON.parse(text));
        if (read.success)
            return read.data;
    }
    catch {
        // Told by the caller, who finds no order.
    }
    return { objects: [] };
}
function readOrder(found, size) {
    if (found.error !== undefined)
        throw refusal(found.error);
    const upload = found.actions?.upload;
    if (upload === undefined)
        return { kind: 'stored' };
    const { chunk_size: partSize, ...header } = upload.header;
    if (partSize === undefined)
        return { kind: 'basic', address: upload.href };
    const partBytes = Number(partSize);
    const numbers = Object.keys(header).filter((key) => /^\d+$/.test(key));
    const parts = numbers.toSorted((one, other) => Number(one) - Number(other)).map((key) => header[key] ?? '');
    if (!(partBytes > 0) || parts.length !== Math.ceil(size / partBytes))
        throw (0,hub_calls/* unreadable */.O$)('the parts of a large file');
    return { kind: 'multipart', partBytes, parts, completion: upload.href };
}
function refusal(error) {
    return new errors/* OperationError */.OK('HUB_REJECTED', `The Hub's storage refuses a large file: ${error.message}`, {
        hint: 'Correct what the message names and run the step again.',
        status: error.code,
        effect: 'none',
        retryable: error.code >= 500,
    });
}
/**
 * Whether the route can be had at all: it is outside the Hub's API, and a proxy whose base ends in `/api` has no way
 * out of it. Whatever the Hub itself answers, also 'not found', says that it can.
 */
async function reachesLfs(hub, target, signal) {
    try {
        await (0,hub_calls/* ask */.kA)(hub, batchRequest(target, []), signal);
        return true;
    }
    catch (error) {
        if (!(error instanceof errors/* OperationError */.OK) || error.code === 'CANCELLED' || error.code === 'TIMEOUT')
            throw error;
        return error.details.status !== undefined || error.code !== 'HUB_REJECTED';
    }
}


/***/ }),

/***/ 48061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ sendToStorage),
/* harmony export */   s: () => (/* binding */ isStorageAddress)
/* harmony export */ });
/**
 * Over undici's own `request` and not over `fetch`, which reads a stream as fast as the disk gives it: a file of 1 GB
 * took 1 GB of memory that way, and 150 MB this way. Redirects are not followed.
 */
const sendToStorage = async (request, signal) => {
    const { request: send } = await __webpack_require__.e(/* import() */ 752).then(__webpack_require__.t.bind(__webpack_require__, 24371, 19));
    const { method, body } = request;
    const response = await send(request.address, { method, headers: request.headers, body, signal });
    // Storage says in its status all that is used here; the rest is read so that the connection can be used again.
    await response.body.dump();
    return {
        status: response.statusCode,
        etag: single(response.headers.etag),
        retryAfter: single(response.headers['retry-after']),
    };
};
function single(header) {
    return Array.isArray(header) ? header[0] : header;
}
/** Signed addresses are https; a Hub on this machine alone, as tests have one, may sign plain ones. */
function isStorageAddress(address) {
    if (!URL.canParse(address))
        return false;
    const { protocol, hostname } = new URL(address);
    return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname));
}


/***/ }),

/***/ 47715:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   So: () => (/* binding */ apiPath),
/* harmony export */   ci: () => (/* binding */ addressOf),
/* harmony export */   v0: () => (/* binding */ revisionPath)
/* harmony export */ });
/* harmony import */ var _hub_request_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36127);

/** `/api/models/my-org/my-model`. */
function apiPath(target) {
    return (0,_hub_request_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryPath */ .SH)(target.type, target.repository);
}
/** `/api/models/my-org/my-model/commit/main`. */
function revisionPath(target, route, revision = target.revision) {
    return `${apiPath(target)}/${route}/${(0,_hub_request_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeRevision */ .c4)(revision)}`;
}
/** What stands before a repository's name outside the API: nothing for a model. */
function addressOf(target) {
    return target.type === 'model' ? target.repository : `${target.type}s/${target.repository}`;
}


/***/ }),

/***/ 74995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ay: () => (/* binding */ pRetry)
});

// UNUSED EXPORTS: AbortError, makeRetriable

;// CONCATENATED MODULE: ./node_modules/is-network-error/index.js
const objectToString = Object.prototype.toString;

const isError = value => objectToString.call(value) === '[object Error]';

const errorMessages = new Set([
	'network error', // Chrome
	'NetworkError when attempting to fetch resource.', // Firefox
	'The Internet connection appears to be offline.', // Safari 16
	'Network request failed', // `cross-fetch`
	'fetch failed', // Undici (Node.js)
	'terminated', // Undici (Node.js)
	' A network error occurred.', // Bun (WebKit)
	'Network connection lost', // Cloudflare Workers (fetch)
]);

function isNetworkError(error) {
	const isValid = error
		&& isError(error)
		&& error.name === 'TypeError'
		&& typeof error.message === 'string';

	if (!isValid) {
		return false;
	}

	const {message, stack} = error;

	// Safari 17+ has generic message but no stack for network errors
	if (message === 'Load failed' || (message.startsWith('Load failed (') && message.endsWith(')'))) {
		return stack === undefined
			// Sentry adds its own stack trace to the fetch error, so also check for that
			|| '__sentry_captured__' in error;
	}

	// Deno network errors start with specific text
	if (message.startsWith('error sending request for url')) {
		return true;
	}

	// Chrome: exact "Failed to fetch" or with hostname: "Failed to fetch (example.com)"
	if (message === 'Failed to fetch' || (message.startsWith('Failed to fetch (') && message.endsWith(')'))) {
		return true;
	}

	// Standard network error messages
	return errorMessages.has(message);
}

;// CONCATENATED MODULE: ./node_modules/p-retry/index.js


function validateRetries(retries) {
	if (typeof retries === 'number') {
		if (retries < 0) {
			throw new TypeError('Expected `retries` to be a non-negative number.');
		}

		if (Number.isNaN(retries)) {
			throw new TypeError('Expected `retries` to be a valid number or Infinity, got NaN.');
		}
	} else if (retries !== undefined) {
		throw new TypeError('Expected `retries` to be a number or Infinity.');
	}
}

function validateNumberOption(name, value, {min = 0, allowInfinity = false} = {}) {
	if (value === undefined) {
		return;
	}

	if (typeof value !== 'number' || Number.isNaN(value)) {
		throw new TypeError(`Expected \`${name}\` to be a number${allowInfinity ? ' or Infinity' : ''}.`);
	}

	if (!allowInfinity && !Number.isFinite(value)) {
		throw new TypeError(`Expected \`${name}\` to be a finite number.`);
	}

	if (value < min) {
		throw new TypeError(`Expected \`${name}\` to be \u2265 ${min}.`);
	}
}

class AbortError extends Error {
	constructor(message) {
		super();

		if (message instanceof Error) {
			this.originalError = message;
			({message} = message);
		} else {
			this.originalError = new Error(message);
			this.originalError.stack = this.stack;
		}

		this.name = 'AbortError';
		this.message = message;
	}
}

function calculateDelay(retriesConsumed, options) {
	const attempt = Math.max(1, retriesConsumed + 1);
	const random = options.randomize ? (Math.random() + 1) : 1;

	let timeout = Math.round(random * options.minTimeout * (options.factor ** (attempt - 1)));
	timeout = Math.min(timeout, options.maxTimeout);

	return timeout;
}

function calculateRemainingTime(start, max) {
	if (!Number.isFinite(max)) {
		return max;
	}

	return max - (performance.now() - start);
}

async function onAttemptFailure({error, attemptNumber, retriesConsumed, startTime, options}) {
	const normalizedError = error instanceof Error
		? error
		: new TypeError(`Non-error was thrown: "${error}". You should only throw errors.`);

	if (normalizedError instanceof AbortError) {
		throw normalizedError.originalError;
	}

	const retriesLeft = Number.isFinite(options.retries)
		? Math.max(0, options.retries - retriesConsumed)
		: options.retries;

	const maxRetryTime = options.maxRetryTime ?? Number.POSITIVE_INFINITY;

	const context = Object.freeze({
		error: normalizedError,
		attemptNumber,
		retriesLeft,
		retriesConsumed,
	});

	await options.onFailedAttempt(context);

	if (calculateRemainingTime(startTime, maxRetryTime) <= 0) {
		throw normalizedError;
	}

	const consumeRetry = await options.shouldConsumeRetry(context);

	const remainingTime = calculateRemainingTime(startTime, maxRetryTime);

	if (remainingTime <= 0 || retriesLeft <= 0) {
		throw normalizedError;
	}

	if (normalizedError instanceof TypeError && !isNetworkError(normalizedError)) {
		if (consumeRetry) {
			throw normalizedError;
		}

		options.signal?.throwIfAborted();
		return false;
	}

	if (!await options.shouldRetry(context)) {
		throw normalizedError;
	}

	if (!consumeRetry) {
		options.signal?.throwIfAborted();
		return false;
	}

	const delayTime = calculateDelay(retriesConsumed, options);
	const finalDelay = Math.min(delayTime, remainingTime);

	options.signal?.throwIfAborted();

	if (finalDelay > 0) {
		await new Promise((resolve, reject) => {
			const onAbort = () => {
				clearTimeout(timeoutToken);
				options.signal?.removeEventListener('abort', onAbort);
				reject(options.signal.reason);
			};

			const timeoutToken = setTimeout(() => {
				options.signal?.removeEventListener('abort', onAbort);
				resolve();
			}, finalDelay);

			if (options.unref) {
				timeoutToken.unref?.();
			}

			options.signal?.addEventListener('abort', onAbort, {once: true});
		});
	}

	options.signal?.throwIfAborted();

	return true;
}

async function pRetry(input, options = {}) {
	options = {...options};

	validateRetries(options.retries);

	if (Object.hasOwn(options, 'forever')) {
		throw new Error('The `forever` option is no longer supported. For many use-cases, you can set `retries: Infinity` instead.');
	}

	options.retries ??= 10;
	options.factor ??= 2;
	options.minTimeout ??= 1000;
	options.maxTimeout ??= Number.POSITIVE_INFINITY;
	options.maxRetryTime ??= Number.POSITIVE_INFINITY;
	options.randomize ??= false;
	options.onFailedAttempt ??= () => {};
	options.shouldRetry ??= () => true;
	options.shouldConsumeRetry ??= () => true;

	// Validate numeric options and normalize edge cases
	validateNumberOption('factor', options.factor, {min: 0, allowInfinity: false});
	validateNumberOption('minTimeout', options.minTimeout, {min: 0, allowInfinity: false});
	validateNumberOption('maxTimeout', options.maxTimeout, {min: 0, allowInfinity: true});
	validateNumberOption('maxRetryTime', options.maxRetryTime, {min: 0, allowInfinity: true});

	// Treat non-positive factor as 1 to avoid zero backoff or negative behavior
	if (!(options.factor > 0)) {
		options.factor = 1;
	}

	options.signal?.throwIfAborted();

	let attemptNumber = 0;
	let retriesConsumed = 0;
	const startTime = performance.now();

	while (Number.isFinite(options.retries) ? retriesConsumed <= options.retries : true) {
		attemptNumber++;

		try {
			options.signal?.throwIfAborted();

			const result = await input(attemptNumber);

			options.signal?.throwIfAborted();

			return result;
		} catch (error) {
			if (await onAttemptFailure({
				error,
				attemptNumber,
				retriesConsumed,
				startTime,
				options,
			})) {
				retriesConsumed++;
			}
		}
	}

	// Should not reach here, but in case it does, throw an error
	throw new Error('Retry attempts exhausted without throwing an error.');
}

function makeRetriable(function_, options) {
	return function (...arguments_) {
		return pRetry(() => function_.apply(this, arguments_), options);
	};
}


/***/ })

};

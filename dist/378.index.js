export const id = 378;
export const ids = [378];
export const modules = {

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

/***/ 26378:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPublish: () => (/* binding */ runPublish)
});

// EXTERNAL MODULE: ./build/hub/hub-request.js
var hub_request = __webpack_require__(36127);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/hub/publish/hub-calls.js
var hub_calls = __webpack_require__(22475);
// EXTERNAL MODULE: ./build/hub/publish/target.js
var publish_target = __webpack_require__(47715);
;// CONCATENATED MODULE: ./build/hub/publish/pull-request.js




const author = schemas/* object */.Ikc({ name: schemas/* string */.YjP() });
const page = schemas/* object */.Ikc({
    discussions: schemas/* array */.YOg(schemas/* object */.Ikc({ num: schemas/* number */.aig(), title: schemas/* string */.YjP(), status: schemas/* string */.YjP(), author: author.optional() })),
    count: schemas/* number */.aig(),
    start: schemas/* number */.aig(),
});
/** Pages looked through; titles are searched for, so that few are needed. */
const mostPages = 50;
/**
 * The one of that title which the connection's own account has opened: what another account opened under the same
 * title is not ours to write to.
 */
async function findOwnThread(hub, target, { kind, title, closedToo = false }, signal) {
    const found = [];
    for (let index = 0; index < mostPages; index += 1) {
        const query = { type: kind, status: closedToo ? 'all' : 'open', p: index };
        const read = page.safeParse((await (0,hub_calls/* ask */.kA)(hub, (0,hub_request/* get */.Jt)(`${(0,publish_target/* apiPath */.So)(target)}/discussions`, query), signal)).body);
        if (!read.success)
            throw (0,hub_calls/* unreadable */.O$)('the list of discussions', read.error);
        const { discussions, count, start } = read.data;
        const open = discussions.filter((one) => one.title === title && (closedToo || ['open', 'draft'].includes(one.status)));
        found.push(...open.map((one) => ({ number: one.num, author: one.author?.name })));
        if (discussions.length === 0 || start + discussions.length >= count)
            break;
    }
    if (found.length === 0)
        return undefined;
    const account = await readAccount(hub, signal);
    const own = found.find((one) => one.author === account);
    return (own && { number: own.number, url: `${(0,hub_request/* repositoryPage */.WR)(target.type, target.repository)}/discussions/${own.number}` });
}
async function readAccount(hub, signal) {
    const read = author.safeParse((await (0,hub_calls/* ask */.kA)(hub, (0,hub_request/* get */.Jt)('/api/whoami-v2'), signal)).body);
    if (!read.success)
        throw (0,hub_calls/* unreadable */.O$)('who is signed in', read.error);
    return read.data.name;
}
function pullRequestRevision(number) {
    return `refs/pr/${number}`;
}
/** The number at the end of `…/discussions/7`. */
function pullRequestNumber(url) {
    const number = /\/discussions\/(\d+)$/.exec(url ?? '')?.[1];
    return number === undefined ? undefined : Number(number);
}

;// CONCATENATED MODULE: ./build/hub/publish/repository-state.js





const information = schemas/* object */.Ikc({
    sha: schemas/* string */.YjP(),
    private: schemas/* boolean */.zMY().optional(),
    gated: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* literal */.euz(false)]).optional(),
});
const reference = schemas/* object */.Ikc({ name: schemas/* string */.YjP(), targetCommit: schemas/* string */.YjP() });
const references = schemas/* object */.Ikc({ branches: schemas/* array */.YOg(reference), tags: schemas/* array */.YOg(reference) });
async function readState(hub, target, signal) {
    try {
        return { kind: 'ready', information: await informationOf(hub, target, signal) };
    }
    catch (error) {
        if (!(error instanceof errors/* OperationError */.OK) || error.code !== 'HUB_NOT_FOUND')
            throw error;
        // The Hub says in a header which of the two is missing; a transport may not hand it on.
        if (error.details.upstream?.headers['x-error-code'] === 'RepoNotFound')
            return { kind: 'missing' };
    }
    const refs = await readReferences(hub, target, signal);
    return refs === undefined ? { kind: 'missing' } : { kind: 'no-branch', references: refs };
}
async function informationOf(hub, target, signal) {
    const expand = target.type === 'space' ? ['sha', 'private'] : ['sha', 'private', 'gated'];
    const answer = await (0,hub_calls/* ask */.kA)(hub, (0,hub_request/* get */.Jt)((0,publish_target/* revisionPath */.v0)(target, 'revision'), { expand }), signal);
    const read = information.safeParse(answer.body);
    if (!read.success)
        throw (0,hub_calls/* unreadable */.O$)(`the state of ${target.repository}`, read.error);
    return read.data;
}
/** The head of the target's revision with what the repository's settings are known to be. */
async function readInformation(hub, target, signal) {
    return (0,hub_calls/* ifThere */.y)(informationOf(hub, target, signal));
}
async function readReferences(hub, target, signal) {
    const answer = await (0,hub_calls/* askIfThere */.Pv)(hub, (0,hub_request/* get */.Jt)(`${(0,publish_target/* apiPath */.So)(target)}/refs`), signal);
    if (answer === undefined)
        return undefined;
    const read = references.safeParse(answer.body);
    if (!read.success)
        throw (0,hub_calls/* unreadable */.O$)(`the branches of ${target.repository}`, read.error);
    return read.data;
}

;// CONCATENATED MODULE: ./build/hub/publish/announce.js







/** What a tag of that name points to. */
async function tagCommit(name, target, context) {
    const references = await readReferences(context.hub, target, context.signal);
    return references?.tags.find((tag) => tag.name === name)?.targetCommit;
}
function tagTaken(name, commit, target) {
    return new errors/* OperationError */.OK('HUB_CONFLICT', `The tag ${name} of ${target.repository} is on another commit, ${commit}.`, {
        hint: 'Choose another tag, or delete that one if it may move. A tag that readers have pinned should stay.',
        effect: 'none',
        retryable: false,
    });
}
/** Puts the tag on a commit, unless it is there. @throws OperationError if it is elsewhere */
async function putTag(tag, commit, target, context) {
    const request = (0,hub_request/* send */.tN)('POST', (0,publish_target/* revisionPath */.v0)(target, 'tag', commit), { tag: tag.name, message: tag.message });
    try {
        await (0,hub_calls/* change */.Zg)(context.hub, request, context.signal);
    }
    catch (error) {
        if (!(error instanceof errors/* OperationError */.OK) || ['CANCELLED', 'TIMEOUT'].includes(error.code))
            throw error;
        const present = await tagCommit(tag.name, target, context);
        if (present === undefined)
            throw error;
        if (present !== commit)
            throw tagTaken(tag.name, present, target);
    }
    context.log.info(`Tagged ${commit} as ${tag.name}.`);
}
const opened = schemas/* object */.Ikc({ num: schemas/* number */.aig() });
/** Opens the discussion; where it is unknown whether the call arrived, it is looked for before anything is said. */
async function openDiscussion(announcement, target, context) {
    const { title, description } = announcement;
    const address = (number) => `${(0,hub_request/* repositoryPage */.WR)(target.type, target.repository)}/discussions/${number}`;
    try {
        const request = (0,hub_request/* send */.tN)('POST', `${(0,publish_target/* apiPath */.So)(target)}/discussions`, { title, description });
        const { num } = opened.parse((await (0,hub_calls/* change */.Zg)(context.hub, request, context.signal)).body);
        context.log.info(`Opened the discussion ${address(num)}.`);
        return address(num);
    }
    catch (error) {
        if (error instanceof errors/* OperationError */.OK && error.details.effect !== 'unknown')
            throw error;
        const found = await findOwnThread(context.hub, target, { kind: 'discussion', title, closedToo: true }, context.signal);
        if (found === undefined)
            throw error;
        return found.url;
    }
}

;// CONCATENATED MODULE: ./build/hub/publish/commit-lines.js
/**
 * Membrane's proxy takes requests of 10 MB, and wraps a body in JSON on one of its routes, which escapes each quote:
 * this much of the body leaves room for both.
 */
const proxyRequestBytes = 9_500_000;
function headerLine(header) {
    return JSON.stringify({ key: 'header', value: header });
}
/** A line of the commit's NDJSON; `contents` are those of a `file`. */
function operationLine(operation, contents) {
    if (operation.kind === 'delete')
        return JSON.stringify({ key: 'deletedFile', value: { path: operation.path } });
    const { path, size } = operation.file;
    if (operation.kind === 'lfs') {
        return JSON.stringify({ key: 'lfsFile', value: { path, algo: 'sha256', oid: operation.sha256, size } });
    }
    return fileLine(path, contents?.toString('base64') ?? '');
}
function fileLine(path, content) {
    return JSON.stringify({ key: 'file', value: { path, content, encoding: 'base64' } });
}
const sha256Letters = 64;
/** Bytes of an operation's line with its line end, without reading the file. */
function lineBytes(operation) {
    const { kind, path, size } = operation;
    if (kind === 'file')
        return Buffer.byteLength(fileLine(path, '')) + base64Letters(size) + 1;
    const file = { path, size, source: { kind: 'memory', bytes: Buffer.alloc(0) } };
    const line = kind === 'delete' ? operationLine({ kind, path }, undefined) : operationLine({ kind, file, sha256: '' }, undefined);
    return Buffer.byteLength(line) + (kind === 'lfs' ? sha256Letters : 0) + 1;
}
/** Base64 writes three bytes as four letters. */
function base64Letters(bytes) {
    return Math.ceil(bytes / 3) * 4;
}
/** Whether a file fits into a commit of its own: else it can only go by LFS. */
function fitsInCommit(file, header, requestBytes) {
    const line = lineBytes({ kind: 'file', path: file.path, size: file.size });
    return headerBytes(header) + line <= requestBytes;
}
function headerBytes(header) {
    return Buffer.byteLength(headerLine({ ...header, parentCommit: '0'.repeat(40) })) + 1;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/hub/publish/file-contents.js



/** The path was resolved when the folder was read; a link put in its place afterwards is not followed. */
const readOnly = external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0);
function stampOf(details) {
    return { modifiedMs: details.mtimeMs, inode: details.ino };
}
/** The hash of a file that is read at once. @throws OperationError if the file is no longer the one that was looked at */
function hashContents(file, kind) {
    const hash = kind === 'git' ? (0,external_node_crypto_.createHash)('sha1').update(gitHeader(file.size)) : (0,external_node_crypto_.createHash)('sha256');
    return hash.update(readContents(file)).digest('hex');
}
/** What git hashes before the contents of a blob. */
function gitHeader(size) {
    return `blob ${size}\0`;
}
/**
 * All bytes of a file that is small enough for a commit. Read without waiting: for small files the way to a thread and
 * back takes several times as long as the reading.
 * @throws OperationError if it changed
 */
function readContents(file) {
    return readBeginning(file, file.size);
}
/** The first bytes, by which the Hub tells text from binary. @throws OperationError if the file changed */
function readBeginning(file, bytes) {
    if (file.source.kind === 'memory')
        return file.source.bytes.subarray(0, bytes);
    const buffer = Buffer.allocUnsafe(Math.min(bytes, file.size));
    const descriptor = openUnchanged(file, file.source.file);
    try {
        let read = 0;
        while (read < buffer.length) {
            const more = (0,external_node_fs_.readSync)(descriptor, buffer, read, buffer.length - read, read);
            if (more === 0)
                throw changedError(file);
            read += more;
        }
        if (!isSame(file, (0,external_node_fs_.fstatSync)(descriptor)))
            throw changedError(file);
        return buffer;
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
/** What is published is what was hashed. @throws OperationError if the file was written to meanwhile */
function assertUnchanged(file) {
    if (file.source.kind === 'memory')
        return;
    const details = (0,external_node_fs_.statSync)(file.source.file, { throwIfNoEntry: false });
    if (details === undefined || !isSame(file, details))
        throw changedError(file);
}
/** The caller closes it. @throws OperationError if another file is in its place */
function openUnchanged(file, path) {
    let descriptor;
    try {
        descriptor = (0,external_node_fs_.openSync)(path, readOnly);
    }
    catch (cause) {
        throw changedError(file, cause);
    }
    if (isSame(file, (0,external_node_fs_.fstatSync)(descriptor)))
        return descriptor;
    (0,external_node_fs_.closeSync)(descriptor);
    throw changedError(file);
}
function isSame(file, details) {
    if (file.source.kind === 'memory')
        return true;
    const { stamp } = file.source;
    return details.size === file.size && details.mtimeMs === stamp.modifiedMs && details.ino === stamp.inode;
}
function changedError(file, cause) {
    return new errors/* OperationError */.OK('INPUT_INVALID', `The file ${file.path} changed while it was being published.`, {
        hint: 'Publish when the step that writes it has ended. What was published so far are whole commits; run the step again.',
        cause,
        effect: 'none',
        retryable: true,
    });
}

;// CONCATENATED MODULE: ./build/hub/publish/commit.js





const answer = schemas/* object */.Ikc({
    commitOid: schemas/* string */.YjP().regex(/^[0-9a-f]{40}$/),
    commitUrl: schemas/* string */.YjP(),
    pullRequestUrl: schemas/* string */.YjP().optional(),
});
/** One commit, whole or not at all. @throws OperationError */
async function sendCommit(hub, target, header, operations, signal) {
    const lines = operations.map(readLine);
    const response = await (0,hub_calls/* change */.Zg)(hub, {
        method: 'POST',
        path: (0,publish_target/* revisionPath */.v0)(target, 'commit'),
        ...(target.newPullRequest ? { query: [['create_pr', '1']] } : {}),
        headers: { 'content-type': 'application/x-ndjson' },
        body: { kind: 'raw', text: `${[headerLine(header), ...lines].join('\n')}\n` },
    }, signal);
    const read = answer.safeParse(response.body);
    if (!read.success)
        throw (0,hub_calls/* unreadable */.O$)('a commit', read.error);
    const { commitOid: id, commitUrl: url, pullRequestUrl } = read.data;
    return { id, url, pullRequestUrl };
}
function readLine(operation) {
    return operationLine(operation, operation.kind === 'file' ? readContents(operation.file) : undefined);
}

;// CONCATENATED MODULE: ./build/hub/publish/remote-tree.js





/** Entries of one page when nothing else is asked for (the Hub's OpenAPI document). */
const pageEntries = 1000;
/** The Hub advises against more files than 100,000; ten times that is a server that never ends. */
const remote_tree_mostPages = 1000;
const entries = schemas/* array */.YOg(schemas/* object */.Ikc({
    type: schemas/* string */.YjP(),
    path: schemas/* string */.YjP(),
    size: schemas/* number */.aig(),
    oid: schemas/* string */.YjP(),
    lfs: schemas/* object */.Ikc({ oid: schemas/* string */.YjP(), size: schemas/* number */.aig() }).optional(),
}));
/**
 * All files below a folder of a commit, folders included, page after page.
 * @param commit its full id, so that all pages are of one state
 * @param folder '' for the whole repository
 */
async function readRemoteTree(hub, target, commit, folder, signal) {
    const request = treeRequest(target, commit, folder);
    const tree = new Map();
    let page = await (0,hub_calls/* askIfThere */.Pv)(hub, request, signal);
    for (let count = 1; page !== undefined; count += 1) {
        const cursor = addPage(tree, page);
        if (cursor === undefined)
            break;
        if (count === remote_tree_mostPages)
            throw (0,hub_calls/* unreadable */.O$)('the list of files, which does not end');
        page = await (0,hub_calls/* ask */.kA)(hub, { ...request, query: [...(request.query ?? []), ['cursor', cursor]] }, signal);
    }
    return tree;
}
function treeRequest(target, commit, folder) {
    const below = folder === '' ? '' : `/${folder.split('/').map(encodeURIComponent).join('/')}`;
    return (0,hub_request/* get */.Jt)(`${(0,publish_target/* revisionPath */.v0)(target, 'tree', commit)}${below}`, { recursive: true });
}
/** @returns where the next page begins */
function addPage(tree, page) {
    const read = entries.safeParse(page.body);
    if (!read.success)
        throw (0,hub_calls/* unreadable */.O$)('the list of files', read.error);
    for (const { type, path, size, oid, lfs } of read.data) {
        if (type === 'file')
            tree.set(path, { path, size: lfs?.size ?? size, oid, sha256: lfs?.oid });
    }
    refuseHiddenPages(page, read.data.length);
    return nextCursor(page.headers.link);
}
/** A CLI that prints the body alone hides whether there are more pages: half a list would be taken for the whole. */
function refuseHiddenPages(page, count) {
    if (Object.keys(page.headers).length > 0 || count < pageEntries)
        return;
    throw new errors/* OperationError */.OK('CLI_UNUSABLE', 'This version of the Membrane CLI does not tell how a long list goes on.', {
        hint: "Set 'transport: api', or use a newer version of the CLI.",
        effect: 'none',
        retryable: false,
    });
}
/** Of `<https://…?cursor=…>; rel="next"` the cursor alone: the address is the Hub's own, ours goes through the proxy. */
function nextCursor(link) {
    const address = /<([^>]+)>\s*;[^,]*\brel="?next"?/.exec(link ?? '')?.[1];
    if (address === undefined || !URL.canParse(address))
        return undefined;
    return new URL(address).searchParams.get('cursor') ?? undefined;
}

;// CONCATENATED MODULE: ./build/hub/publish/shown.js
const units = ['B', 'kB', 'MB', 'GB', 'TB'];
/** `1.5 MB`, in powers of a thousand as the Hub's pages show sizes. */
function shownBytes(bytes) {
    const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
    const value = bytes / 1000 ** power;
    return `${power === 0 ? Math.round(value) : value.toFixed(1)} ${units[power]}`;
}
/** `2 min 5 s`. */
function shownSeconds(seconds) {
    const whole = Math.ceil(seconds);
    if (whole < 60)
        return `${whole} s`;
    const minutes = Math.floor(whole / 60);
    return minutes < 60 ? `${minutes} min ${whole % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
/** `1 file`, `2 files`. */
function counted(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

;// CONCATENATED MODULE: ./build/hub/publish/commit-series.js






/** Times one commit is brought onto a new head before it is given up. */
const mostRounds = 6;
const namedConflicts = 10;
/** Commits one after the other, each on the one before; a commit of somebody else in between is built upon. */
async function commitAll(series) {
    let done = {
        id: series.head,
        url: undefined,
        pullRequestUrl: undefined,
        target: series.target,
        count: 0,
    };
    for (const [index, operations] of series.commits.entries()) {
        const header = headerOf(series, index);
        const made = await commitOne({ ...series, target: done.target }, header, operations, done.id);
        const count = done.count + (made.url === undefined ? 0 : 1);
        done = {
            ...done,
            ...made,
            url: made.url ?? done.url,
            pullRequestUrl: made.pullRequestUrl ?? done.pullRequestUrl,
            count,
        };
        series.log.info(`Commit ${index + 1} of ${series.commits.length}: ${counted(operations.length, 'file')}, ${made.id}.`);
    }
    return done;
}
function headerOf(series, index) {
    const many = series.commits.length > 1;
    const summary = many ? `${series.title} (${index + 1} of ${series.commits.length})` : series.title;
    return {
        summary: index === 0 && series.target.newPullRequest ? series.title : summary,
        description: series.description,
    };
}
async function commitOne(series, header, operations, parent) {
    let left = operations;
    let parentCommit = parent;
    for (let round = 1;; round += 1) {
        try {
            const made = await sendCommit(series.writing, series.target, { ...header, parentCommit }, left, series.signal);
            return { ...made, target: targetAfter(series.target, made) };
        }
        catch (error) {
            if (!mayHaveMoved(error) || round === mostRounds)
                throw error;
            if (series.target.newPullRequest)
                return await adoptPullRequest(series, header, error);
            const moved = await lookAgain(series, left, parentCommit, error);
            if (moved.left.length === 0)
                return { id: moved.head, target: series.target };
            ({ left } = moved);
            parentCommit = moved.head;
        }
    }
}
/** A pull request's own reference takes the commits after the first. */
function targetAfter(target, made) {
    const number = pullRequestNumber(made.pullRequestUrl);
    if (!target.newPullRequest || number === undefined)
        return target;
    return { ...target, revision: pullRequestRevision(number), newPullRequest: false };
}
/** The Hub refused another parent (409 or 412, it is not documented which), or it is unknown what became of the call. */
function mayHaveMoved(error) {
    if (!(error instanceof errors/* OperationError */.OK) || ['CANCELLED', 'TIMEOUT'].includes(error.code))
        return false;
    return error.details.effect === 'unknown' || [409, 412].includes(error.details.status ?? 0);
}
/**
 * What is left to do on the branch's present head. Sending again is safe: the parent is named, so that a commit which
 * did arrive makes the second one be refused.
 */
async function lookAgain(series, operations, parent, error) {
    const head = (await readInformation(series.reading, series.target, series.signal))?.sha;
    if (head === undefined)
        throw error;
    if (head === parent) {
        if (error instanceof errors/* OperationError */.OK && error.details.effect === 'unknown')
            return { head, left: operations };
        throw error;
    }
    const now = await readRemoteTree(series.reading, series.target, head, series.treeFolder, series.signal);
    const left = [];
    const touched = [];
    for (const operation of operations) {
        const path = pathOf(operation);
        if (await isDone(operation, now.get(path), series.hasher))
            continue;
        if (!sameFile(now.get(path), series.base.get(path)))
            touched.push(path);
        left.push(operation);
    }
    if (touched.length > 0)
        throw conflict(series, touched, head);
    if (left.length > 0)
        series.log.info(`The branch has a new commit, ${head}, of other files: publishing goes on upon it.`);
    return { head, left };
}
function pathOf(operation) {
    return operation.kind === 'delete' ? operation.path : operation.file.path;
}
async function isDone(operation, now, hasher) {
    if (operation.kind === 'delete')
        return now === undefined;
    if (now === undefined || now.size !== operation.file.size)
        return false;
    if (operation.kind === 'lfs')
        return now.sha256 === operation.sha256;
    return now.sha256 === undefined && now.oid === (await hasher.hash(operation.file, 'git'));
}
function sameFile(one, other) {
    return one?.oid === other?.oid && one?.sha256 === other?.sha256;
}
function conflict(series, touched, head) {
    const shown = touched.slice(0, namedConflicts).join(', ');
    const more = touched.length > namedConflicts ? ` and ${touched.length - namedConflicts} more` : '';
    const where = `${series.target.repository} at ${series.target.revision}`;
    return new errors/* OperationError */.OK('HUB_CONFLICT', `Somebody else changed the same files of ${where}, in ${head}: ${shown}${more}.`, {
        hint: 'Look at that commit, then run the step again: it publishes the folder over it. A `concurrency` group keeps two runs apart.',
        effect: 'none',
        retryable: false,
    });
}
/** It is unknown whether the pull request was opened: it is looked for, never opened twice. */
async function adoptPullRequest(series, header, error) {
    const search = { kind: 'pull_request', title: header.summary };
    const found = await findOwnThread(series.reading, series.target, search, series.signal);
    if (found === undefined) {
        throw new errors/* OperationError */.OK('OUTCOME_UNKNOWN', 'It is not known whether the Hub opened the pull request.', {
            hint: 'Run the step again: it finds the pull request if there is one.',
            cause: error,
            effect: 'unknown',
            retryable: true,
        });
    }
    const target = { ...series.target, revision: pullRequestRevision(found.number), newPullRequest: false };
    const head = await readInformation(series.reading, target, series.signal);
    if (head === undefined)
        throw error;
    return { id: head.sha, target, pullRequestUrl: found.url };
}

;// CONCATENATED MODULE: ./build/hub/publish/split-commits.js

/**
 * As few commits as the limits allow, in the given order. Deletions go last: a file that takes the place of another is
 * there before the other is gone.
 */
function splitCommits(operations, limits) {
    const commits = [];
    let current = [];
    let room = { ...limits };
    for (const operation of deletionsLast(operations)) {
        const bytes = lineBytes(operation);
        const files = operation.kind === 'delete' ? 0 : 1;
        if (current.length > 0 && (bytes > room.bytes || files > room.files)) {
            commits.push(current);
            current = [];
            room = { ...limits };
        }
        current.push(operation);
        room = { bytes: room.bytes - bytes, files: room.files - files };
    }
    return current.length === 0 ? commits : [...commits, current];
}
function deletionsLast(operations) {
    return [
        ...operations.filter((operation) => operation.kind !== 'delete'),
        ...operations.filter((operation) => operation.kind === 'delete'),
    ];
}

;// CONCATENATED MODULE: ./build/hub/publish/plan.js


/** The changes as commits, each of which is one request that every hop takes. */
function planCommits(request) {
    const { difference, requestBytes, header } = request;
    const sent = difference.changes.map(({ kind, file, before }) => {
        const lfs = request.modes.get(file.path) === 'lfs' || !fitsInCommit(file, header, requestBytes);
        const { path, size } = file;
        return { kind: lfs ? 'lfs' : 'file', path, size, change: kind, before: before?.size ?? 0, file };
    });
    const deleted = difference.deleted.map(({ path, size }) => {
        return { kind: 'delete', path, size: 0, change: 'deleted', before: size, file: undefined };
    });
    const limits = { bytes: requestBytes - headerBytes(header), files: request.filesPerCommit };
    return splitCommits([...sent, ...deleted], limits);
}
function changesSomething(plan) {
    return (plan.createRepository ||
        plan.createRevision ||
        plan.settings?.differs === true ||
        plan.commits.length > 0 ||
        plan.tag !== undefined ||
        plan.discussion !== undefined);
}
/** The commit's title: the user's, or one that stays the same from run to run, as a pull request is found by it. */
function titleOf(parameters) {
    return parameters.message ?? (parameters.folder === '.' ? 'Publish the workspace' : `Publish ${parameters.folder}`);
}

;// CONCATENATED MODULE: ./build/hub/publish/look-at-hub.js





async function lookAtHub(parameters, context) {
    const { repository, type, revision, asPullRequest } = parameters;
    const branch = { repository, type, revision, newPullRequest: asPullRequest };
    const state = await readState(context.hub, branch, context.signal);
    if (state.kind === 'missing')
        return nothingYet(parameters, branch, context);
    if (state.kind === 'no-branch')
        return branchToMake(parameters, branch, context);
    const pullRequest = asPullRequest ? await ownPullRequest(parameters, branch, context) : undefined;
    if (pullRequest === undefined)
        return stateAt(branch, state.information, parameters, context);
    const target = { ...branch, revision: pullRequestRevision(pullRequest.number), newPullRequest: false };
    const information = (await readInformation(context.hub, target, context.signal)) ?? state.information;
    return { ...(await stateAt(target, information, parameters, context)), pullRequest };
}
function nothingYet(parameters, target, context) {
    const { type, repository } = parameters;
    if (context.uploadThrough === 'trusted-publisher') {
        throw new errors/* OperationError */.OK('HUB_NOT_FOUND', `The ${type} ${repository} does not exist yet, and a trusted publisher cannot create it.`, {
            hint: "Create it with `operation: create-repository`, add this job as its trusted publisher on its settings page, then run the step again. Or use 'upload-through: membrane' with 'create: true'.",
            effect: 'none',
        });
    }
    if (!parameters.create) {
        throw new errors/* OperationError */.OK('HUB_NOT_FOUND', `The ${type} ${repository} does not exist, or the connection's account may not see it.`, {
            hint: "Check the name and the type, or set 'create: true'.",
            effect: 'none',
        });
    }
    const missing = { target, exists: false, branchMissing: false, information: undefined, pullRequest: undefined };
    return { ...missing, branchMissing: target.revision !== 'main', tree: new Map() };
}
async function branchToMake(parameters, target, context) {
    const { repository, revision } = parameters;
    const main = parameters.createRevision
        ? await readInformation(context.hub, { ...target, revision: 'main' }, context.signal)
        : undefined;
    if (main === undefined) {
        throw new errors/* OperationError */.OK('HUB_NOT_FOUND', `${repository} has no branch ${revision}.`, {
            hint: "Check the name, or set 'create-revision: true'.",
            effect: 'none',
        });
    }
    return { ...(await stateAt(target, main, parameters, context)), branchMissing: true };
}
async function stateAt(target, information, parameters, context) {
    const tree = await readRemoteTree(context.hub, target, information.sha, treeFolder(parameters), context.signal);
    return { target, exists: true, branchMissing: false, information, tree, pullRequest: undefined };
}
/** The part of the repository that matters; its card lies at the root, wherever the folder goes. */
function treeFolder({ card, pathInRepository }) {
    return card === undefined ? (pathInRepository ?? '') : '';
}
function ownPullRequest(parameters, target, context) {
    const search = { kind: 'pull_request', title: titleOf(parameters) };
    return findOwnThread(context.hub, target, search, context.signal);
}

;// CONCATENATED MODULE: ./build/hub/publish/progress.js

/** A line every so often: a log is read, not watched. Milliseconds. */
const lineEveryMs = 5000;
function openProgress(total, { log, now }) {
    const began = now();
    let told = began;
    let bytes = 0;
    let present = 0;
    let files = 0;
    const line = () => {
        const seconds = Math.max(0.001, (now() - began) / 1000);
        const left = Math.max(0, total.bytes - bytes - present);
        const rate = bytes / seconds;
        const until = rate > 0 && left > 0 ? `, ${shownSeconds(left / rate)} left` : '';
        return `${files} of ${total.files} large files, ${shownBytes(bytes + present)} of ${shownBytes(total.bytes)}, ${shownBytes(rate)}/s${until}`;
    };
    const tell = (last) => {
        if (!last && now() - told < lineEveryMs)
            return;
        told = now();
        log.info(line());
    };
    return {
        sent(count) {
            bytes += count;
            tell(false);
        },
        finished(waiting = 0) {
            present += waiting;
            files += 1;
            tell(files === total.files);
        },
        get bytesSent() {
            return bytes;
        },
    };
}

// EXTERNAL MODULE: ./build/hub/publish/storage.js
var storage = __webpack_require__(48061);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./build/hub/publish/lfs-batch.js + 1 modules
var lfs_batch = __webpack_require__(55343);
// EXTERNAL MODULE: ./node_modules/p-retry/index.js + 1 modules
var p_retry = __webpack_require__(74995);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./build/hub/publish/file-stream.js



/**
 * Bytes read at a time: larger blocks make no upload faster. More than a socket takes without saying that it is full, so
 * that undici asks for the next block only when this one has left.
 */
const blockBytes = 262_144;
/**
 * A part of a file, read as fast as it is taken. Node's own stream would follow a link put in the file's place, and to
 * count what passes through it takes a second stream, which costs half as much again. Two blocks are filled in turns,
 * which takes 40 % less processor time over 1 GB than a new one each time: whoever reads the stream is done with a block,
 * or has paused the stream, before it goes on. To read ahead, as streams do by default, would break that.
 * @param onBytes told of each block as it is read
 * @throws OperationError if the file is no longer the one that was looked at
 */
function streamPart({ file, start, end }, onBytes) {
    if (file.source.kind === 'memory')
        return fromMemory(file.source.bytes.subarray(start, end), onBytes);
    const descriptor = openUnchanged(file, file.source.file);
    const size = Math.min(blockBytes, end - start);
    let [block, other] = [Buffer.allocUnsafeSlow(size), Buffer.allocUnsafeSlow(size)];
    let at = start;
    let reading;
    return new external_node_stream_.Readable({
        highWaterMark: 0,
        read() {
            const length = Math.min(blockBytes, end - at);
            if (length === 0) {
                this.push(null);
                return;
            }
            reading = true;
            [block, other] = [other, block];
            (0,external_node_fs_.read)(descriptor, block, 0, length, at, (error, bytes, filled) => {
                const whenDone = reading;
                reading = undefined;
                if (typeof whenDone === 'function')
                    return whenDone();
                if (error !== null || bytes === 0)
                    return this.destroy(error ?? changedError(file));
                at += bytes;
                onBytes(bytes);
                this.push(filled.subarray(0, bytes));
            });
        },
        destroy(error, done) {
            const end = () => (0,external_node_fs_.close)(descriptor, (failure) => done(error ?? failure));
            // A descriptor closed under a read could by then be another file's.
            if (reading === undefined)
                end();
            else
                reading = end;
        },
    });
}
function fromMemory(bytes, onBytes) {
    onBytes(bytes.length);
    return external_node_stream_.Readable.from([bytes]);
}

;// CONCATENATED MODULE: ./build/hub/publish/send-part.js




/** Storage refused or did not answer; `expired` where a new signed address may help. */
class StorageError extends Error {
    status;
    retryAfterMs;
    constructor(message, answer, cause) {
        super(message, { cause });
        this.status = answer?.status;
        this.retryAfterMs = Number(answer?.retryAfter ?? 0) * 1000 || 0;
    }
    /** An address that was signed too long ago, or for an upload that storage has given up. */
    get expired() {
        return this.status === 403 || this.status === 404;
    }
    get passing() {
        return this.status === undefined || [408, 425, 429].includes(this.status) || this.status >= 500;
    }
}
/** Sends a part of a file, again if need be, and alone: the others go on. @returns its ETag */
async function sendPart(part, context) {
    return withRetries(`${part.file.path}`, context, async () => {
        let sent = 0;
        const body = streamPart(part, (bytes) => {
            sent += bytes;
            context.progress.sent(bytes);
        });
        try {
            const headers = { 'content-length': String(part.end - part.start) };
            return (await attempt({ method: 'PUT', address: part.address, headers, body }, context)).etag;
        }
        catch (error) {
            context.progress.sent(-sent);
            throw error;
        }
    });
}
/** Tells storage that all parts are there. */
async function sendCompletion(file, request, context) {
    await withRetries(file.path, context, () => attempt(request, context));
}
async function attempt(request, context) {
    if (!(0,storage/* isStorageAddress */.s)(request.address))
        throw untrustedAddress();
    let answer;
    try {
        answer = await context.send(request, context.signal);
    }
    catch (cause) {
        context.signal.throwIfAborted();
        throw new StorageError('it gave no answer', undefined, cause);
    }
    if (answer.status >= 200 && answer.status < 300)
        return answer;
    throw new StorageError(`it answered ${answer.status}`, answer);
}
/** The first wait; each further one is up to twice as long, with jitter. Milliseconds. */
const waits = { minTimeout: 500, maxTimeout: 20_000, factor: 2, randomize: true };
function withRetries(what, context, send) {
    const { signal, retries, log, runtime } = context;
    return (0,p_retry/* default */.Ay)(send, {
        ...waits,
        retries,
        signal,
        shouldRetry: ({ error }) => error instanceof StorageError && error.passing,
        onFailedAttempt: async ({ error, retriesLeft }) => {
            if (!(error instanceof StorageError) || !error.passing || retriesLeft === 0)
                return;
            log.info(`The storage of the Hub did not take a part of ${what}: ${error.message}. It is sent again.`);
            await runtime.sleep(error.retryAfterMs, signal);
        },
    });
}
function untrustedAddress() {
    return new errors/* OperationError */.OK('HUB_REJECTED', 'The Hub named an address for large files that is not https.', {
        hint: 'Nothing was sent there. Check which Hub the connection belongs to.',
        effect: 'none',
        retryable: false,
    });
}

;// CONCATENATED MODULE: ./build/hub/publish/upload-lfs.js





/** Addresses are asked for in groups, shortly before they are used. */
const group = { files: 100, bytes: 250_000_000 };
/** While one group is on its way the next is hashed. */
const groupsAtOnce = 2;
/** Parts, or whole files, on their way at once. */
const partsAtOnce = 5;
/** New addresses that are asked for one file when those it had have ended. */
const renewals = 3;
/**
 * Sends what the Hub does not have yet. Each object is safe where it is as soon as it is there, before any commit names
 * it: a later run does not send it again.
 * @returns SHA-256 by path
 */
async function uploadLfsFiles(files, upload) {
    const groups = (0,p_limit/* default */.A)(groupsAtOnce);
    const parts = (0,p_limit/* default */.A)(partsAtOnce);
    const stop = new AbortController();
    const signal = AbortSignal.any([upload.signal, stop.signal]);
    try {
        const sent = await Promise.all(inGroups(files).map((some) => groups(() => uploadGroup(some, { ...upload, signal }, parts))));
        return new Map(sent.flat());
    }
    catch (error) {
        stop.abort(error);
        throw asOperationError(error);
    }
}
function inGroups(files) {
    const groups = [];
    let bytes = 0;
    for (const file of files) {
        const current = groups.at(-1);
        if (current === undefined || current.length === group.files || bytes + file.size > group.bytes) {
            groups.push([file]);
            bytes = file.size;
        }
        else {
            current.push(file);
            bytes += file.size;
        }
    }
    return groups;
}
async function uploadGroup(files, upload, parts) {
    upload.signal.throwIfAborted();
    const hashed = await Promise.all(files.map(async (file) => {
        const oid = upload.hashes.get(file.path) ?? (await upload.hasher.hash(file, 'sha256'));
        return { file, object: { oid, size: file.size } };
    }));
    const distinct = new Map(hashed.map((one) => [one.object.oid, one]));
    const objects = [...distinct.values()].map((one) => one.object);
    const orders = await (0,lfs_batch/* askUploadOrders */.Sn)(upload.hub, upload.target, objects, upload.signal);
    await Promise.all([...distinct.values()].map((one) => uploadObject(one, orders.get(one.object.oid), upload, parts)));
    const twice = hashed.filter((one) => distinct.get(one.object.oid) !== one);
    for (const { file } of twice)
        upload.progress.finished(file.size);
    return hashed.map(({ file, object }) => [file.path, object.oid]);
}
async function uploadObject({ file, object }, first, upload, parts) {
    let order = first ?? { kind: 'stored' };
    for (let renewed = 0;; renewed += 1) {
        try {
            await follow(order, file, object, { upload, parts });
            return upload.progress.finished(order.kind === 'stored' ? file.size : 0);
        }
        catch (error) {
            if (!(error instanceof StorageError && error.expired) || renewed === renewals)
                throw error;
            upload.log.info(`The address for ${file.path} has ended: a new one is asked for.`);
            const orders = await (0,lfs_batch/* askUploadOrders */.Sn)(upload.hub, upload.target, [object], upload.signal);
            order = orders.get(object.oid) ?? order;
        }
    }
}
async function follow(order, file, object, { upload, parts }) {
    if (order.kind === 'stored')
        return;
    if (order.kind === 'basic') {
        await parts(() => sendPart({ file, start: 0, end: file.size, address: order.address }, upload));
        return assertUnchanged(file);
    }
    const tags = await Promise.all(order.parts.map((address, index) => {
        const start = index * order.partBytes;
        const end = Math.min(file.size, start + order.partBytes);
        return parts(() => sendPart({ file, start, end, address }, upload));
    }));
    assertUnchanged(file);
    const body = JSON.stringify({
        oid: object.oid,
        parts: tags.map((etag, index) => ({ partNumber: index + 1, etag: etag ?? '' })),
    });
    const headers = { accept: lfs_batch/* lfsMediaType */.Ep, 'content-type': lfs_batch/* lfsMediaType */.Ep };
    await sendCompletion(file, { method: 'POST', address: order.completion, headers, body }, upload);
}
function asOperationError(error) {
    if (!(error instanceof StorageError))
        return error;
    return new errors/* OperationError */.OK('UPSTREAM_UNAVAILABLE', `The storage of the Hub did not take a large file: ${error.message}.`, {
        hint: 'Run the step again: what has arrived is not sent again. The branch was not touched.',
        cause: error,
        effect: 'none',
        retryable: true,
        ...(error.status === undefined ? {} : { status: error.status }),
    });
}

;// CONCATENATED MODULE: ./build/hub/publish/carry-out.js










/** Uploads, commits, tags and announces, each only if needed, in this order: no commit names bytes that are not there. */
async function carryOut(work, context) {
    const { parameters, made, state } = work;
    const { commits, tag, discussion } = made.plan;
    const sent = await uploadLarge(commits.flat(), work, context);
    const committed = await commitPlanned(work, sent.hashes, context);
    if (tag !== undefined)
        await putTag({ name: tag, message: parameters.tagMessage }, committed.id, state.target, context);
    const announcement = discussion === undefined ? undefined : parameters.discussion;
    const discussionUrl = announcement && (await openDiscussion(announcement, state.target, context));
    const inCommits = commits.flat().filter((file) => file.kind === 'file');
    return {
        commitId: committed.id,
        url: commits.length === 0 ? undefined : (committed.url ?? commitPage(parameters, committed.id)),
        pullRequestUrl: committed.pullRequestUrl,
        discussionUrl,
        bytesUploaded: sent.bytes + inCommits.reduce((sum, file) => sum + file.size, 0),
    };
}
function commitPage({ type, repository }, id) {
    return `${(0,hub_request/* repositoryPage */.WR)(type, repository)}/commit/${id}`;
}
async function uploadLarge(planned, { made, state, writing, hasher }, context) {
    const files = planned.flatMap(({ kind, file }) => (kind === 'lfs' && file !== undefined ? [file] : []));
    if (files.length === 0)
        return { hashes: new Map(), bytes: 0 };
    const { log, runtime, signal, retries } = context;
    const total = { files: files.length, bytes: files.reduce((sum, file) => sum + file.size, 0) };
    const progress = openProgress(total, { log, now: () => runtime.now() });
    const send = context.storage ?? storage/* sendToStorage */.J;
    const upload = {
        send,
        runtime,
        log,
        signal,
        retries,
        progress,
        hub: writing,
        target: state.target,
        hashes: made.hashes,
        hasher,
    };
    const title = `Uploading ${counted(total.files, 'large file')}, ${shownBytes(total.bytes)}`;
    const hashes = await folded(title, context, () => uploadLfsFiles(files, upload));
    return { hashes, bytes: progress.bytesSent };
}
async function commitPlanned(work, hashes, context) {
    const { parameters, made, state, writing, hasher } = work;
    const { commits } = made.plan;
    const series = {
        writing,
        reading: context.hub,
        target: state.target,
        title: titleOf(parameters),
        description: parameters.description ?? '',
        commits: commits.map((files) => files.map((file) => operationOf(file, hashes))),
        head: state.information?.sha ?? '',
        base: state.tree,
        treeFolder: treeFolder(parameters),
        hasher,
        log: context.log,
        signal: context.signal,
    };
    for (const { file } of commits.flat())
        if (file !== undefined)
            assertUnchanged(file);
    return commits.length > 1
        ? folded(`Committing in ${commits.length} commits`, context, () => commitAll(series))
        : commitAll(series);
}
function operationOf(planned, hashes) {
    const { kind, path, file } = planned;
    if (kind === 'delete' || file === undefined)
        return { kind: 'delete', path };
    return kind === 'file' ? { kind, file } : { kind, file, sha256: sha256Of(file, hashes) };
}
function sha256Of(file, hashes) {
    const found = hashes.get(file.path);
    if (found === undefined)
        throw new Error(`No hash of ${file.path} was kept.`);
    return found;
}
function folded(title, context, work) {
    return context.fold === undefined ? work() : context.fold(title, work);
}

// EXTERNAL MODULE: ./build/hub/repository-name.js
var repository_name = __webpack_require__(45068);
;// CONCATENATED MODULE: ./build/hub/publish/create-repository.js






/** The Hub makes one repository of an account at a time; a second call meanwhile is told to come again. */
const busyWaitMs = 2000;
const busyRounds = 5;
/** Creates the repository, unless somebody else has meanwhile: then that one is published to. */
async function createRepository(parameters, target, context) {
    for (let round = 1;; round += 1) {
        try {
            await (0,hub_calls/* change */.Zg)(context.hub, creation(parameters), context.signal);
            return context.log.info(`Created ${target.type} ${target.repository}.`);
        }
        catch (error) {
            if (!mayExist(error))
                throw error;
            const state = await readState(context.hub, { ...target, revision: 'main' }, context.signal);
            if (state.kind !== 'missing')
                return;
            if (round === busyRounds)
                throw error;
            await context.runtime.sleep(busyWaitMs, context.signal);
        }
    }
}
function mayExist(error) {
    return error instanceof errors/* OperationError */.OK && (error.details.status === 409 || error.details.effect === 'unknown');
}
function creation(parameters) {
    const { repository, type, visibility, region, resourceGroupId, sdk, sdkVersion, hardware } = parameters;
    const { namespace, name } = (0,repository_name/* splitRepository */.T8)(repository);
    return (0,hub_request/* send */.tN)('POST', '/api/repos/create', {
        name,
        organization: namespace,
        type,
        visibility,
        private: parameters.private,
        region,
        resourceGroupId,
        sdk,
        sdkVersion,
        hardware,
    });
}
/** Makes the branch off the head of `main`. */
async function createBranch(target, context) {
    try {
        await (0,hub_calls/* change */.Zg)(context.hub, (0,hub_request/* send */.tN)('POST', (0,publish_target/* revisionPath */.v0)(target, 'branch'), { startingPoint: 'main' }), context.signal);
    }
    catch (error) {
        if (!mayExist(error))
            throw error;
        const state = await readState(context.hub, target, context.signal);
        if (state.kind !== 'ready')
            throw error;
    }
    context.log.info(`Created the branch ${target.revision}.`);
}
async function putSettings(settings, target, context) {
    await (0,hub_calls/* change */.Zg)(context.hub, (0,hub_request/* send */.tN)('PUT', `${(0,publish_target/* apiPath */.So)(target)}/settings`, settings), context.signal);
    context.log.info(`Brought the settings in line: ${Object.keys(settings).join(', ')}.`);
}

;// CONCATENATED MODULE: ./build/hub/publish/direct-hub-calls.js


/** The first wait; each further one is up to twice as long, with jitter. Milliseconds. */
const direct_hub_calls_waits = { minTimeout: 500, maxTimeout: 20_000, factor: 2, randomize: true };
/** The Hub without Membrane in between, under a token of our own; errors are those of the proxy. */
function directHubCalls(options) {
    return {
        request(request, { effect, signal }) {
            return (0,p_retry/* default */.Ay)(() => once(options, request, { effect, signal }), {
                ...direct_hub_calls_waits,
                retries: options.retries,
                signal,
                shouldRetry: ({ error }) => mayRepeat(error, effect),
                onFailedAttempt: async ({ error, retriesLeft }) => {
                    if (retriesLeft === 0 || !mayRepeat(error, effect))
                        return;
                    options.log.info(`${error.message} It is asked again.`);
                    if (error instanceof errors/* OperationError */.OK)
                        await options.runtime.sleep(error.details.retryAfterMs ?? 0, signal);
                },
            });
        },
    };
}
/** As through Membrane: a write again only where the answer proves that it was not carried out. */
function mayRepeat(error, effect) {
    if (!(error instanceof errors/* OperationError */.OK) || error.details.retryable !== true)
        return false;
    return effect === 'read' || error.details.effect === 'none';
}
async function once(options, request, { signal }) {
    const token = await options.token(signal);
    const response = await send(options, request, token, signal);
    const text = await response.text();
    const headers = Object.fromEntries(response.headers);
    const answer = { status: response.status, headers, body: parsed(text, headers['content-type']) };
    if (response.status >= 400)
        throw hubError(request, answer);
    return answer;
}
async function send(options, request, token, signal) {
    const url = new URL(`${options.hubUrl}${request.path}`);
    for (const [name, value] of request.query ?? [])
        url.searchParams.append(name, value);
    const { body } = request;
    const json = body?.kind === 'json' ? { 'content-type': 'application/json' } : {};
    const text = body === undefined ? null : body.kind === 'raw' ? body.text : JSON.stringify(body.value);
    try {
        return await options.runtime.fetch(url, {
            method: request.method,
            headers: { ...json, ...request.headers, authorization: `Bearer ${token}` },
            body: text,
            redirect: 'error',
            signal,
        });
    }
    catch (cause) {
        signal.throwIfAborted();
        throw new errors/* OperationError */.OK('UPSTREAM_UNAVAILABLE', `The Hub gave no answer to ${request.method} ${request.path}.`, {
            hint: 'Run the step again later.',
            cause,
            effect: 'unknown',
            retryable: true,
        });
    }
}
function parsed(text, contentType) {
    if (!/\bjson\b/.test(contentType ?? ''))
        return text;
    try {
        return JSON.parse(text);
    }
    catch {
        return text;
    }
}
const meanings = new Map([
    [401, ['HUB_FORBIDDEN', "The trusted publisher's token is not accepted: see the publisher on the settings page."]],
    [403, ['HUB_FORBIDDEN', 'A trusted publisher may write files of its one repository only.']],
    [404, ['HUB_NOT_FOUND', 'Check the name and the type of the repository.']],
    [409, ['HUB_CONFLICT', 'It was changed meanwhile: look at it, then run the step again.']],
    [429, ['RATE_LIMITED', 'Wait some minutes and run the step again.']],
]);
function hubError(request, answer) {
    const { status, headers, body } = answer;
    const passing = status >= 500 || status === 429;
    const [code, hint] = meanings.get(status) ??
        (passing
            ? ['UPSTREAM_UNAVAILABLE', 'The Hub has a passing fault: run the step again later.']
            : ['HUB_REJECTED', 'Correct what the message names and run the step again.']);
    const words = headers['x-error-message'] ?? '';
    const said = words === '' ? '' : `: ${words.slice(0, 500)}`;
    return new errors/* OperationError */.OK(code, `The Hub answered ${status} to ${request.method} ${request.path}${said}.`, {
        hint,
        status,
        retryable: passing,
        effect: status >= 500 ? 'unknown' : 'none',
        retryAfterMs: retryAfterMs(headers),
        upstream: { status, headers, body },
    });
}
/** Seconds of `Retry-After`, or of the Hub's own `RateLimit: "api";r=0;t=55`, with the second it asks for on top. */
function retryAfterMs(headers) {
    const seconds = headers['retry-after'] ?? /;r=0;t=(\d+)/.exec(headers.ratelimit ?? '')?.[1];
    return seconds !== undefined && /^\d+$/.test(seconds) ? (Number(seconds) + 1) * 1000 : 0;
}

// EXTERNAL MODULE: ./build/input-problem.js
var input_problem = __webpack_require__(74594);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/hub/publish/front-matter.js

/** The same block that the Hub and its clients look for: `---` first, `---` alone on a line after it. */
const block = /^(\uFEFF?\s*---[^\S\r\n]*\r?\n)([\s\S]*?)((?:^|(?<=\n))---[^\S\r\n]*(?:\r?\n|$))/;
/** Beyond this a card is no metadata any more, and parsing it would take long. */
const longestBlock = 1_048_576;
/** Text such as `no` or a date is put in quotes: Python's YAML, which readers of cards use, would turn it into a value. */
const style = { lineWidth: 0, compat: 'yaml-1.1' };
/** The YAML block of a card and what stands around it; undefined where there is none. */
function findFrontMatter(readme) {
    const found = block.exec(readme);
    if (found === null)
        return undefined;
    const [, before = '', yaml = ''] = found;
    return { before, yaml, after: readme.slice(before.length + yaml.length) };
}
/** Why a card's front matter cannot be read, with line and column of the file. */
function frontMatterProblem(readme) {
    const found = findFrontMatter(readme);
    if (found === undefined)
        return /^\uFEFF?\s*---\r?\n/.test(readme) ? "has no '---' that ends its front matter." : undefined;
    if (found.yaml.length > longestBlock)
        return 'has a front matter of more than 1 MiB.';
    const document = parse(found.yaml);
    const error = document.errors[0];
    if (error !== undefined) {
        const line = (error.linePos?.[0].line ?? 1) + found.before.split('\n').length - 1;
        const what = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '');
        return `has a front matter that does not parse: ${what} at line ${line}, column ${error.linePos?.[0].col ?? 1}.`;
    }
    return (0,dist/* isMap */.jh)(document.contents) || document.contents === null || isNull(document)
        ? undefined
        : 'has a front matter that is not a mapping of names to values.';
}
/**
 * Sets values in a card's front matter. Only the lines of these values are written anew; all else, comments, quotes and
 * line ends included, stays byte for byte. The front matter must parse (`frontMatterProblem`).
 */
function setFrontMatter(readme, values) {
    const found = findFrontMatter(readme);
    const newline = readme.includes('\r\n') ? '\r\n' : '\n';
    if (found === undefined)
        return `---\n${(0,dist/* stringify */.As)(values, style)}---\n`.replaceAll('\n', newline) + readme;
    const yaml = Object.entries(values).reduce((text, [key, value]) => setValue(text, key, value, newline), found.yaml);
    return found.before + yaml + found.after;
}
function setValue(yaml, key, value, newline) {
    const contents = parse(yaml).contents;
    const written = (0,dist/* stringify */.As)({ [key]: value }, style)
        .trimEnd()
        .replaceAll('\n', newline);
    if ((0,dist/* isMap */.jh)(contents) && contents.flow !== true) {
        const pair = contents.items.find((item) => (0,dist/* isScalar */.jn)(item.key) && item.key.value === key);
        const place = pair === undefined ? undefined : rangeOf(pair, yaml);
        return place === undefined ? append(yaml, written, newline) : splice(yaml, place, written, value);
    }
    if (contents === null || !(0,dist/* isMap */.jh)(contents))
        return append(yaml, written, newline);
    return setInFlow(yaml, key, value, newline);
}
/** A value that is there already is left as it is written. */
function splice(yaml, [start, end], written, value) {
    const present = parse(yaml.slice(start, end)).toJS();
    const same = Object.values(Object(present)).some((one) => JSON.stringify(one) === JSON.stringify(value));
    return same ? yaml : yaml.slice(0, start) + written + yaml.slice(end);
}
function rangeOf(pair, yaml) {
    const { key, value } = pair;
    const start = (0,dist/* isScalar */.jn)(key) ? key.range?.[0] : undefined;
    if (start === undefined)
        return undefined;
    const ends = [rangeEnd(key), rangeEnd(value)].filter((end) => end !== undefined);
    const colon = yaml.indexOf(':', rangeEnd(key) ?? start) + 1;
    const text = yaml.slice(start, Math.max(colon, ...ends));
    return [start, start + text.trimEnd().length];
}
function rangeEnd(node) {
    if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range))
        return undefined;
    const end = node.range[1];
    return typeof end === 'number' ? end : undefined;
}
function append(yaml, written, newline) {
    const ended = yaml === '' || yaml.endsWith('\n') ? yaml : yaml + newline;
    return `${ended}${written}${newline}`;
}
/** `{license: mit}` on one line has no lines of its own to replace: it is written anew as a whole. */
function setInFlow(yaml, key, value, newline) {
    const document = parse(yaml);
    document.set(key, value);
    return document.toString({ lineWidth: 0 }).replaceAll(/\r?\n/g, newline);
}
function parse(yaml) {
    return (0,dist/* parseDocument */.Tp)(yaml, { version: '1.2', schema: 'core', prettyErrors: true });
}
function isNull(document) {
    return (0,dist/* isScalar */.jn)(document.contents) && document.contents.value === null;
}

;// CONCATENATED MODULE: ./build/hub/publish/card.js





/** Only at the repository's root is it the card. */
const cardPath = 'README.md';
/** Larger cards exist nowhere; one is held in memory as a whole. */
const largestCard = 5_000_000;
/** The card of the folder as it is, if there is one. */
function readCard(files) {
    const file = files.find((one) => one.path === cardPath);
    if (file === undefined)
        return undefined;
    if (file.size > largestCard)
        return refuse('is too large for a card.');
    const text = decode(readContents(file));
    if (text === undefined)
        return refuse('is not UTF-8 text.');
    const problem = frontMatterProblem(text);
    return problem === undefined ? { ok: true, text } : refuse(problem);
}
/** The folder's files with the card's values set, in memory; the workspace keeps its own. */
function withCard(files, text, values) {
    const edited = setFrontMatter(text, values);
    if (edited === text)
        return files;
    const bytes = Buffer.from(edited, 'utf8');
    const card = { path: cardPath, size: bytes.length, source: { kind: 'memory', bytes } };
    return [...files.filter((file) => file.path !== cardPath), card];
}
/** The card that the repository has, for values to be set where the folder brings none. */
async function readRemoteCard(hub, target, commit, signal) {
    const path = `/${(0,publish_target/* addressOf */.ci)(target)}/resolve/${commit}/${cardPath}`;
    const answer = await (0,hub_calls/* askIfThere */.Pv)(hub, (0,hub_request/* get */.Jt)(path), signal);
    if (answer === undefined)
        return undefined;
    if (typeof answer.body !== 'string')
        throw (0,hub_calls/* unreadable */.O$)("the repository's README.md");
    return answer.body;
}
function decode(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}
function refuse(message) {
    return { ok: false, problem: { name: 'input.folder', message: `its ${cardPath} ${message}` } };
}

// EXTERNAL MODULE: ./build/hub/publish/check-parameters.js
var check_parameters = __webpack_require__(3509);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/hub/publish/lfs-pointer.js
/** A pointer is below this size by the specification of Git LFS, and above that of its first line. */
const pointerBytes = { least: 100, most: 1024 };
const firstLine = 'version https://git-lfs.github.com/spec/v1\n';
function mayBePointer(size) {
    return size >= pointerBytes.least && size < pointerBytes.most;
}
/** Whether contents are what a checkout without LFS leaves in place of a file. */
function isPointer(contents) {
    if (!mayBePointer(contents.length))
        return false;
    const text = contents.toString('latin1');
    return text.startsWith(firstLine) && /^oid sha256:[0-9a-f]{64}$/m.test(text) && /^size \d+$/m.test(text);
}

// EXTERNAL MODULE: ./build/hub/publish/repository-path.js
var repository_path = __webpack_require__(26824);
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(14006);
;// CONCATENATED MODULE: ./build/hub/publish/globs.js

/**
 * Whether a path matches one of the globs. As in a .gitignore, a pattern without a slash matches a name at any depth,
 * and one that matches a folder takes all below it.
 */
function matchGlobs(globs) {
    const expressions = globs.flatMap(expand).map((glob) => picomatch.makeRe(glob, { dot: true, nonegate: true }));
    return (path) => expressions.some((expression) => expression.test(path));
}
function expand(glob) {
    const plain = plainPath(glob);
    const anchored = plain.includes('/') ? plain : `**/${plain}`;
    return [anchored, `${anchored}/**`];
}
/** The pattern without what says nothing about a relative path: `./` before it, slashes at its ends. */
function plainPath(glob) {
    return glob.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '');
}
/** The paths among the globs that have no wildcard: what a user named letter by letter. */
function literalPaths(globs) {
    return globs.filter((glob) => !picomatch.scan(glob).isGlob).map(plainPath);
}

;// CONCATENATED MODULE: ./build/hub/publish/secret-files.js

/** Never part of what is published, whatever `include` says: git's own folder holds credentials and history. */
const neverPublished = '.git';
/** The workflow's own folder: it says how the repository on GitHub is run, not what is published. */
const workflowFolder = '.github';
/** Names that files with credentials have, by the tools that write them. */
const secretNames = [
    '.env',
    '.env.*',
    '*.env',
    '.netrc',
    '_netrc',
    '.npmrc',
    '.yarnrc.yml',
    '.pypirc',
    '.git-credentials',
    '.htpasswd',
    '.pgpass',
    '.my.cnf',
    '.dockercfg',
    '.docker/config.json',
    '.kube/config',
    '.aws/credentials',
    '.azure',
    '.config/gcloud',
    '.ssh',
    '.gnupg',
    '.membrane',
    '.cache/huggingface',
    '.huggingface',
    'credentials.json',
    'gha-creds-*.json',
    'service[-_]account*.json',
    'id_rsa',
    'id_dsa',
    'id_ecdsa',
    'id_ed25519',
    '*.pem',
    '*.key',
    '*.p12',
    '*.pfx',
    '*.jks',
    '*.keystore',
    '*.kdbx',
    '*.ppk',
    '*.tfstate',
];
/** Templates that tools ask to be published in place of the real file. */
const harmlessNames = ['.env.example', '.env.sample', '.env.template', '.env.dist', 'example.env', 'sample.env'];
const looksSecret = matchGlobs(secretNames.flatMap((name) => (name.includes('/') ? [`**/${name}`] : [name])));
const isHarmless = matchGlobs(harmlessNames);
const inWorkflowFolder = matchGlobs([`/${workflowFolder}/**`]);
const inGitFolder = matchGlobs([neverPublished]);
/** Why a path is left out without having been asked for; `path` is relative to the folder that is published. */
function defaultExclusion(path) {
    if (inGitFolder(path))
        return 'git';
    if (path === workflowFolder || inWorkflowFolder(path))
        return 'workflows';
    return looksSecret(path) && !isHarmless(path) ? 'secret' : undefined;
}

;// CONCATENATED MODULE: ./build/hub/publish/selection.js



function selectionOf(request) {
    const included = request.include === undefined ? () => true : matchGlobs(request.include);
    const excluded = matchGlobs(request.exclude ?? []);
    const named = literalPaths(request.include ?? []);
    return {
        exclusion(file) {
            const byDefault = defaultExclusion(file);
            if (byDefault === 'git' || (byDefault !== undefined && !isNamed(file, named)))
                return byDefault;
            if (excluded(file))
                return 'exclude';
            return included(file) ? undefined : 'include';
        },
        linkExclusion(target) {
            return defaultExclusion(target.split(external_node_path_.sep).join('/'));
        },
    };
}
/**
 * A file that would be left out by default is meant when it was named letter by letter, or lies in a folder that would
 * be left out and was named so. Naming an ordinary folder does not bring in the secrets below it.
 */
function isNamed(file, named) {
    return named.some((one) => file === one || one.startsWith(`${file}/`) || (file.startsWith(`${one}/`) && defaultExclusion(one) !== undefined));
}

;// CONCATENATED MODULE: ./build/hub/publish/local-tree.js






/** Problems of one kind that are named; a folder of pointers may hold thousands. */
const namedProblems = 10;
/**
 * All files of a folder that are to be published, and everything that speaks against publishing them. Looked at without
 * waiting in between, which for a thousand files takes a tenth of the time.
 */
function scanFolder(request) {
    const workspace = (0,external_node_fs_.realpathSync)(request.workspace);
    const root = folderInside(workspace, request.folder);
    if (typeof root !== 'string')
        return { ok: false, problems: [root] };
    const walk = { workspace, request, selection: selectionOf(request), files: [], leftOut: [], problems: [] };
    walkFolder(walk, root, '', [root]);
    const problems = [...walk.problems, ...contentProblems(walk.files), ...collisionProblems(walk.files)];
    if (problems.length > 0)
        return { ok: false, problems };
    return { ok: true, tree: { files: walk.files, leftOut: walk.leftOut, selection: walk.selection } };
}
/** The exclusions that hold whatever is included. */
const nothingChosen = { include: undefined, exclude: undefined };
function folderInside(workspace, given) {
    const name = 'input.folder';
    if (given.includes('\0'))
        return { name, message: 'holds a character that no path can hold.' };
    const wanted = external_node_path_.resolve(workspace, given);
    if (!isInside(workspace, wanted))
        return { name, message: 'must be inside the workspace.', given };
    const real = realPath(wanted);
    if (real === undefined) {
        return { name, message: 'does not exist. Did an earlier step of the same job write it?', given };
    }
    if (!isInside(workspace, real))
        return { name, message: 'leads out of the workspace through a link.', given };
    if (selectionOf(nothingChosen).linkExclusion(external_node_path_.relative(workspace, real)) === 'git') {
        return { name, message: "must not be in git's own folder, which holds credentials.", given };
    }
    return (0,external_node_fs_.statSync)(real).isDirectory() ? real : { name, message: 'must be a folder.', given };
}
/** In the order of names, so that a plan reads the same every time; `ancestors` are real paths, to end circles. */
function walkFolder(walk, folder, relative, ancestors) {
    const entries = (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true });
    for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
        const below = relative === '' ? entry.name : `${relative}/${entry.name}`;
        const why = walk.selection.exclusion(below);
        // What `include` does not name may be a folder that holds something it does.
        if (why === undefined || (why === 'include' && !entry.isFile())) {
            const message = visit(walk, entry, below, ancestors);
            if (message !== undefined)
                walk.problems.push(fileProblem(below, message));
        }
        else if (why !== 'exclude' && why !== 'include')
            walk.leftOut.push({ path: below, why });
    }
}
/** @returns what is wrong with it */
function visit(walk, entry, below, ancestors) {
    const file = external_node_path_.join(entry.parentPath, entry.name);
    if (!entry.isSymbolicLink())
        return take(walk, file, below, ancestors);
    const real = realPath(file);
    if (real === undefined)
        return 'is a link that leads nowhere.';
    if (!isInside(walk.workspace, real))
        return 'leads out of the workspace through a link.';
    const why = walk.selection.linkExclusion(external_node_path_.relative(walk.workspace, real));
    if (why === undefined)
        return take(walk, real, below, ancestors);
    walk.leftOut.push({ path: below, why });
    return undefined;
}
/** @param file its real path */
function take(walk, file, below, ancestors) {
    const details = (0,external_node_fs_.statSync)(file, { throwIfNoEntry: false });
    if (details === undefined)
        return 'was removed while the folder was read.';
    if (details.isDirectory()) {
        if (ancestors.includes(file))
            return 'is a link to a folder that it lies in.';
        walkFolder(walk, file, below, [...ancestors, file]);
        return undefined;
    }
    return walk.selection.exclusion(below) === undefined ? takeFile(walk, file, below, details) : undefined;
}
function takeFile(walk, file, below, details) {
    if (!details.isFile())
        return 'is neither a file nor a folder.';
    const published = walk.request.prefix === '' ? below : `${walk.request.prefix}/${below}`;
    const refused = (0,repository_path/* repositoryPathProblem */.vB)(published);
    if (refused !== undefined)
        return refused;
    const source = { kind: 'disk', file, stamp: stampOf(details) };
    walk.files.push({ path: published, size: details.size, source });
    return undefined;
}
function realPath(file) {
    try {
        return (0,external_node_fs_.realpathSync)(file);
    }
    catch {
        return undefined;
    }
}
function fileProblem(below, message) {
    return { name: 'input.folder', message: `its file ${JSON.stringify(below)} ${message}` };
}
function contentProblems(files) {
    const pointers = files.flatMap((file) => mayBePointer(file.size) && isPointer(readContents(file)) ? [file.path] : []);
    if (pointers.length === 0)
        return [];
    const message = `holds Git LFS pointers where the files themselves were meant: ${listed(pointers)}. Give the checkout step 'lfs: true'.`;
    return [{ name: 'input.folder', message }];
}
function collisionProblems(files) {
    const groups = (0,repository_path/* collidingPaths */.U)(files.map((file) => file.path)).map((group) => group.join(' and '));
    if (groups.length === 0)
        return [];
    const message = `holds names that differ by case alone, which Windows and macOS cannot keep apart: ${listed(groups)}.`;
    return [{ name: 'input.folder', message }];
}
function listed(names) {
    const shown = names.slice(0, namedProblems).join(', ');
    return names.length > namedProblems ? `${shown} and ${names.length - namedProblems} more` : shown;
}
function isInside(folder, file) {
    const relative = external_node_path_.relative(folder, file);
    return relative !== '..' && !relative.startsWith(`..${external_node_path_.sep}`) && !external_node_path_.isAbsolute(relative);
}

;// CONCATENATED MODULE: ./build/hub/publish/folder-to-publish.js





const namedFiles = 20;
/** The folder, read and checked without a call to anywhere. @throws OperationError that names all problems */
function prepareFolder(parameters, context) {
    const early = (0,check_parameters/* publishProblems */.q)(parameters);
    const scanned = scanFolder({
        workspace: context.workspace,
        folder: parameters.folder,
        include: parameters.include,
        exclude: parameters.exclude,
        prefix: parameters.pathInRepository ?? '',
    });
    if (!scanned.ok)
        throw (0,input_problem/* inputError */.X)([...early, ...scanned.problems]);
    const { tree } = scanned;
    const card = readCard(tree.files);
    const problems = [...early, ...(card?.ok === false ? [card.problem] : [])];
    if (tree.files.length === 0 && !parameters.allowEmpty && parameters.card === undefined) {
        const message = "holds no file to publish. Set 'allow-empty: true' if that is meant.";
        problems.push({ name: 'input.folder', message });
    }
    if (problems.length > 0)
        throw (0,input_problem/* inputError */.X)(problems);
    tellLeftOut(tree.leftOut, context.log);
    return { ...tree, card: card?.ok === true ? card.text : undefined };
}
function tellLeftOut(leftOut, log) {
    const secrets = leftOut.filter(({ why }) => why === 'secret');
    const others = leftOut.filter(({ why }) => why !== 'secret');
    if (others.length > 0)
        log.info(`Left out by default: ${named(others)}.`);
    if (secrets.length > 0) {
        log.warning(`Left out, as ${secrets.length === 1 ? 'it looks' : 'they look'} like secrets: ${named(secrets)}. To publish one all the same, name it in 'include'.`);
    }
}
function named(files) {
    const names = files.slice(0, namedFiles).map((file) => file.path);
    const more = files.length - names.length;
    return more === 0 ? names.join(', ') : `${names.join(', ')} and ${counted(more, 'other')}`;
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
;// CONCATENATED MODULE: ./build/hub/publish/hash-worker.js
/**
 * The whole of a hashing thread. It is handed over as its own text, so that a bundle needs no second entry: it must
 * name nothing outside of itself.
 */
function hashingThread() {
    const { createHash } = process.getBuiltinModule('node:crypto');
    const { openSync, readSync, closeSync } = process.getBuiltinModule('node:fs');
    const { parentPort } = process.getBuiltinModule('node:worker_threads');
    const block = Buffer.allocUnsafe(1_048_576);
    parentPort?.on('message', ({ path, algorithm, header }) => {
        try {
            const hash = createHash(algorithm).update(header);
            const descriptor = openSync(path, 'r');
            let size = 0;
            for (;;) {
                const read = readSync(descriptor, block, 0, block.length, null);
                if (read === 0)
                    break;
                size += read;
                hash.update(block.subarray(0, read));
            }
            closeSync(descriptor);
            parentPort?.postMessage({ hash: hash.digest('hex'), size });
        }
        catch (error) {
            parentPort?.postMessage({ error: String(error) });
        }
    });
}
/** For `new Worker(text, { eval: true })`. */
const hashingThreadText = `(${hashingThread.toString()})()`;

;// CONCATENATED MODULE: ./build/hub/publish/hasher.js





/** Up to here a file is hashed at once: a thread would take longer to be asked. */
const atOnceBytes = 1_048_576;
/** Each holds about 15 MB; more than four find no disk that feeds them. */
const mostThreads = 4;
/** Threads are started when they are needed; `signal` ends what is under way. */
function openHasher(signal) {
    const idle = [];
    const all = [];
    const limit = (0,p_limit/* default */.A)(Math.min(mostThreads, (0,external_node_os_.availableParallelism)()));
    const close = async () => {
        await Promise.all(all.splice(0).map((worker) => worker.terminate()));
    };
    const end = () => void close();
    signal.addEventListener('abort', end, { once: true });
    const inThread = async (file, path, kind) => {
        signal.throwIfAborted();
        const worker = idle.pop() ?? startWorker(all);
        const answer = await ask(worker, orderFor(file, path, kind), signal);
        idle.push(worker);
        if (answer.hash === undefined || answer.size !== file.size)
            throw changedError(file, answer.error);
        assertUnchanged(file);
        return answer.hash;
    };
    return {
        async hash(file, kind) {
            const { source } = file;
            if (source.kind === 'memory' || file.size <= atOnceBytes)
                return hashContents(file, kind);
            return limit(() => inThread(file, source.file, kind));
        },
        async close() {
            signal.removeEventListener('abort', end);
            await close();
        },
    };
}
function orderFor(file, path, kind) {
    if (kind === 'sha256')
        return { path, algorithm: 'sha256', header: '' };
    return { path, algorithm: 'sha1', header: gitHeader(file.size) };
}
function startWorker(all) {
    const worker = new external_node_worker_threads_.Worker(hashingThreadText, { eval: true, stdin: false });
    all.push(worker);
    return worker;
}
function ask(worker, order, signal) {
    return new Promise((resolve, reject) => {
        const onAnswer = (answer) => settle(() => resolve(answer));
        const onError = (error) => settle(() => reject(error));
        const onExit = () => onError(signal.reason ?? new Error('A hashing thread has ended.'));
        const settle = (act) => {
            worker.off('message', onAnswer).off('error', onError).off('exit', onExit);
            act();
        };
        worker.on('message', onAnswer).on('error', onError).on('exit', onExit);
        worker.postMessage(order);
    });
}

;// CONCATENATED MODULE: ./build/hub/publish/difference.js

/** Which hash tells whether a file is the same; undefined where its size tells already. */
function neededHash(file, remote) {
    if (remote === undefined || remote.size !== file.size)
        return undefined;
    return remote.sha256 === undefined ? 'git' : 'sha256';
}
/** @param hashes by path, for the files that `neededHash` names */
function compareTrees(files, remote, hashes, deleted) {
    const changes = [];
    const unchanged = [];
    for (const file of files) {
        const before = remote.get(file.path);
        if (before === undefined)
            changes.push({ kind: 'added', file, before });
        else if (hashes.get(file.path) === (before.sha256 ?? before.oid))
            unchanged.push(file);
        else
            changes.push({ kind: 'changed', file, before });
    }
    return { changes, deleted, unchanged };
}
/** The Hub made this file; it says what is kept by LFS, and a mirror of a folder rarely has one. */
const keptByMirrors = '.gitattributes';
/** The files of the repository to delete; one that the folder has is never deleted. */
function deletions(request) {
    const { rule, remote, prefix } = request;
    if (rule === 'none')
        return [];
    const kept = new Set(request.files.map((file) => file.path));
    const matches = rule === 'missing' ? mirrored(request.selection) : matchGlobs(rule);
    return [...remote.values()].filter((file) => {
        const below = pathBelow(prefix, file.path);
        return below !== undefined && !kept.has(file.path) && matches(below) && !(rule === 'missing' && isKept(file));
    });
}
/** A mirror's own world is what `include` and `exclude` leave of the folder; the rest is not missing from it. */
function mirrored(selection) {
    return (path) => selection.exclusion(path) === undefined;
}
function isKept(file) {
    return file.path === keptByMirrors;
}
function pathBelow(prefix, path) {
    if (prefix === '')
        return path;
    return path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : undefined;
}
/**
 * A file cannot stand where a folder of the repository stays, nor the other way round; git refuses such a tree.
 * @returns the paths in conflict
 */
function treeConflicts(difference, remote) {
    const gone = new Set(difference.deleted.map((file) => file.path));
    const staying = [...remote.keys()].filter((path) => !gone.has(path));
    const folders = new Set(staying.flatMap(foldersOf));
    const files = new Set(staying);
    return difference.changes
        .filter(({ file }) => folders.has(file.path) || foldersOf(file.path).some((folder) => files.has(folder)))
        .map(({ file }) => file.path);
}
function foldersOf(path) {
    const parts = path.split('/');
    return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

;// CONCATENATED MODULE: ./build/hub/publish/hash-files.js

/** The hashes that tell whether files of the same size are the same. By path. */
async function hashFiles(files, remote, hasher) {
    const hashes = await Promise.all(files.map(async (file) => {
        const kind = neededHash(file, remote.get(file.path));
        return kind === undefined ? [] : [[file.path, await hasher.hash(file, kind)]];
    }));
    return new Map(hashes.flat());
}

;// CONCATENATED MODULE: ./build/hub/publish/settings-difference.js
/** Which settings to send. The Hub tells `private` and `gated` alone; the rest can be set, but not read. */
function settingsChange(wanted, present) {
    const judged = Object.entries(wanted ?? {}).flatMap(([name, value]) => value === undefined ? [] : [{ name, value, state: stateOf(name, value, present) }]);
    const open = judged.filter(({ state }) => state !== 'same');
    if (open.length === 0)
        return undefined;
    return {
        send: Object.fromEntries(open.map(({ name, value }) => [name, value])),
        differs: open.some(({ state }) => state === 'differs'),
    };
}
function stateOf(name, value, present) {
    if (present === undefined)
        return 'differs';
    const known = { private: present.private, gated: present.gated, visibility: visibilityOf(present) };
    const now = Object.entries(known).find(([key]) => key === name)?.[1];
    if (now === undefined || value === 'protected')
        return 'unknown';
    return now === value ? 'same' : 'differs';
}
function visibilityOf(present) {
    return present.private === undefined ? undefined : present.private ? 'private' : 'public';
}

;// CONCATENATED MODULE: ./build/hub/publish/upload-modes.js







/** By this much of a file the Hub tells text from binary. */
const sampleBytes = 512;
/** Files of one question; the Hub takes 1,000. */
const filesPerQuestion = 1000;
/** A question's own letters around each file: names of its fields, quotes, the size, the sample in base64. */
const bytesPerFile = 800;
const questionsAtOnce = 4;
const upload_modes_answer = schemas/* object */.Ikc({
    files: schemas/* array */.YOg(schemas/* object */.Ikc({ path: schemas/* string */.YjP(), uploadMode: schemas/* enum */.k5n(['regular', 'lfs']) })),
});
/** How each file is to travel, as the Hub decides it by name, size and first bytes. */
async function askUploadModes(hub, request, signal) {
    const limit = (0,p_limit/* default */.A)(questionsAtOnce);
    const gitAttributes = request.gitAttributes && readContents(request.gitAttributes).toString('utf8');
    const groups = questions(request.files, request.requestBytes - (gitAttributes?.length ?? 0));
    const answers = await Promise.all(groups.map((files) => limit(() => askOne(hub, { ...request, files }, gitAttributes, signal))));
    return new Map(answers.flat());
}
function questions(files, bytes) {
    const groups = [];
    let room = { bytes: 0, files: 0 };
    for (const file of files) {
        const needed = bytesPerFile + 2 * Buffer.byteLength(file.path);
        if (room.files === 0 || room.bytes < needed) {
            groups.push([]);
            room = { bytes, files: filesPerQuestion };
        }
        groups.at(-1)?.push(file);
        room = { bytes: room.bytes - needed, files: room.files - 1 };
    }
    return groups;
}
async function askOne(hub, request, gitAttributes, signal) {
    const files = request.files.map(describe);
    const call = (0,hub_request/* send */.tN)('POST', (0,publish_target/* revisionPath */.v0)(request.target, 'preupload'), { files, gitAttributes });
    const response = await (0,hub_calls/* ask */.kA)(hub, request.target.newPullRequest ? { ...call, query: [['create_pr', '1']] } : call, signal);
    const read = upload_modes_answer.safeParse(response.body);
    if (!read.success)
        throw (0,hub_calls/* unreadable */.O$)('how files are to be uploaded', read.error);
    const modes = new Map(read.data.files.map((file) => [file.path, file.uploadMode]));
    return request.files.map((file) => {
        const mode = modes.get(file.path);
        if (mode === undefined)
            throw (0,hub_calls/* unreadable */.O$)(`how ${file.path} is to be uploaded`);
        return [file.path, file.size === 0 ? 'regular' : mode];
    });
}
function describe(file) {
    const sample = readBeginning(file, sampleBytes);
    return { path: file.path, size: file.size, sample: sample.toString('base64') };
}
/** The Hub's threshold for a file of any name (about 10 MiB, not documented). */
const lfsThreshold = 10 * 1024 * 1024;
/** What the `.gitattributes` of every new repository on the Hub sends by LFS. */
const lfsNames = matchGlobs([
    ...'7z arrow bin bz2 ckpt ftz gz h5 joblib mlmodel model msgpack npy npz onnx ot parquet pb pickle pkl pt pth rar'
        .split(' ')
        .map((ending) => `*.${ending}`),
    ...'safetensors tar tflite tgz wasm xz zip zst'.split(' ').map((ending) => `*.${ending}`),
    '*.lfs.*',
    '*.tar.*',
    '*tfevents*',
    '/saved_model/**/*',
]);
/** What to expect where there is no repository to ask yet; the Hub decides when there is one. */
function expectedMode(file) {
    return file.size > 0 && (file.size > lfsThreshold || lfsNames(file.path)) ? 'lfs' : 'regular';
}

;// CONCATENATED MODULE: ./build/hub/publish/validate-card.js




const message = schemas/* object */.Ikc({ message: schemas/* string */.YjP() });
const verdict = schemas/* object */.Ikc({ errors: schemas/* array */.YOg(message).default([]), warnings: schemas/* array */.YOg(message).default([]) });
/** What the Hub has against a card. It asks the same itself at each commit, and refuses the commit then. */
async function cardProblems(hub, card, log, signal) {
    const answer = await validate(hub, card, signal);
    const read = verdict.safeParse(answer);
    if (!read.success)
        throw (0,hub_calls/* unreadable */.O$)('the validation of README.md', read.error);
    for (const warning of read.data.warnings)
        log.warning(`README.md: ${warning.message}`);
    return read.data.errors.map((error) => ({
        name: 'input.folder',
        message: `its README.md is refused by the Hub: ${error.message}`,
    }));
}
/** A verdict with errors comes as 400 from the Hub of today, and as 200 by its older documentation. */
async function validate(hub, card, signal) {
    const request = (0,hub_request/* send */.tN)('POST', '/api/validate-yaml', { content: card.text, repoType: card.type });
    try {
        return (await (0,hub_calls/* ask */.kA)(hub, request, signal)).body;
    }
    catch (error) {
        const refused = error instanceof errors/* OperationError */.OK && error.details.status === 400 ? error.details.upstream : undefined;
        if (refused !== undefined && verdict.safeParse(refused.body).success)
            return refused.body;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/hub/publish/make-plan.js














/** Compares, asks and checks all that can be before the first write. @throws OperationError */
async function makePlan(input, context) {
    const { parameters, folder, state } = input;
    const files = await filesWithCard(input, context);
    const hashes = await hashFiles(files, state.tree, input.hasher);
    const prefix = parameters.pathInRepository ?? '';
    const rule = parameters.delete;
    const deleted = deletions({ rule, remote: state.tree, files, prefix, selection: folder.selection });
    const difference = compareTrees(files, state.tree, hashes, deleted);
    checkTree(difference, state.tree, context);
    await checkCard(difference, parameters, context);
    const plan = {
        createRepository: !state.exists,
        createRevision: state.branchMissing,
        settings: settingsChange(parameters.settings, state.information),
        commits: await plannedCommits(input, difference, files, context),
        unchanged: totalOf(difference.unchanged),
        tag: parameters.tag,
        discussion: parameters.discussion?.title,
    };
    return { plan: await withoutWhatIsThere(plan, input, context), hashes: sha256Hashes(hashes, state.tree) };
}
async function filesWithCard(input, context) {
    const { parameters, folder, state } = input;
    if (parameters.card === undefined)
        return folder.files;
    const text = folder.card ?? (await presentCard(state, context));
    const problem = frontMatterProblem(text);
    if (problem !== undefined)
        throw (0,input_problem/* inputError */.X)([{ name: 'input.card', message: `the Hub's ${cardPath} ${problem}` }]);
    return withCard(folder.files, text, parameters.card);
}
async function presentCard(state, context) {
    if (state.information === undefined || !state.exists)
        return '';
    return (await readRemoteCard(context.hub, state.target, state.information.sha, context.signal)) ?? '';
}
function checkTree(difference, remote, context) {
    const conflicts = treeConflicts(difference, remote);
    if (conflicts.length > 0) {
        const shown = conflicts.slice(0, 10).join(', ');
        const message = `has files where the repository has folders of the same name, or the other way round: ${shown}. Delete those with 'delete'.`;
        throw (0,input_problem/* inputError */.X)([{ name: 'input.folder', message }]);
    }
    const gone = new Set(difference.deleted.map((file) => file.path));
    const folded = new Map([...remote.keys()].filter((path) => !gone.has(path)).map((path) => [(0,repository_path/* foldPath */.tu)(path), path]));
    for (const { file, kind } of difference.changes) {
        const other = kind === 'added' ? folded.get((0,repository_path/* foldPath */.tu)(file.path)) : undefined;
        if (other === undefined)
            continue;
        context.log.warning(`${file.path} and ${other}, which the repository has, cannot both be had on Windows and macOS.`);
    }
}
/** The Hub refuses a commit whose card it does not like: better asked before anything is written. */
async function checkCard(difference, parameters, context) {
    const changed = difference.changes.filter(({ file }) => file.path === cardPath).map(({ file }) => file);
    const card = readCard(changed);
    if (card?.ok !== true)
        return;
    const problems = await cardProblems(context.hub, { text: card.text, type: parameters.type }, context.log, context.signal);
    if (problems.length > 0)
        throw (0,input_problem/* inputError */.X)(problems);
}
async function plannedCommits(input, difference, files, context) {
    const { parameters } = input;
    const header = {
        summary: `${titleOf(parameters)} (999 of 999)`,
        description: parameters.description ?? '',
    };
    const requestBytes = context.requestBytes ?? proxyRequestBytes;
    // Most often the Hub's answer is the expected one: the second question need not wait for the first one's answer.
    const early = difference.changes.some(({ file }) => expectedMode(file) === 'lfs');
    const [modes] = await Promise.all([
        modesOf(input, difference, { files, requestBytes }, context),
        early ? input.reachesLfs() : undefined,
    ]);
    const commits = planCommits({ difference, modes, header, requestBytes, filesPerCommit: parameters.filesPerCommit });
    const lfs = commits.flat().filter((file) => file.kind === 'lfs');
    if (lfs.length > 0 && !(await input.reachesLfs()))
        throw lfsOutOfReach(lfs.map((file) => file.path));
    return commits;
}
/** A dry run asks with reads alone, and a repository that is not there cannot be asked. */
async function modesOf({ state, writing }, difference, { files, requestBytes }, context) {
    const changes = difference.changes;
    if (changes.length === 0)
        return new Map();
    if (!state.exists || state.branchMissing || context.dryRun) {
        return new Map(changes.map(({ file, before }) => [file.path, before?.sha256 === undefined ? expectedMode(file) : 'lfs']));
    }
    const gitAttributes = files.find((file) => file.path === '.gitattributes');
    const { target } = state;
    const sent = changes.map(({ file }) => file);
    return askUploadModes(writing, { target, files: sent, gitAttributes, requestBytes }, context.signal);
}
function lfsOutOfReach(paths) {
    const shown = paths.slice(0, 5).join(', ');
    const more = paths.length > 5 ? ` and ${paths.length - 5} more` : '';
    return new errors/* OperationError */.OK('HUB_REJECTED', `Files that must go by LFS cannot be published through this connection: ${shown}${more}.`, {
        hint: "Membrane's proxy of this connection begins at the Hub's /api, and the LFS route is outside of it. Use 'upload-through: trusted-publisher'. Nothing was written.",
        effect: 'none',
        retryable: false,
    });
}
/** A tag or a discussion that is there already is no part of the plan. */
async function withoutWhatIsThere(plan, input, context) {
    const { state, parameters } = input;
    if (!state.exists)
        return plan;
    const present = plan.tag === undefined ? undefined : await tagCommit(plan.tag, state.target, context);
    if (present !== undefined && (plan.commits.length > 0 || present !== state.information?.sha)) {
        throw tagTaken(parameters.tag ?? '', present, state.target);
    }
    return {
        ...plan,
        tag: present === undefined ? plan.tag : undefined,
        discussion: await titleToAnnounce(plan.discussion, state, context),
    };
}
async function titleToAnnounce(title, state, context) {
    if (title === undefined)
        return undefined;
    const search = { kind: 'discussion', title, closedToo: true };
    const announced = await findOwnThread(context.hub, state.target, search, context.signal);
    return announced === undefined ? title : undefined;
}
function sha256Hashes(hashes, remote) {
    return new Map([...hashes].filter(([path]) => remote.get(path)?.sha256 !== undefined));
}
function totalOf(files) {
    return { files: files.length, bytes: files.reduce((sum, file) => sum + file.size, 0) };
}

;// CONCATENATED MODULE: ./build/hub/publish/published.js

/** Rows of the summary's table. */
const tableRows = 50;
/** Files the plan names one by one; a folder may have a hundred thousand. */
const plannedFiles = 1000;
function publicationOf(plan) {
    const files = plan.commits.flat().map(({ path, change, before, size, kind }) => {
        return { path, change, before, after: size, lfs: kind === 'lfs' };
    });
    const total = (change, bytesOf) => {
        const some = files.filter((line) => line.change === change);
        return { files: some.length, bytes: some.reduce((sum, line) => sum + bytesOf(line), 0) };
    };
    return {
        added: total('added', (line) => line.after),
        changed: total('changed', (line) => line.after),
        deleted: total('deleted', (line) => line.before),
        unchanged: plan.unchanged,
        files: files.toSorted((one, other) => (one.path < other.path ? -1 : 1)),
    };
}
/** `2 files added (1.2 MB), 1 changed (3 kB), 1 deleted, 7 unchanged`. */
function publicationWords(publication) {
    const { added, changed, deleted, unchanged } = publication;
    return [
        `${counted(added.files, 'file')} added (${shownBytes(added.bytes)})`,
        `${changed.files} changed (${shownBytes(changed.bytes)})`,
        `${deleted.files} deleted`,
        `${unchanged.files} unchanged`,
    ].join(', ');
}
/** The largest first: what a reader of a diffstat looks for. */
function diffstat(publication) {
    const lines = publication.files.toSorted((one, other) => weight(other) - weight(one));
    return {
        columns: ['File', 'Change', 'Before', 'After', 'By LFS'],
        rows: lines
            .slice(0, tableRows)
            .map((line) => [
            line.path,
            line.change,
            line.change === 'added' ? '' : shownBytes(line.before),
            line.change === 'deleted' ? '' : shownBytes(line.after),
            line.lfs ? 'yes' : '',
        ]),
        total: lines.length,
    };
}
function weight(line) {
    return Math.max(line.before, line.after);
}
/** The plan as the output `plan` holds it. */
function planOutput(plan, where) {
    const publication = publicationOf(plan);
    const { added, changed, deleted, unchanged } = publication;
    return {
        ...where,
        createRepository: plan.createRepository,
        createRevision: plan.createRevision,
        settings: plan.settings === undefined ? {} : { ...plan.settings.send },
        added: { ...added },
        changed: { ...changed },
        deleted: { ...deleted },
        unchanged: { ...unchanged },
        commits: plan.commits.map((files) => files.length),
        files: publication.files.slice(0, plannedFiles).map((line) => ({ ...line })),
        filesNotListed: Math.max(0, publication.files.length - plannedFiles),
        tag: plan.tag ?? null,
        discussion: plan.discussion ?? null,
    };
}

// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/util/decode_jwt.js
var decode_jwt = __webpack_require__(77961);
;// CONCATENATED MODULE: ./build/hub/publish/trusted-publisher.js




/** A token is not begun to be used when this little of its life is left. */
const leastLeftMs = 5 * 60_000;
/** What the Hub documents, for an answer that does not say it. */
const usualLifeSeconds = 3600;
const trusted_publisher_answer = schemas/* object */.Ikc({ access_token: schemas/* string */.YjP().startsWith('hf_'), expires_in: schemas/* number */.aig().positive().optional() });
const refusal = schemas/* object */.Ikc({ error: schemas/* string */.YjP(), error_description: schemas/* string */.YjP().optional() });
/** Nothing is asked for before the first token is needed; the token is kept in memory alone. */
function openTrustedPublisher(options) {
    let current;
    return {
        token(signal) {
            if (current !== undefined && current.endsAt - options.runtime.now() >= leastLeftMs)
                return current.token;
            // Files in parallel ask at the same time: all of them wait for the one exchange.
            const exchanged = exchange(options, signal);
            const next = { token: exchanged.then(({ token }) => token), endsAt: Number.POSITIVE_INFINITY };
            current = next;
            exchanged.then(({ endsAt }) => {
                next.endsAt = endsAt;
            }, () => {
                current = undefined;
            });
            return next.token;
        },
    };
}
async function exchange(options, signal) {
    // The audience is the Hub's own address: a token for another one is refused.
    const idToken = await idTokenOf(options.identity, options.hubUrl);
    options.onSecret(idToken);
    const asked = options.runtime.now();
    const response = await post(options, idToken, signal);
    const body = await response.json().catch(() => undefined);
    if (!response.ok)
        throw refused(response.status, body, options, idToken);
    const read = trusted_publisher_answer.safeParse(body);
    if (!read.success)
        throw exchangeFailed('its answer could not be read', response.status);
    options.onSecret(read.data.access_token);
    const life = read.data.expires_in ?? usualLifeSeconds;
    return { token: read.data.access_token, endsAt: asked + life * 1000 };
}
async function idTokenOf(identity, audience) {
    if (identity.fromFork) {
        throw new errors/* OperationError */.OK('AUTH_MISSING', 'A pull request from a fork has no identity of its own on GitHub.', {
            hint: "Publish from a branch of the repository itself, or with 'upload-through: membrane'.",
            effect: 'none',
        });
    }
    if (identity.getIdToken === undefined)
        throw noPermission();
    try {
        return await identity.getIdToken(audience);
    }
    catch (cause) {
        throw new errors/* OperationError */.OK('AUTH_MISSING', "GitHub did not give this job's ID token.", {
            hint: 'Run the step again; if it stays so, see that the job has `permissions: id-token: write`.',
            cause,
            effect: 'none',
            retryable: true,
        });
    }
}
function noPermission() {
    return new errors/* OperationError */.OK('AUTH_MISSING', 'This job may not ask GitHub for an ID token.', {
        hint: 'Give the job `permissions:` with `id-token: write` (and `contents: read` for the checkout).',
        effect: 'none',
    });
}
async function post(options, idToken, signal) {
    const body = {
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
        subject_token: idToken,
        resource: (0,publish_target/* addressOf */.ci)(options.target),
    };
    try {
        return await options.runtime.fetch(`${options.hubUrl}/oauth/token`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', accept: 'application/json' },
            body: JSON.stringify(body),
            redirect: 'error',
            signal,
        });
    }
    catch (cause) {
        signal.throwIfAborted();
        throw exchangeFailed('it could not be reached', undefined, cause);
    }
}
function refused(status, body, options, idToken) {
    const read = refusal.safeParse(body);
    if (status >= 500 || status === 429 || !read.success)
        return exchangeFailed(`it answered ${status}`, status);
    const words = read.data.error_description === undefined ? '' : ` (${read.data.error_description.slice(0, 300)})`;
    const { target } = options;
    if (read.data.error !== 'invalid_grant') {
        return new errors/* OperationError */.OK('HUB_REJECTED', `The Hub does not take this job's ID token: ${read.data.error}${words}.`, {
            hint: "Use 'upload-through: membrane', and open an issue of this action with the step's log.",
            status,
            effect: 'none',
        });
    }
    return new errors/* OperationError */.OK('HUB_FORBIDDEN', `No trusted publisher of ${target.type} ${target.repository} matches this job${words}: ${claimsOf(idToken)}.`, {
        hint: `Add one on the settings page of ${target.repository} with exactly these values, or use 'upload-through: membrane'.`,
        status,
        effect: 'none',
    });
}
/** What a publisher is matched on, so that the two can be compared; read from our own token, and nobody's secret. */
function claimsOf(idToken) {
    try {
        const claims = (0,decode_jwt/* decodeJwt */.i)(idToken);
        const shown = ['repository', 'ref', 'workflow', 'environment'].flatMap((name) => {
            const value = claims[name];
            return typeof value === 'string' ? [`${name} ${value}`] : [];
        });
        return shown.join(', ');
    }
    catch {
        return 'the ID token is not a readable one';
    }
}
function exchangeFailed(what, status, cause) {
    return new errors/* OperationError */.OK('UPSTREAM_UNAVAILABLE', `The Hub did not exchange this job's ID token: ${what}.`, {
        hint: 'Run the step again. Nothing was published.',
        cause,
        effect: 'none',
        retryable: true,
        ...(status === undefined ? {} : { status }),
    });
}

;// CONCATENATED MODULE: ./build/hub/publish/run-publish.js












/** A folder becomes a repository on the Hub: what differs is sent, the rest is left alone. @throws OperationError */
async function runPublish(parameters, context) {
    const hasher = openHasher(context.signal);
    try {
        return await publish(parameters, context, hasher);
    }
    finally {
        await hasher.close();
    }
}
async function publish(parameters, context, hasher) {
    const folder = prepareFolder(parameters, context);
    const state = await lookAtHub(parameters, context);
    const writing = writingCalls(state, context);
    const plan = { parameters, folder, writing, hasher, reachesLfs: lfsReach(state, context) };
    const made = await makePlan({ ...plan, state }, context);
    context.log.info(`Plan for ${parameters.type} ${parameters.repository}: ${publicationWords(publicationOf(made.plan))}.`);
    if (context.dryRun)
        return resultOf(parameters, made, state, undefined);
    const ready = await bringIntoBeing(parameters, made, state, context);
    const final = ready === state ? made : await makePlan({ ...plan, state: ready }, context);
    const done = await carryOut({ parameters, made: final, state: ready, writing, hasher }, context);
    return resultOf(parameters, { ...final, plan: { ...final.plan, ...creationOf(made) } }, ready, done);
}
/** Under a trusted publisher the bytes and the commits go to the Hub directly, all else through Membrane. */
function writingCalls(state, context) {
    if (context.uploadThrough === 'membrane')
        return context.hub;
    const { hubUrl, identity, runtime, log, retries, onSecret } = context;
    const publisher = openTrustedPublisher({ target: state.target, hubUrl, identity, runtime, onSecret });
    return directHubCalls({ hubUrl, token: publisher.token, runtime, log, retries });
}
/** Under a trusted publisher large files do not go by the proxy, so that its reach does not matter. */
function lfsReach(state, context) {
    let asked;
    return () => {
        asked ??=
            context.uploadThrough === 'membrane'
                ? (0,lfs_batch/* reachesLfs */.fw)(context.hub, state.target, context.signal)
                : Promise.resolve(true);
        return asked;
    };
}
/** Repository, branch and settings, each only if needed. What is new is looked at again before it is filled. */
async function bringIntoBeing(parameters, { plan }, state, context) {
    if (plan.createRepository)
        await createRepository(parameters, state.target, context);
    if (plan.createRevision)
        await createBranch(state.target, context);
    if (plan.settings !== undefined)
        await putSettings(plan.settings.send, state.target, context);
    return plan.createRepository || plan.createRevision ? lookAtHub(parameters, context) : state;
}
function creationOf({ plan }) {
    const { createRepository, createRevision, settings } = plan;
    return { createRepository, createRevision, settings };
}
function resultOf(parameters, { plan }, state, done) {
    const publication = publicationOf(plan);
    const where = { repository: parameters.repository, type: parameters.type, revision: state.target.revision };
    const planned = planOutput(plan, where);
    const commit = done?.commitId ?? state.information?.sha ?? '';
    const pullRequest = done?.pullRequestUrl ?? state.pullRequest?.url;
    const page = (0,hub_request/* repositoryPage */.WR)(parameters.type, parameters.repository);
    const url = done?.url ?? pullRequest ?? page;
    const counts = {
        added: publication.added.files,
        changed: publication.changed.files,
        deleted: publication.deleted.files,
    };
    const changed = changesSomething(plan);
    const uploaded = done?.bytesUploaded ?? 0;
    return {
        status: done === undefined ? 'planned' : 'succeeded',
        changed,
        output: outputOf({ commit, url, pullRequest, discussion: done?.discussionUrl, uploaded, changed, planned }),
        id: parameters.repository,
        url,
        count: publication.files.length,
        headline: headline(parameters, publication, { changed, planned: done === undefined }),
        table: publication.files.length === 0 ? undefined : diffstat(publication),
        publication,
        outputs: {
            'commit-id': commit,
            'pull-request-url': pullRequest ?? '',
            tag: parameters.tag ?? '',
            'files-added': String(counts.added),
            'files-changed': String(counts.changed),
            'files-deleted': String(counts.deleted),
            'bytes-uploaded': String(uploaded),
            plan: JSON.stringify(planned),
        },
    };
}
function outputOf(values) {
    const { commit, url, uploaded, changed, planned } = values;
    const { pullRequest = null, discussion = null } = values;
    return { commit, url, pullRequest, discussion, bytesUploaded: uploaded, changed, plan: planned };
}
function headline({ type, repository }, publication, { changed, planned }) {
    if (!changed)
        return `${type} ${repository} is as the folder is: nothing to publish`;
    const words = publicationWords(publication);
    return planned ? `Would publish to ${type} ${repository}: ${words}` : `Published to ${type} ${repository}: ${words}`;
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

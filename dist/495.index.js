export const id = 495;
export const ids = [495];
export const modules = {

/***/ 99852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ childEnvironment),
/* harmony export */   X: () => (/* binding */ membraneEnvironment)
/* harmony export */ });
/**
 * What a process of ours may see of the runner's environment, by name without case. Everything else stays out:
 * `INPUT_*` and `GITHUB_*` hold secrets, `NODE_OPTIONS` and `npm_config_*` would change what runs.
 */
const allowed = new Set([
    'PATH',
    'LANG',
    'LC_ALL',
    'LC_CTYPE',
    'TZ',
    'TMPDIR',
    'TEMP',
    'TMP',
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'ALL_PROXY',
    'NO_PROXY',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
    'NODE_EXTRA_CA_CERTS',
    'NODE_USE_ENV_PROXY',
    // Without these Windows programs cannot find the system's own parts.
    'SYSTEMROOT',
    'SYSTEMDRIVE',
    'WINDIR',
    'COMSPEC',
    'PATHEXT',
    'NUMBER_OF_PROCESSORS',
    'PROCESSOR_ARCHITECTURE',
]);
/** The environment of a child process: the allowed part of the runner's, with `home` as the user's own folder. */
function childEnvironment(runtime, home) {
    const kept = Object.entries(runtime.env).filter(([name]) => allowed.has(name.toUpperCase()));
    const environment = {};
    for (const [name, value] of kept)
        if (value !== undefined)
            environment[name] = value;
    return { ...environment, ...homeEnvironment(home) };
}
/** Every name under which a program looks for the user's folder or its settings. */
function homeEnvironment(home) {
    return {
        HOME: home,
        USERPROFILE: home,
        APPDATA: home,
        LOCALAPPDATA: home,
        XDG_CONFIG_HOME: home,
        XDG_CACHE_HOME: home,
        XDG_DATA_HOME: home,
        XDG_STATE_HOME: home,
    };
}
/** What the CLI and the SDK read, and the two names that other documents give the same things. */
function membraneEnvironment(settings) {
    const { apiUrl, accessToken, workspaceKey } = settings;
    return {
        MEMBRANE_API_URI: apiUrl,
        MEMBRANE_API_URL: apiUrl,
        ...(accessToken === undefined ? {} : { MEMBRANE_ACCESS_TOKEN: accessToken, MEMBRANE_TOKEN: accessToken }),
        ...(workspaceKey === undefined ? {} : { MEMBRANE_WORKSPACE_KEY: workspaceKey }),
        // The answers are read by a program: no colours, no prompts.
        NO_COLOR: '1',
        CI: 'true',
    };
}


/***/ }),

/***/ 58295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ givenCli),
/* harmony export */   n: () => (/* binding */ packageFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99852);
/* harmony import */ var _package_entry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83920);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(87670);






/** Milliseconds that the CLI may take to print its version. */
const versionLimit = 15_000;
/**
 * The CLI that `cli-path` names: a `.js`, `.mjs` or `.cjs` file runs with the action's own Node, a folder is a package.
 * @throws OperationError `CLI_UNUSABLE`
 */
async function givenCli(path, home, runtime, signal) {
    const given = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path) ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(runtime.env.GITHUB_WORKSPACE ?? '.', path);
    const file = await programAt(given, runtime.platform);
    const isScript = /\.[cm]?js$/i.test(file);
    const command = isScript ? { file: runtime.execPath, firstArguments: [file] } : { file, firstArguments: [] };
    const version = (await packagedVersion(file)) ?? (await printedVersion(command, home, runtime, signal));
    return { ...command, version };
}
async function programAt(path, platform) {
    try {
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path);
        const status = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file);
        if (status.isDirectory())
            return (await (0,_package_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .readPackageEntry */ .p)(file)).entry;
        if (!/\.[cm]?js$/i.test(file))
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(file, platform === 'win32' ? node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.constants.R_OK : node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return file;
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .OperationError */ .OK('CLI_UNUSABLE', `\`cli-path\` (${path}) names no program that can be run.`, {
            hint: "Give the path of an executable, of the CLI's `.js` entry, or of its package folder.",
            retryable: false,
            effect: 'none',
            cause: error,
        });
    }
}
/** From the package that a file is the entry of: the file lies in it or one or two folders below. */
async function packagedVersion(file) {
    for (const folder of [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file)), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file)))]) {
        try {
            const found = await (0,_package_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .readPackageEntry */ .p)(folder);
            if (found.entry === file)
                return found.version;
        }
        catch {
            // No package there, or another one: look further up, then ask the program itself.
        }
    }
    return undefined;
}
async function printedVersion(command, home, runtime, signal) {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(versionLimit)]);
    try {
        const result = await (0,_process_js__WEBPACK_IMPORTED_MODULE_5__/* .runProcess */ .R)({
            command: command.file,
            args: [...command.firstArguments, '--version'],
            env: (0,_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .childEnvironment */ .Q)(runtime, home.path),
            cwd: home.workingDirectory,
            platform: runtime.platform,
            signal: limit,
        });
        return /\b\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?\b/.exec(result.stdout)?.[0];
    }
    catch (error) {
        signal.throwIfAborted();
        // Not to know the version is no reason to fail, but a program that cannot be started is.
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .OperationError */ .OK)
            throw error;
        return undefined;
    }
}
/** Where the CLI's entry is in a folder that npm installed into. */
function packageFolder(folder, name) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'node_modules', ...name.split('/'));
}


/***/ }),

/***/ 83920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ readPackageEntry)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26921);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6673);




const manifestSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    version: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^\d+\.\d+\.\d+[0-9A-Za-z.+-]*$/),
    bin: zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP())]),
});
/**
 * The file that a package's own `bin` names, and the package's version.
 * @throws Error where the package names none, or one outside of itself
 */
async function readPackageEntry(folder) {
    const manifest = manifestSchema.parse(JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'package.json'), 'utf8')));
    const named = typeof manifest.bin === 'string' ? manifest.bin : binaryOf(manifest.bin);
    if (named === undefined)
        throw new Error(`The package has no program named ${_version_js__WEBPACK_IMPORTED_MODULE_2__/* .cliBinary */ .eM}.`);
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder);
    const entry = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, named));
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, entry);
    if (inside === '' || inside.startsWith('..') || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(inside)) {
        throw new Error('The package names a program outside of itself.');
    }
    return { entry, version: manifest.version };
}
function binaryOf(bin) {
    if (Object.hasOwn(bin, _version_js__WEBPACK_IMPORTED_MODULE_2__/* .cliBinary */ .eM))
        return bin[_version_js__WEBPACK_IMPORTED_MODULE_2__/* .cliBinary */ .eM];
    const programs = Object.values(bin);
    return programs.length === 1 ? programs[0] : undefined;
}


/***/ }),

/***/ 87670:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ runProcess)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/membrane/http-failure.js
var http_failure = __webpack_require__(11141);
// EXTERNAL MODULE: ./build/membrane/cli/not-by-cli.js
var not_by_cli = __webpack_require__(85375);
;// CONCATENATED MODULE: ./build/membrane/cli/argument-limits.js

/** Linux allows 128 KiB for one argument (`MAX_ARG_STRLEN`, with its closing NUL); some room is left. Bytes. */
const longestArgument = 120 * 1024;
/** macOS allows 1 MiB for all arguments and the environment together (`ARG_MAX`). Bytes. */
const longestCommand = 900 * 1024;
/** `CreateProcess` on Windows takes 32,767 characters, quoting included. */
const longestWindowsCommand = 32_000;
/**
 * Refuses what the operating system would refuse, before a process is started.
 * @throws NotByCliError `CLI_UNUSABLE`
 */
function assertFits(args, platform) {
    if (args.some((argument) => argument.includes('\0')))
        throw zeroByte();
    const fits = platform === 'win32' ? fitsWindows(args) : fitsPosix(args);
    if (!fits)
        throw tooLong();
}
function fitsWindows(args) {
    return args.reduce((total, argument) => total + quotedLength(argument), 0) <= longestWindowsCommand;
}
/** At worst every quote and backslash is doubled, and quotes and a space stand around the whole. */
function quotedLength(argument) {
    return argument.length + (argument.match(/["\\]/g)?.length ?? 0) + 3;
}
function fitsPosix(args) {
    const sizes = args.map((argument) => Buffer.byteLength(argument) + 1);
    return Math.max(0, ...sizes) <= longestArgument && sizes.reduce((total, size) => total + size, 0) <= longestCommand;
}
/** Also for a system with a lower limit, which says so itself (`E2BIG`, `ENAMETOOLONG`). */
function tooLong(cause) {
    return new not_by_cli/* NotByCliError */.B('argument-too-long', 'CLI_UNUSABLE', 'The input is too long to be an argument of the Membrane CLI.', {
        hint: 'Use `transport: api` (or `auto`), which has no such limit, or send less at once.',
        cause,
    });
}
function zeroByte() {
    return new not_by_cli/* NotByCliError */.B('argument-too-long', 'CLI_UNUSABLE', 'The input holds a zero byte, which no argument can hold.', {
        hint: 'Use `transport: api` (or `auto`), or send text without zero bytes.',
    });
}

;// CONCATENATED MODULE: ./build/membrane/cli/process-tree.js

/** Between asking a process to end and ending it, milliseconds. After SIGTERM the runner leaves the step 2.5 s for all. */
const termGrace = 400;
function endTree(child, platform) {
    return platform === 'win32' ? windowsTree(child) : posixTree(child);
}
/** The child leads its own process group, so a negative process id names all of it. */
function posixTree(child) {
    let timer;
    const sweep = () => {
        clearTimeout(timer);
        signalGroup(child, 'SIGKILL');
    };
    return {
        end() {
            if (timer !== undefined)
                return;
            signalGroup(child, 'SIGTERM');
            timer = setTimeout(sweep, termGrace);
        },
        sweep,
        gone: async () => clearTimeout(timer),
    };
}
function signalGroup(child, signal) {
    if (child.pid === undefined)
        return;
    try {
        process.kill(-child.pid, signal);
    }
    catch {
        // ESRCH: nobody of the group is left, which is what was wanted. EPERM (macOS): only zombies are left.
    }
}
/** Windows has no signals and no groups: `taskkill /T` walks the tree while its root is still there. */
function windowsTree(child) {
    let killing;
    return {
        end() {
            killing ??= taskkill(child);
        },
        sweep: () => undefined,
        gone: async () => killing,
    };
}
function taskkill(child) {
    if (child.pid === undefined)
        return Promise.resolve();
    const killer = (0,external_node_child_process_.spawn)('taskkill', ['/PID', String(child.pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
    return new Promise((resolve) => {
        killer.once('error', () => {
            child.kill();
            resolve();
        });
        killer.once('exit', () => resolve());
    });
}

;// CONCATENATED MODULE: ./build/membrane/cli/process.js





/** Membrane answers 30 MiB at most; JSON for the terminal is indented and escaped. Bytes, for each stream. */
const maxOutputBytes = 64 * 1024 * 1024;
/** After the process ended, something it left behind may hold its output open. Milliseconds. */
const outputGrace = 1000;
/**
 * Runs a program without a shell, in its own process group, until it ended or the signal aborted; then nothing of the
 * group is left.
 * @throws OperationError `CLI_UNUSABLE` where it cannot be started or prints without end, else the signal's reason
 */
async function runProcess(request) {
    request.signal.throwIfAborted();
    assertFits([request.command, ...request.args], request.platform);
    const child = start(request);
    const output = { stdout: collect(child, 'stdout'), stderr: collect(child, 'stderr') };
    const tree = endTree(child, request.platform);
    const closed = new Promise((resolve) => child.once('close', () => resolve()));
    const abort = () => tree.end();
    request.signal.addEventListener('abort', abort, { once: true });
    try {
        const { exitCode, endedBy } = await ended(child);
        await settled(child, closed);
        tree.sweep();
        request.signal.throwIfAborted();
        if (output.stdout.overflown || output.stderr.overflown)
            throw printsTooMuch();
        return { exitCode, endedBy, stdout: output.stdout.text(), stderr: output.stderr.text() };
    }
    finally {
        request.signal.removeEventListener('abort', abort);
        await tree.gone();
    }
}
function start(request) {
    try {
        return (0,external_node_child_process_.spawn)(request.command, [...request.args], {
            cwd: request.cwd,
            env: { ...request.env },
            stdio: ['ignore', 'pipe', 'pipe'],
            shell: false,
            windowsHide: true,
            // On POSIX the leader of its own group: the whole group can then be ended at once.
            detached: request.platform !== 'win32',
        });
    }
    catch (error) {
        throw cannotStart(error);
    }
}
function collect(child, name) {
    const chunks = [];
    let size = 0;
    const collected = {
        overflown: false,
        // Joined before decoding: a piece may end inside a character.
        text: () => new TextDecoder().decode(Buffer.concat(chunks)),
    };
    child[name]?.on('data', (chunk) => {
        size += chunk.byteLength;
        if (size <= maxOutputBytes)
            chunks.push(chunk);
        else if (!collected.overflown) {
            collected.overflown = true;
            child.kill('SIGKILL');
        }
    });
    return collected;
}
function ended(child) {
    return new Promise((resolve, reject) => {
        child.once('error', (error) => reject(cannotStart(error)));
        child.once('exit', (code, signal) => resolve({ exitCode: code ?? undefined, endedBy: signal ?? undefined }));
    });
}
/** Waits for the rest of the output, but not for a process left behind that keeps it open. */
async function settled(child, closed) {
    const over = Promise.withResolvers();
    const timer = setTimeout(over.resolve, outputGrace);
    await Promise.race([closed, over.promise]);
    clearTimeout(timer);
    child.stdout?.destroy();
    child.stderr?.destroy();
}
function cannotStart(error) {
    const code = (0,http_failure/* networkCode */.e)(error);
    if (code === 'E2BIG' || code === 'ENAMETOOLONG')
        return tooLong(error);
    return new errors/* OperationError */.OK('CLI_UNUSABLE', `The Membrane CLI could not be started (${code ?? 'no reason given'}).`, {
        hint: 'Check that `cli-path` is an executable or a `.js` file for this system; `transport: api` needs no CLI.',
        retryable: code === 'EAGAIN' || code === 'EMFILE' || code === 'ENOMEM',
        effect: 'none',
        cause: error,
    });
}
function printsTooMuch() {
    return new errors/* OperationError */.OK('CLI_UNUSABLE', 'The Membrane CLI printed more than any answer can hold and was ended.', {
        hint: 'Ask for less at once, or use `transport: api`.',
        retryable: false,
        effect: 'unknown',
    });
}


/***/ }),

/***/ 93495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  setUpCli: () => (/* binding */ setUpCli)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/membrane/action-answer.js
var action_answer = __webpack_require__(39071);
// EXTERNAL MODULE: ./build/membrane/connection-answer.js
var connection_answer = __webpack_require__(54713);
// EXTERNAL MODULE: ./build/membrane/envelope-chain.js
var envelope_chain = __webpack_require__(25714);
// EXTERNAL MODULE: ./build/membrane/error-envelope.js
var error_envelope = __webpack_require__(3143);
// EXTERNAL MODULE: ./build/membrane/search-limits.js
var search_limits = __webpack_require__(35083);
// EXTERNAL MODULE: ./build/membrane/unreadable-answer.js
var unreadable_answer = __webpack_require__(64);
// EXTERNAL MODULE: ./build/membrane/upstream-error.js
var upstream_error = __webpack_require__(68284);
// EXTERNAL MODULE: ./build/membrane/excerpt.js
var excerpt = __webpack_require__(57657);
// EXTERNAL MODULE: ./build/membrane/proxy-path.js
var proxy_path = __webpack_require__(58978);
;// CONCATENATED MODULE: ./build/membrane/cli/arguments.js




/** Answers for programs, and never a question to a person. */
const machine = ['--json', '--non-interactive'];
function ensureArguments(appUrl) {
    return ['connection', 'ensure', operand(appUrl), ...machine];
}
function connectionArguments(id, waitSeconds) {
    const wait = waitSeconds === undefined ? [] : ['--wait', `--timeout=${waitSeconds}`];
    return ['connection', 'get', operand(id), ...wait, ...machine];
}
function searchArguments(search) {
    const intent = search.intent === undefined ? [] : [`--intent=${(0,search_limits/* boundedIntent */.k)(search.intent)}`];
    const limit = `--limit=${search.limit ?? search_limits/* defaultSearchLimit */.p}`;
    return ['action', 'list', `--connectionId=${search.connectionId}`, ...intent, limit, ...machine];
}
function actionArguments(idOrKey) {
    return ['action', 'get', operand(idOrKey), ...machine];
}
function runArguments(run) {
    const input = run.input === undefined ? [] : [`--input=${JSON.stringify(run.input)}`];
    return ['action', 'run', operand(run.actionId), `--connectionId=${run.connectionId}`, ...input, ...machine];
}
/**
 * Values follow an equals sign, so that one which starts with a dash is no flag. Of a repeated `--query` name only one
 * may survive on the way (the schema of Membrane's proxy request has a record there): such a query goes into the path.
 */
function requestArguments(connectionId, request) {
    (0,proxy_path/* assertSendable */.VS)(request);
    const names = (request.query ?? []).map(([name]) => name);
    const inPath = new Set(names).size < names.length || request.path.includes('?') || names.some((name) => /[=\s]/.test(name));
    const path = inPath ? (0,proxy_path/* filledPathWithQuery */.Um)(request) : (0,proxy_path/* filledPath */["in"])(request);
    const query = inPath ? [] : (request.query ?? []).map(([name, value]) => `--query=${name}=${value}`);
    return [
        ...['request', operand(connectionId), path, `--method=${request.method}`],
        ...query,
        ...headerArguments(request),
        ...bodyArguments(request),
        ...machine,
    ];
}
/**
 * One reading of `--json` marks the body as JSON: the type is therefore always said, in the spelling a program that
 * compares names exactly would use itself.
 */
function headerArguments(request) {
    const given = Object.entries(request.headers ?? {}).map(([name, value]) => [spelled(name), value]);
    const typed = given.some(([name]) => name === contentType) || request.body === undefined;
    const type = request.body?.kind === 'json' ? 'application/json' : 'text/plain; charset=utf-8';
    const all = typed ? given : [[contentType, type], ...given];
    return all.filter(([name]) => !reserved.has(name.toLowerCase())).map(([name, value]) => `--header=${name}: ${value}`);
}
const contentType = 'Content-Type';
/** The connection has its own sign-in, and the length is counted by who sends. */
const reserved = new Set(['authorization', 'host', 'content-length', 'connection', 'membrane-api-version']);
function spelled(name) {
    return name.toLowerCase() === 'content-type' ? contentType : name;
}
function bodyArguments(request) {
    if (request.body === undefined)
        return [];
    return request.body.kind === 'json'
        ? [`--data=${JSON.stringify(request.body.value)}`]
        : ['--rawData', `--data=${request.body.text}`];
}
/** A word that stands alone must not be taken for a flag: ids come from outside. */
function operand(value) {
    if (value !== '' && !value.startsWith('-'))
        return value;
    throw new errors/* OperationError */.OK('INPUT_INVALID', `${(0,excerpt/* excerpt */.K)(value, 80) || 'An empty text'} cannot be an id or an address.`, {
        hint: 'Check `connection-id`, `app-url` and the action that is named.',
        retryable: false,
        effect: 'none',
    });
}

// EXTERNAL MODULE: ./build/membrane/cli/environment.js
var environment = __webpack_require__(99852);
// EXTERNAL MODULE: ./build/membrane/http-failure.js
var http_failure = __webpack_require__(11141);
// EXTERNAL MODULE: ./build/membrane/status-error.js
var status_error = __webpack_require__(94095);
// EXTERNAL MODULE: ./build/membrane/bounded-json.js
var bounded_json = __webpack_require__(38896);
;// CONCATENATED MODULE: ./build/membrane/cli/json-spans.js
/** More documents than any output holds beside its noise. */
const maxSpans = 10_000;
/**
 * The complete objects and lists (RFC 8259) of a text that are not part of another one. One pass, no step back: what
 * breaks the grammar breaks it for every bracket that is open there, so all of them are dropped together.
 */
function jsonSpans(text, maxDepth) {
    const spans = [];
    const open = [];
    let start = 0;
    for (let index = 0; index < text.length && spans.length < maxSpans;) {
        if (open.length === 0) {
            start = nextBracket(text, index);
            if (start === text.length)
                break;
            push(open, text[start]);
            index = start + 1;
            continue;
        }
        if (open.length > maxDepth)
            return [];
        const next = step(text, index, open);
        // The character that broke the grammar may itself begin a document.
        if (next.broken)
            open.length = 0;
        else if (open.length === 0)
            spans.push({ start, end: next.index });
        index = next.index;
    }
    return spans;
}
function nextBracket(text, from) {
    for (let index = from; index < text.length; index += 1) {
        if (text[index] === '{' || text[index] === '[')
            return index;
    }
    return text.length;
}
function push(open, bracket) {
    if (bracket === '{')
        open.push({ close: '}', expected: 'key or end' });
    else
        open.push({ close: ']', expected: 'value or end' });
}
function step(text, index, open) {
    const frame = open.at(-1);
    const character = text[index];
    if (frame === undefined || character === undefined)
        return { index: index + 1, broken: true };
    if (character === ' ' || character === '\n' || character === '\r' || character === '\t')
        return passed(index + 1);
    if (character === frame.close)
        return json_spans_closed(index, frame, open);
    switch (frame.expected) {
        case 'colon':
            return punctuation(index, character === ':', frame, 'value');
        case 'comma or end':
            return punctuation(index, character === ',', frame, frame.close === '}' ? 'key' : 'value');
        case 'key':
        case 'key or end':
            return character === '"' ? scalar(endOfString(text, index), frame, 'colon') : { index, broken: true };
        case 'value':
        case 'value or end':
            return value(text, index, frame, open);
    }
}
function passed(index) {
    return { index, broken: false };
}
function json_spans_closed(index, frame, open) {
    const mayEnd = frame.expected !== 'colon' && frame.expected !== 'key' && frame.expected !== 'value';
    if (!mayEnd)
        return { index: index + 1, broken: true };
    open.pop();
    return passed(index + 1);
}
function punctuation(index, present, frame, expected) {
    if (!present)
        return { index, broken: true };
    frame.expected = expected;
    return passed(index + 1);
}
function value(text, index, frame, open) {
    const character = text[index];
    if (character === '{' || character === '[') {
        frame.expected = 'comma or end';
        push(open, character);
        return passed(index + 1);
    }
    if (character === '"')
        return scalar(endOfString(text, index), frame, 'comma or end');
    literal.lastIndex = index;
    return scalar(literal.test(text) ? passed(literal.lastIndex) : { index, broken: true }, frame, 'comma or end');
}
const literal = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y;
function scalar(end, frame, expected) {
    frame.expected = expected;
    return end;
}
/** JSON strings hold no control characters: a line break ends what only looked like one. */
function endOfString(text, start) {
    for (let index = start + 1; index < text.length; index += 1) {
        const code = text.charCodeAt(index);
        if (code === 0x22)
            return passed(index + 1);
        if (code < 0x20)
            return { index, broken: true };
        if (code === 0x5c)
            index += 1;
    }
    return { index: text.length, broken: true };
}

;// CONCATENATED MODULE: ./build/membrane/cli/terminal-text.js
const escapeCharacter = '\u001b';
const bell = '\u0007';
/** Text without the escape sequences that terminals act on (ECMA-48: CSI, OSC, and the two-character ones). */
function withoutAnsi(text) {
    if (!text.includes(escapeCharacter))
        return text;
    const [first = '', ...rest] = text.split(escapeCharacter);
    return first + rest.map(afterSequence).join('');
}
/** What follows a sequence, given the text after its escape character and before the next one. */
function afterSequence(piece) {
    if (piece.startsWith('['))
        return piece.replace(/^\[[0-?]*[ -/]*[@-~]?/, '');
    if (piece.startsWith(']')) {
        // A title or a link: it ends with a bell, or with the next escape sequence.
        const end = piece.indexOf(bell);
        return end < 0 ? '' : piece.slice(end + 1);
    }
    return piece.replace(/^[ -/]*[0-~]?/, '');
}

;// CONCATENATED MODULE: ./build/membrane/cli/json-document.js



/**
 * Finds the JSON document in what a CLI printed: notices, progress lines and colours may stand around it. A document
 * that `expected` accepts wins; else one on lines of its own; else, of several, the longest. One that is cut off is not
 * found, and neither are its complete parts. Linear in the length of the output.
 */
function findJsonDocument(output, expected = () => false) {
    const whole = (0,bounded_json/* parseBoundedJson */.R)(output.replace(/^\uFEFF/, ''));
    if (whole.ok)
        return whole;
    const text = withoutAnsi(output);
    const found = jsonSpans(text, bounded_json/* maxJsonDepth */.i).map((span) => ({ ...rank(text, span), value: documentAt(text, span) }));
    const readable = found.filter((document) => document.value.ok);
    readable.sort((one, other) => Number(other.ownLines) - Number(one.ownLines) || other.length - one.length);
    const wanted = readable.find(({ value }) => value.ok && expected(value.value));
    return (wanted ?? readable[0])?.value ?? { ok: false };
}
function documentAt(text, span) {
    return (0,bounded_json/* parseBoundedJson */.R)(text.slice(span.start, span.end));
}
function rank(text, { start, end }) {
    return { ownLines: isBlankUntilBreak(text, start, -1) && isBlankUntilBreak(text, end - 1, 1), length: end - start };
}
/** Whether nothing but blanks stands between `index` and the line's end (or start, for step -1). */
function isBlankUntilBreak(text, index, step) {
    for (let at = index + step;; at += step) {
        const character = text[at];
        // A carriage return alone is how progress lines are overwritten.
        if (character === undefined || character === '\n' || character === '\r')
            return true;
        if (character !== ' ' && character !== '\t' && character !== '\uFEFF')
            return false;
    }
}

// EXTERNAL MODULE: ./build/membrane/cli/not-by-cli.js
var not_by_cli = __webpack_require__(85375);
;// CONCATENATED MODULE: ./build/membrane/cli/failure.js










/** What a run of the CLI that did not succeed means; only the text of older versions has to be guessed at. */
function cliFailure(result, subject, now) {
    const envelope = envelopeIn(result.stdout) ?? envelopeIn(result.stderr) ?? untypedError(result.stdout);
    if (envelope !== undefined)
        return (0,error_envelope/* envelopeError */.j)(envelope, { subject, now });
    if (result.endedBy !== undefined)
        return wasEnded(result.endedBy);
    const text = withoutAnsi(result.stderr.trim() === '' ? result.stdout : result.stderr).slice(-longestText);
    return (refusedSignIn(text) ??
        reconnectNeeded(text, subject, now) ??
        misused(text) ??
        unreachable(text) ??
        byStatus(text, subject, now) ??
        unexplained(text, result));
}
/** Where the reason stands when a program says much: at the end. Characters. */
const longestText = 20_000;
/** The envelope in what was printed, where it is one. */
function envelopeIn(output) {
    const found = findJsonDocument(output, envelope_chain/* isEnvelope */.XT);
    return found.ok && (0,envelope_chain/* isEnvelope */.XT)(found.value) ? found.value : undefined;
}
/** Membrane's `type` is optional: after a failed run an object with a message is an error too. */
function untypedError(output) {
    const found = findJsonDocument(output, hasMessage);
    return found.ok && hasMessage(found.value) ? found.value : undefined;
}
function hasMessage(value) {
    return typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string';
}
function wasEnded(signal) {
    return new errors/* OperationError */.OK('CLI_UNUSABLE', `The Membrane CLI was ended by ${signal} before it had answered.`, {
        hint: 'Something on the runner ended it, most often for want of memory: use a larger runner or `transport: api`.',
        retryable: true,
        effect: 'unknown',
    });
}
const notSignedIn = /not (?:logged|signed) in|please (?:log ?in|run membrane login)|access token (?:is not (?:provided|valid)|has expired)|not authenticated/i;
/** The words of `@membranehq/sdk` for a token that is neither a JWT nor `pat-…`; nothing was sent. */
function refusedSignIn(text) {
    if (/access token should be a valid jwt/i.test(text)) {
        return new not_by_cli/* NotByCliError */.B('sign-in', 'AUTH_REJECTED', 'The Membrane CLI does not take a token of this form.', {
            hint: 'Use `transport: api` (or `auto`), or a token that is a JWT or starts with `pat-`.',
        });
    }
    // In a cause these words are the connected service's, not Membrane's.
    const own = text.split(/caused by:/i)[0] ?? '';
    if (!notSignedIn.test(own))
        return undefined;
    return fromStatus(401, 'connection', text);
}
/** The connection's own sign-in is over, as Membrane words it; the same as its envelope with that key. */
function reconnectNeeded(text, subject, now) {
    if (!/access token of the connection|connection (?:is )?(?:defunct|disconnected)|\breconnect\b/i.test(text))
        return undefined;
    const envelope = { type: 'connection', key: 'connection_is_defunct', message: (0,excerpt/* excerpt */.K)(text, 300) };
    return (0,error_envelope/* envelopeError */.j)(envelope, { subject, now });
}
/** An argument parser's words: the command was never carried out. */
function misused(text) {
    if (!/unknown (?:option|command|argument)|too many arguments|missing required argument|cannot find module|syntaxerror/i.test(text)) {
        return undefined;
    }
    return new errors/* OperationError */.OK('CLI_UNUSABLE', `The Membrane CLI could not carry out the command: ${(0,excerpt/* excerpt */.K)(text, 300)}`, {
        hint: 'This version takes other commands: set `cli-version` to one this action supports, or `transport: api`.',
        retryable: false,
        effect: 'none',
    });
}
function unreachable(text) {
    const code = /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ECONNRESET|ETIMEDOUT|EPIPE|UND_ERR_[A-Z_]+|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_[A-Z_]+|CERT_HAS_EXPIRED)\b/.exec(text)?.[1];
    if (code === undefined && !/fetch failed|socket hang up|network error/i.test(text))
        return undefined;
    return (0,http_failure/* networkFailure */.r)({ code, message: (0,excerpt/* excerpt */.K)(text, 200) }, 'Membrane (asked by its CLI)');
}
/** `(HTTP 404)` is Membrane's own status; one in a cause, or of a proxied request, is the connected service's. */
function byStatus(text, subject, now) {
    const cause = /caused by:[^\n]*?\b([45]\d\d)\b[^\n]*\s*$/i.exec(text) ?? (subject === 'request' ? proxied.exec(text) : null);
    if (cause !== null) {
        const body = findJsonDocument(text);
        const answer = {
            status: Number(cause[1]),
            headers: {},
            body: body.ok ? body.value : (0,excerpt/* excerpt */.K)(cause[2] ?? cause[0]),
        };
        return (0,upstream_error/* upstreamError */.Oh)(answer, { now });
    }
    const own = /\(HTTP ([3-5]\d\d)\)|status code:? ([3-5]\d\d)/i.exec(text);
    return own === null ? undefined : fromStatus(Number(own[1] ?? own[2]), subject, text);
}
const proxied = /failed with status code ([45]\d\d)(?::\s*(\S.*))?/is;
function fromStatus(status, subject, text) {
    const { code, what, details } = (0,status_error/* statusError */.$)(status, subject);
    return new errors/* OperationError */.OK(code, `${what}: ${(0,excerpt/* excerpt */.K)(text, 300)}`, { ...details, status });
}
function unexplained(text, result) {
    const said = (0,excerpt/* excerpt */.K)(text, 400);
    const ending = `ended with exit code ${result.exitCode ?? 'unknown'}`;
    return new errors/* OperationError */.OK('CLI_UNUSABLE', `The Membrane CLI ${ending}${said === '' ? '' : `: ${said}`}`, {
        hint: 'Try another `cli-version`, or `transport: api`, which does without the CLI.',
        retryable: true,
        effect: 'unknown',
    });
}

// EXTERNAL MODULE: ./build/membrane/cli/process.js + 2 modules
var cli_process = __webpack_require__(87670);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
;// CONCATENATED MODULE: ./build/membrane/cli/proxy-output.js





const objectSchema = schemas/* object */.Ikc({ status: schemas/* unknown */.L5J(), headers: schemas/* unknown */.L5J(), body: schemas/* unknown */.L5J(), data: schemas/* unknown */.L5J() });
/**
 * What `request` printed, under both documented meanings of `--json`: an object with `status` and `body` is the whole
 * response, anything else is the body, and then the call was a success.
 */
function readProxyOutput(output) {
    const found = findJsonDocument(output, (value) => wholeResponse(value) !== undefined);
    if (!found.ok)
        return { headers: {}, body: textBody(output) };
    return wholeResponse(found.value) ?? { headers: {}, body: found.value };
}
/** Without a body (204) the field is missing: then the headers tell a response from a body with a `status`. */
function wholeResponse(value) {
    const parsed = objectSchema.partial().safeParse(value);
    if (!parsed.success || typeof value !== 'object' || value === null)
        return undefined;
    const { headers, body, data } = parsed.data;
    const status = typeof parsed.data.status === 'number' ? (0,envelope_chain/* readStatus */.rk)(parsed.data.status) : undefined;
    const isWhole = 'body' in value || (typeof headers === 'object' && headers !== null);
    return status !== undefined && isWhole
        ? { status, headers: (0,envelope_chain/* readHeaders */.jB)(headers), body: body ?? data ?? null }
        : undefined;
}
function textBody(output) {
    const text = withoutAnsi(output).trim();
    // The beginning of an object without its end is no text but an answer that was cut off.
    if (/^\{\s*"/.test(text))
        throw (0,unreadable_answer/* unreadableAnswer */.C)('the CLI printed only a part of a JSON document');
    return text === '' ? null : text;
}

;// CONCATENATED MODULE: ./build/membrane/cli/client.js















/** Membrane through its CLI: one process for each call. */
function openCliClient(options) {
    const { runtime } = options;
    const closing = new AbortController();
    const run = (args, signal) => runCli(args, AbortSignal.any([signal, closing.signal]), options);
    const json = async (args, signal, subject, expected) => readJson(await run(args, signal), subject, runtime.now(), expected);
    return {
        transport: 'cli',
        async ensureConnection(appUrl, { signal }) {
            return (0,connection_answer/* readConnectionAnswer */.T)(await json(ensureArguments(appUrl), signal, 'connection', 'id'));
        },
        async getConnection(id, { signal, waitSeconds }) {
            return (0,connection_answer/* readConnectionAnswer */.T)(await json(connectionArguments(id, waitSeconds), signal, 'connection', 'id'));
        },
        async searchActions(search, { signal }) {
            const page = (0,action_answer/* readActionPage */.iU)(await json(searchArguments(search), signal, 'search', 'items'));
            return page.actions.slice(0, search.limit ?? search_limits/* defaultSearchLimit */.p);
        },
        async getAction(idOrKey, _connectionId, { signal }) {
            return (0,action_answer/* readAction */.f0)(await json(actionArguments(idOrKey), signal, 'action', 'id'));
        },
        async runAction(action, { signal }) {
            if (action.confidential === true)
                throw confidential();
            return (0,action_answer/* readActionResult */.g6)(await json(runArguments(action), signal, 'action', 'output'));
        },
        request: (connectionId, request, { signal }) => proxy(connectionId, request, signal, run, runtime),
        close: async () => closing.abort(client_closed()),
    };
}
async function runCli(args, signal, options) {
    const { command, home, runtime, session, apiUrl } = options;
    // Credentials are in the CLI's home, where its own login would have put them; it renews them itself.
    const accessToken = session.signIn.kind === 'credentials' ? undefined : await session.accessToken(signal);
    const workspaceKey = session.signIn.kind === 'workspace' ? session.signIn.workspaceKey : undefined;
    return (0,cli_process/* runProcess */.R)({
        command: command.file,
        args: [...command.firstArguments, ...args],
        env: { ...(0,environment/* childEnvironment */.Q)(runtime, home.path), ...(0,environment/* membraneEnvironment */.X)({ apiUrl, accessToken, workspaceKey }) },
        cwd: home.workingDirectory,
        platform: runtime.platform,
        signal,
    });
}
/** @param expected a field that the right document has, among others that may have been printed */
function readJson(result, subject, now, expected) {
    if (result.exitCode !== 0)
        throw cliFailure(result, subject, now);
    const found = findJsonDocument(result.stdout, (value) => (0,envelope_chain/* isEnvelope */.XT)(value) || hasField(value, expected));
    if (!found.ok)
        throw (0,unreadable_answer/* unreadableAnswer */.C)('the CLI printed no whole JSON document');
    // Old versions end well even when they print an error.
    if ((0,envelope_chain/* isEnvelope */.XT)(found.value))
        throw (0,error_envelope/* envelopeError */.j)(found.value, { subject, now });
    return found.value;
}
function hasField(value, field) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, field);
}
async function proxy(connectionId, request, signal, run, runtime) {
    if (request.confidential === true)
        throw confidential();
    const result = await run(requestArguments(connectionId, request), signal);
    const now = runtime.now();
    const asked = `${request.method} ${request.path.split('?')[0]}`;
    if (result.exitCode !== 0)
        throw proxyFailure(result, asked, now);
    const response = readProxyOutput(result.stdout);
    const status = response.status ?? 0;
    if (status >= 400)
        throw (0,upstream_error/* upstreamError */.Oh)({ ...response, status }, { request: asked, now });
    if ((0,upstream_error/* isRedirect */.N6)(status))
        throw (0,upstream_error/* upstreamRedirect */.Ep)({ ...response, status }, asked);
    const envelope = response.status === undefined ? envelopeIn(result.stdout) : undefined;
    if (envelope !== undefined)
        throw (0,error_envelope/* envelopeError */.j)(envelope, { subject: 'request', now });
    return response;
}
/** Some versions end with an error after printing the whole response: its status is the better reason. */
function proxyFailure(result, asked, now) {
    const found = findJsonDocument(result.stdout, (value) => wholeResponse(value) !== undefined);
    const response = found.ok ? wholeResponse(found.value) : undefined;
    const status = response?.status ?? 0;
    if (response === undefined || status < 400)
        return cliFailure(result, 'request', now);
    return (0,upstream_error/* upstreamError */.Oh)({ ...response, status }, { request: asked, now });
}
function confidential() {
    return new not_by_cli/* NotByCliError */.B('confidential', 'CLI_UNUSABLE', 'The input holds a secret, and an argument of a process can be seen by others.', {
        hint: 'Use `transport: api` (or `auto`), which sends it in the body of a request.',
    });
}
function client_closed() {
    return new errors/* OperationError */.OK('CANCELLED', 'The call was ended because the step is over.', {
        hint: 'Nothing to do: this is how what is still running ends with the step.',
        effect: 'unknown',
    });
}

// EXTERNAL MODULE: ./build/membrane/cli/given-cli.js
var given_cli = __webpack_require__(58295);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/membrane/cli/home.js




const prefix = 'membrane-home-';
/** Tells a folder that we made from one that only has such a name. */
const marker = '.made-by-membrane-hub-action';
/** For the owner alone. */
const privateFolder = 0o700;
const privateFile = 0o600;
/**
 * Makes a private home under the runner's folder for temporary files.
 * @param onHome told of the path before anything is written there, so that it is removed whatever happens next
 */
async function createHome(temporary, onHome) {
    const path = await (0,promises_.mkdtemp)((0,external_node_path_.join)(temporary, prefix));
    onHome(path);
    await (0,promises_.chmod)(path, privateFolder);
    await writePrivateFile((0,external_node_path_.join)(path, marker), '');
    const workingDirectory = (0,external_node_path_.join)(path, 'work');
    await (0,promises_.mkdir)(workingDirectory, { mode: privateFolder });
    return { path, workingDirectory };
}
/** Puts the text of a `credentials.json` where the CLI's own login would have put it. */
async function writeCredentials(home, text) {
    const folder = (0,external_node_path_.join)(home.path, '.membrane');
    await (0,promises_.mkdir)(folder, { mode: privateFolder });
    await writePrivateFile((0,external_node_path_.join)(folder, 'credentials.json'), text);
}
/** Creates the file: an existing one, or a link somebody put there, is an error and not written through. */
async function writePrivateFile(path, text) {
    // Windows has no O_NOFOLLOW; O_EXCL refuses an existing link there too.
    const noFollow = external_node_fs_.constants.O_NOFOLLOW ?? 0;
    const file = await (0,promises_.open)(path, external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_EXCL | external_node_fs_.constants.O_WRONLY | noFollow, privateFile);
    try {
        await file.writeFile(text);
    }
    finally {
        await file.close();
    }
}
/**
 * Removes a home made by {@link createHome}; one that is gone already is fine.
 * @throws OperationError `INTERNAL` for a path that is not such a home: it is left alone
 */
async function removeHome(path) {
    if (!isAbsolute(path) || !basename(path).startsWith(prefix))
        throw notOurs(path);
    const entries = await entriesOf(path);
    if (entries === undefined)
        return;
    if (entries.length === 0)
        await rmdir(path);
    else if (entries.includes(marker))
        await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    else
        throw notOurs(path);
}
/** @returns undefined where nothing is there */
async function entriesOf(path) {
    try {
        const status = await lstat(path);
        const foreign = process.getuid !== undefined && status.uid !== process.getuid();
        if (!status.isDirectory() || foreign)
            throw notOurs(path);
        return await readdir(path);
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
            return undefined;
        throw error;
    }
}
function notOurs(path) {
    return new OperationError('INTERNAL', `${path} is no home folder that this action made; it was left alone.`, {
        hint: 'Look at what is there and remove it by hand if it should not be.',
    });
}

;// CONCATENATED MODULE: ./build/membrane/cli/set-up.js



/**
 * The CLI, given or installed, signed in within a private home.
 * @throws OperationError `CLI_INSTALL_FAILED` or `CLI_UNUSABLE`
 */
async function setUpCli(request, context) {
    const { session, apiUrl } = request;
    const home = await createHome(request.temporary, request.onHome);
    const command = await commandFor(request, home, context);
    if (session.signIn.kind === 'credentials')
        await writeCredentials(home, session.signIn.text);
    const client = openCliClient({ command, session, apiUrl, home, runtime: context.runtime });
    return { client, cliVersion: command.version, home: home.path };
}
async function commandFor({ cli }, home, context) {
    if (cli.path !== undefined)
        return (0,given_cli/* givenCli */.W)(cli.path, home, context.runtime, context.signal);
    // The installer brings the tool cache with it: a step with `cli-path` does without.
    const { installCli } = await Promise.all(/* import() */[__webpack_require__.e(805), __webpack_require__.e(170)]).then(__webpack_require__.bind(__webpack_require__, 79170));
    return installCli({ version: cli.version, registryUrl: cli.registryUrl, folder: home.path }, context);
}


/***/ }),

/***/ 6673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E1: () => (/* binding */ defaultCliVersion),
/* harmony export */   eM: () => (/* binding */ cliBinary),
/* harmony export */   h1: () => (/* binding */ cliPackage),
/* harmony export */   hi: () => (/* binding */ heldIntegrity)
/* harmony export */ });
/** The published package. */
const cliPackage = '@membranehq/cli';
/** The name of its program. */
const cliBinary = 'membrane';
/**
 * The version that is installed where `cli-version` is not given. Of the line of late 2026; it could not be checked
 * against the registry where this was written.
 */
const defaultCliVersion = '1.18.0';
/**
 * The integrity (`sha512-…`) that a version must have, whatever the registry says; for versions that were looked at.
 * None could be where this was written, so none is held yet: what npm verified against the registry then counts.
 */
const heldIntegrity = {};


/***/ })

};

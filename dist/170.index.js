export const id = 170;
export const ids = [170];
export const modules = {

/***/ 79170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  installCli: () => (/* binding */ installCli)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@actions/tool-cache/lib/tool-cache.js + 2 modules
var tool_cache = __webpack_require__(59805);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/membrane/excerpt.js
var excerpt = __webpack_require__(57657);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./build/membrane/cli/tree-manifest.js





/**
 * A digest of every file of an installed tree, kept beside it in the tool cache. It finds a copy that was damaged, or
 * changed by somebody who did not think of it. It is no signature: who may write to the cache may write it anew.
 */
async function writeTreeManifest(file, folder) {
    await (0,promises_.writeFile)(file, `${await treeDigest(folder)}\n`, { mode: 0o600 });
}
/** Whether a tree is still what its manifest says; without a manifest it is not known, and so not trusted. */
async function matchesTreeManifest(file, folder) {
    try {
        return (await (0,promises_.readFile)(file, 'utf8')).trim() === (await treeDigest(folder));
    }
    catch {
        return false;
    }
}
/** SHA-512 over the sorted list of paths with their kinds and contents. */
async function treeDigest(folder) {
    const digest = (0,external_node_crypto_.createHash)('sha512');
    for (const path of (await (0,promises_.readdir)(folder, { recursive: true })).sort()) {
        digest.update(`${path.replaceAll('\\', '/')}\0${await contentDigest((0,external_node_path_.join)(folder, path))}\n`);
    }
    return `sha512-${digest.digest('base64')}`;
}
async function contentDigest(path) {
    const status = await (0,promises_.lstat)(path);
    if (status.isSymbolicLink())
        return `link ${await (0,promises_.readlink)(path)}`;
    if (!status.isFile())
        return status.isDirectory() ? 'folder' : 'other';
    const hash = (0,external_node_crypto_.createHash)('sha512');
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path), hash);
    return `file ${hash.digest('base64')}`;
}

;// CONCATENATED MODULE: ./build/membrane/cli/cached-copy.js





/** Beside a cached folder, as the tool cache's own mark of completeness is. */
function manifestOf(folder) {
    return `${folder}.sha512`;
}
/**
 * Puts a copy of a folder into the tool cache, in the layout of `@actions/tool-cache`. Its own `cacheDir` empties the
 * place first and fills it file by file, under the feet of another job of the same machine that runs from it; here the
 * copy is made aside and moved in whole, and a good one that is there already stays.
 * @param cache the folder that `RUNNER_TOOL_CACHE` names
 * @returns the cached folder
 */
async function keepCopy(folder, cache, name, version) {
    const place = (0,external_node_path_.join)(cache, name, version, (0,external_node_os_.arch)());
    if (await matchesTreeManifest(manifestOf(place), place))
        return place;
    const aside = `${place}.${(0,external_node_crypto_.randomUUID)()}`;
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(place), { recursive: true });
        await (0,promises_.cp)(folder, aside, { recursive: true, verbatimSymlinks: true });
        await moveIn(aside, place);
    }
    finally {
        await (0,promises_.rm)(aside, { recursive: true, force: true });
    }
    return place;
}
/** The marks come last: until then the tool cache passes the folder over. */
async function moveIn(aside, place) {
    await removeSpoiled(place);
    await (0,promises_.rename)(aside, place);
    await writeTreeManifest(manifestOf(place), place);
    await (0,promises_.writeFile)(`${place}.complete`, '');
}
async function removeSpoiled(place) {
    await (0,promises_.rm)(`${place}.complete`, { force: true });
    await (0,promises_.rm)(manifestOf(place), { force: true });
    const old = `${place}.${(0,external_node_crypto_.randomUUID)()}`;
    const moved = await (0,promises_.rename)(place, old).then(() => true, () => false);
    if (moved)
        await (0,promises_.rm)(old, { recursive: true, force: true });
}

// EXTERNAL MODULE: ./build/membrane/cli/given-cli.js
var given_cli = __webpack_require__(58295);
// EXTERNAL MODULE: ./build/membrane/cli/not-by-cli.js
var not_by_cli = __webpack_require__(85375);
;// CONCATENATED MODULE: ./build/membrane/cli/install-error.js


/**
 * The CLI could not be set up. `auto` may then do without it, unless the package was not what it should be: that must
 * be looked at, not gone around.
 */
function installFailed(message, hint, cause) {
    return new not_by_cli/* NotByCliError */.B('install', 'CLI_INSTALL_FAILED', message, { hint, cause });
}
/** The bytes are not those that were promised. */
function packageSpoiled(message) {
    return new errors/* OperationError */.OK('CLI_INSTALL_FAILED', message, {
        hint: 'Do not go on before it is clear why: check `registry-url` and what stands between the runner and the registry, or use `cli-path` with a copy you trust.',
        retryable: false,
        effect: 'none',
    });
}

// EXTERNAL MODULE: ./build/membrane/cli/environment.js
var environment = __webpack_require__(99852);
// EXTERNAL MODULE: ./build/membrane/cli/process.js + 3 modules
var process = __webpack_require__(27910);
;// CONCATENATED MODULE: ./build/membrane/cli/npm.js






/** npm's JavaScript entry: run with the action's own Node it needs no shell, on Windows neither. */
async function findNpm(machine) {
    for (const candidate of await candidates(machine)) {
        if (await isFile(candidate))
            return candidate;
    }
    throw installFailed('There is no npm on this machine to install the Membrane CLI with.', withoutNpm);
}
const withoutNpm = 'Put `actions/setup-node` before this step, give an installed CLI as `cli-path`, or use `transport: api`.';
/** Beside the Node that runs us first: the two fit each other, and no earlier step has put it there. */
async function candidates({ env, execPath, platform }) {
    const path = Object.entries(env).find(([name]) => name.toUpperCase() === 'PATH')?.[1] ?? '';
    // A relative entry would mean a folder of whatever the working directory is.
    const folders = path.split(external_node_path_.delimiter).filter((folder) => (0,external_node_path_.isAbsolute)(folder));
    const beside = [(0,external_node_path_.dirname)(execPath), ...folders].flatMap((folder) => besideProgram(folder, platform));
    const linked = await Promise.all(folders.map((folder) => linkedEntry((0,external_node_path_.join)(folder, 'npm'))));
    return [...beside.slice(0, 2), ...linked.filter((entry) => entry !== undefined), ...beside.slice(2)];
}
function besideProgram(folder, platform) {
    const entry = ['node_modules', 'npm', 'bin', 'npm-cli.js'];
    const unix = (0,external_node_path_.join)(folder, '..', 'lib', ...entry);
    return platform === 'win32' ? [(0,external_node_path_.join)(folder, ...entry), unix] : [unix, (0,external_node_path_.join)(folder, ...entry)];
}
/** On Linux and macOS `npm` is a link to its entry; a shim of a version manager is not, and is passed over. */
async function linkedEntry(program) {
    try {
        const entry = await (0,promises_.realpath)(program);
        return entry.endsWith('npm-cli.js') ? entry : undefined;
    }
    catch {
        return undefined;
    }
}
async function isFile(path) {
    try {
        return (await (0,promises_.stat)(path)).isFile();
    }
    catch {
        return false;
    }
}
/**
 * Runs npm with nothing of the user's or the workspace's configuration.
 * @returns what it printed
 * @throws OperationError `CLI_INSTALL_FAILED`
 */
async function runNpm(request) {
    const { runtime, folder } = request;
    const result = await (0,process/* runProcess */.R)({
        command: runtime.execPath,
        args: [request.npm, ...request.args, ...settings(request)],
        env: (0,environment/* childEnvironment */.Q)(runtime, folder),
        cwd: folder,
        platform: runtime.platform,
        signal: request.signal,
    });
    if (result.exitCode !== 0)
        throw await npmFailure(result, request);
    return result.stdout;
}
function settings({ folder, registryUrl }) {
    return [
        // Neither file exists: npm reads no settings but these.
        `--userconfig=${(0,external_node_path_.join)(folder, 'no-user-npmrc')}`,
        `--globalconfig=${(0,external_node_path_.join)(folder, 'no-global-npmrc')}`,
        `--cache=${(0,external_node_path_.join)(folder, 'npm-cache')}`,
        ...(registryUrl === undefined ? [] : [`--registry=${registryUrl}`]),
        ...['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error', '--no-color', '--json=false'],
        // The defaults wait up to a minute before a registry that is away counts as away.
        ...['--fetch-retries=2', '--fetch-retry-factor=2', '--fetch-retry-mintimeout=300', '--fetch-timeout=60000'],
    ];
}
async function npmFailure(result, { args, registryUrl }) {
    const spec = args.find((argument) => argument.startsWith('@')) ?? 'the package';
    const registry = registryUrl ?? 'the npm registry';
    const code = /npm (?:error|ERR!) code (\w+)/.exec(result.stderr)?.[1];
    switch (code) {
        case 'ETARGET':
        case 'E404':
        case 'ENOVERSIONS':
            return installFailed(`${registry} has no ${spec} (${code}).`, 'Check `cli-version` and `registry-url`; without `cli-version` a version known to work is taken.');
        case 'EINTEGRITY':
            return packageSpoiled(`What ${registry} sent for ${spec} does not have the integrity that it states (EINTEGRITY).`);
        case 'TAR_BAD_ARCHIVE':
        case 'TAR_ENTRY_INVALID':
        case 'Z_DATA_ERROR':
        case 'ZLIB_ERROR':
            return packageSpoiled(`What ${registry} sent for ${spec} is no readable package (${code}).`);
        case 'E401':
        case 'E403':
            return installFailed(`${registry} does not allow reading ${spec} (${code}).`, 'Use a registry that needs no sign-in, or install the CLI in an earlier step and give it as `cli-path`.');
        default:
            return installFailed(`npm could not install ${spec} from ${registry}: ${reasonOf(result, code)}`, unreachableHint);
    }
}
const unreachableHint = 'Check that the runner may reach the registry (`registry-url`, `HTTPS_PROXY`), or use `cli-path` or `transport: api`.';
function reasonOf(result, code) {
    const lines = result.stderr
        .split('\n')
        .map((line) => line.replace(/^npm (?:error|ERR!)\s*/, ''))
        .filter((line) => line.trim() !== '' && !/^(?:code|errno|syscall|type|A complete log of this run)/.test(line));
    const said = (0,excerpt/* excerpt */.K)(lines.join(' '), 300);
    return said === '' ? (code ?? `it ended with exit code ${result.exitCode ?? result.endedBy ?? 'unknown'}`) : said;
}
/** The integrity that npm verified and noted for an installed package. */
async function installedIntegrity(folder, name) {
    try {
        const lock = JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'node_modules', '.package-lock.json'), 'utf8'));
        return integrityIn(lock, `node_modules/${name}`);
    }
    catch {
        return undefined;
    }
}
function integrityIn(lock, key) {
    const packages = fieldOf(lock, 'packages');
    const integrity = fieldOf(fieldOf(packages, key), 'integrity');
    return typeof integrity === 'string' ? integrity : undefined;
}
function fieldOf(value, key) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

// EXTERNAL MODULE: ./build/membrane/cli/package-entry.js
var package_entry = __webpack_require__(83920);
// EXTERNAL MODULE: ./build/membrane/cli/version.js
var cli_version = __webpack_require__(6673);
;// CONCATENATED MODULE: ./build/membrane/cli/install.js














/**
 * The CLI from the tool cache, else installed by npm and put there.
 * @throws OperationError `CLI_INSTALL_FAILED`
 */
async function installCli(request, context) {
    const wanted = wantedVersion(request.version ?? cli_version/* defaultCliVersion */.E1);
    const cache = toolName(request.registryUrl);
    const cached = wanted === 'latest' ? undefined : await findCached(cache, wanted, context);
    if (cached !== undefined)
        return cached;
    const staged = await stage(request, wanted, context);
    const kept = await keep(staged, cache, context);
    return commandIn(kept, context.runtime);
}
function wantedVersion(version) {
    const exact = (0,semver.clean)(version);
    if (exact !== null || version === 'latest' || (0,semver.validRange)(version) !== null)
        return exact ?? version;
    throw new errors/* OperationError */.OK('INPUT_INVALID', `\`cli-version\` is ${(0,excerpt/* excerpt */.K)(version, 80)}, which is no version.`, {
        hint: `Give an exact version such as ${cli_version/* defaultCliVersion */.E1}, a range such as ^${cli_version/* defaultCliVersion */.E1}, or \`latest\`.`,
        retryable: false,
        effect: 'none',
    });
}
/** The same name and version from another registry may be another package. */
function toolName(registryUrl) {
    if (registryUrl === undefined)
        return 'membrane-cli';
    return `membrane-cli-${(0,external_node_crypto_.createHash)('sha256').update(registryUrl).digest('hex').slice(0, 12)}`;
}
/** The tool cache asserts these; a machine without them (no runner) has no cache. */
function hasToolCache({ env }) {
    return Boolean(env.RUNNER_TOOL_CACHE && env.RUNNER_TEMP);
}
async function findCached(name, wanted, context) {
    if (!hasToolCache(context.runtime))
        return undefined;
    const version = (0,tool_cache/* evaluateVersions */.hX)(cachedVersions(name), wanted);
    const folder = version === '' ? '' : (0,tool_cache/* find */.I6)(name, version);
    if (folder === '')
        return undefined;
    if (await matchesTreeManifest(manifestOf(folder), folder)) {
        context.log.debug(`The Membrane CLI ${version} comes from the tool cache.`);
        return commandIn(folder, context.runtime);
    }
    context.log.warning(`The Membrane CLI ${version} in the tool cache is not as it was installed; it is installed anew.`);
    return undefined;
}
/** A cache that cannot be read is as good as an empty one. */
function cachedVersions(name) {
    try {
        return (0,tool_cache/* findAllVersions */.iq)(name);
    }
    catch {
        return [];
    }
}
async function stage(request, wanted, context) {
    const { runtime, signal } = context;
    const npm = await findNpm(runtime);
    const work = await (0,promises_.mkdtemp)((0,external_node_path_.join)(request.folder, 'npm-'));
    const folder = (0,external_node_path_.join)(work, 'cli');
    await (0,promises_.mkdir)(folder);
    // npm looks for the project upwards: this is where it ends.
    await (0,promises_.writeFile)((0,external_node_path_.join)(work, 'package.json'), '{"private":true}');
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'package.json'), '{"private":true}');
    const args = [
        'install',
        `${cli_version/* cliPackage */.h1}@${wanted}`,
        '--ignore-scripts',
        '--omit=dev',
        '--no-package-lock',
        '--no-save',
        `--prefix=${folder}`,
    ];
    await runNpm({ npm, args, folder: work, registryUrl: request.registryUrl, runtime, signal });
    const { version } = await entryIn(folder);
    await checkIntegrity(folder, version, request.integrity ?? cli_version/* heldIntegrity */.hi);
    context.log.info(`The Membrane CLI ${version} was installed.`);
    return { folder, version };
}
/** npm has compared the tarball with the registry's integrity; where one is held here, it must be that one too. */
async function checkIntegrity(folder, version, held) {
    const expected = Object.hasOwn(held, version) ? held[version] : undefined;
    if (expected === undefined || expected === (await installedIntegrity(folder, cli_version/* cliPackage */.h1)))
        return;
    throw packageSpoiled(`The Membrane CLI ${version} that was installed does not have the integrity that this action holds for it.`);
}
/** A cache that cannot be written, or that another job fills at this moment, is done without. */
async function keep(staged, name, context) {
    const cache = context.runtime.env.RUNNER_TOOL_CACHE;
    if (!cache || !hasToolCache(context.runtime))
        return staged.folder;
    try {
        return await keepCopy(staged.folder, cache, name, staged.version);
    }
    catch (error) {
        const reason = error instanceof Error ? (0,excerpt/* excerpt */.K)(error.message, 200) : 'no reason given';
        context.log.debug(`The Membrane CLI could not be kept in the tool cache: ${reason}`);
        return staged.folder;
    }
}
async function commandIn(folder, runtime) {
    const { entry, version } = await entryIn(folder);
    return { file: runtime.execPath, firstArguments: [entry], version };
}
async function entryIn(folder) {
    try {
        return await (0,package_entry/* readPackageEntry */.p)((0,given_cli/* packageFolder */.n)(folder, cli_version/* cliPackage */.h1));
    }
    catch (error) {
        const reason = error instanceof Error ? (0,excerpt/* excerpt */.K)(error.message, 200) : 'no reason given';
        throw installFailed(`${cli_version/* cliPackage */.h1} has no program that can be run: ${reason}`, 'Set `cli-version` to a version this action supports.', error);
    }
}


/***/ })

};

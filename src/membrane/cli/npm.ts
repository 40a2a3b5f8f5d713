import { readFile, realpath, stat } from 'node:fs/promises';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import type { Runtime } from '../../runtime.ts';
import { excerpt } from '../excerpt.ts';
import { childEnvironment } from './environment.ts';
import { installFailed, packageSpoiled } from './install-error.ts';
import { type ProcessResult, runProcess } from './process.ts';

type Machine = Pick<Runtime, 'env' | 'execPath' | 'platform'>;

export interface NpmRequest {
  /** npm's own entry, from {@link findNpm}. */
  readonly npm: string;
  readonly args: readonly string[];
  /** Private and empty but for what npm makes there; npm's cache, settings and home are in it too. */
  readonly folder: string;
  readonly registryUrl?: string | undefined;
  readonly runtime: Machine;
  readonly signal: AbortSignal;
}

/** npm's JavaScript entry: run with the action's own Node it needs no shell, on Windows neither. */
export async function findNpm(machine: Machine): Promise<string> {
  for (const candidate of await candidates(machine)) {
    if (await isFile(candidate)) return candidate;
  }
  throw installFailed('There is no npm on this machine to install the Membrane CLI with.', withoutNpm);
}

const withoutNpm =
  'Put `actions/setup-node` before this step, give an installed CLI as `cli-path`, or use `transport: api`.';

/** Beside the Node that runs us first: the two fit each other, and no earlier step has put it there. */
async function candidates({ env, execPath, platform }: Machine): Promise<string[]> {
  const path = Object.entries(env).find(([name]) => name.toUpperCase() === 'PATH')?.[1] ?? '';
  // A relative entry would mean a folder of whatever the working directory is.
  const folders = path.split(delimiter).filter((folder) => isAbsolute(folder));
  const beside = [dirname(execPath), ...folders].flatMap((folder) => besideProgram(folder, platform));
  const linked = await Promise.all(folders.map((folder) => linkedEntry(join(folder, 'npm'))));
  return [...beside.slice(0, 2), ...linked.filter((entry) => entry !== undefined), ...beside.slice(2)];
}

function besideProgram(folder: string, platform: NodeJS.Platform): string[] {
  const entry = ['node_modules', 'npm', 'bin', 'npm-cli.js'];
  const unix = join(folder, '..', 'lib', ...entry);
  return platform === 'win32' ? [join(folder, ...entry), unix] : [unix, join(folder, ...entry)];
}

/** On Linux and macOS `npm` is a link to its entry; a shim of a version manager is not, and is passed over. */
async function linkedEntry(program: string): Promise<string | undefined> {
  try {
    const entry = await realpath(program);
    return entry.endsWith('npm-cli.js') ? entry : undefined;
  } catch {
    return undefined;
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/**
 * Runs npm with nothing of the user's or the workspace's configuration.
 * @returns what it printed
 * @throws OperationError `CLI_INSTALL_FAILED`
 */
export async function runNpm(request: NpmRequest): Promise<string> {
  const { runtime, folder } = request;
  const result = await runProcess({
    command: runtime.execPath,
    args: [request.npm, ...request.args, ...settings(request)],
    env: childEnvironment(runtime, folder),
    cwd: folder,
    platform: runtime.platform,
    signal: request.signal,
  });
  if (result.exitCode !== 0) throw await npmFailure(result, request);
  return result.stdout;
}

function settings({ folder, registryUrl }: NpmRequest): string[] {
  return [
    // Neither file exists: npm reads no settings but these.
    `--userconfig=${join(folder, 'no-user-npmrc')}`,
    `--globalconfig=${join(folder, 'no-global-npmrc')}`,
    `--cache=${join(folder, 'npm-cache')}`,
    ...(registryUrl === undefined ? [] : [`--registry=${registryUrl}`]),
    ...['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error', '--no-color', '--json=false'],
    // The defaults wait up to a minute before a registry that is away counts as away.
    ...['--fetch-retries=2', '--fetch-retry-factor=2', '--fetch-retry-mintimeout=300', '--fetch-timeout=60000'],
  ];
}

async function npmFailure(result: ProcessResult, { args, registryUrl }: NpmRequest): Promise<Error> {
  const spec = args.find((argument) => argument.startsWith('@')) ?? 'the package';
  const registry = registryUrl ?? 'the npm registry';
  const code = /npm (?:error|ERR!) code (\w+)/.exec(result.stderr)?.[1];
  switch (code) {
    case 'ETARGET':
    case 'E404':
    case 'ENOVERSIONS':
      return installFailed(
        `${registry} has no ${spec} (${code}).`,
        'Check `cli-version` and `registry-url`; without `cli-version` a version known to work is taken.',
      );
    case 'EINTEGRITY':
      return packageSpoiled(
        `What ${registry} sent for ${spec} does not have the integrity that it states (EINTEGRITY).`,
      );
    case 'TAR_BAD_ARCHIVE':
    case 'TAR_ENTRY_INVALID':
    case 'Z_DATA_ERROR':
    case 'ZLIB_ERROR':
      return packageSpoiled(`What ${registry} sent for ${spec} is no readable package (${code}).`);
    case 'E401':
    case 'E403':
      return installFailed(
        `${registry} does not allow reading ${spec} (${code}).`,
        'Use a registry that needs no sign-in, or install the CLI in an earlier step and give it as `cli-path`.',
      );
    default:
      return installFailed(
        `npm could not install ${spec} from ${registry}: ${reasonOf(result, code)}`,
        unreachableHint,
      );
  }
}

const unreachableHint =
  'Check that the runner may reach the registry (`registry-url`, `HTTPS_PROXY`), or use `cli-path` or `transport: api`.';

function reasonOf(result: ProcessResult, code: string | undefined): string {
  const lines = result.stderr
    .split('\n')
    .map((line) => line.replace(/^npm (?:error|ERR!)\s*/, ''))
    .filter((line) => line.trim() !== '' && !/^(?:code|errno|syscall|type|A complete log of this run)/.test(line));
  const said = excerpt(lines.join(' '), 300);
  return said === '' ? (code ?? `it ended with exit code ${result.exitCode ?? result.endedBy ?? 'unknown'}`) : said;
}

/** The integrity that npm verified and noted for an installed package. */
export async function installedIntegrity(folder: string, name: string): Promise<string | undefined> {
  try {
    const lock: unknown = JSON.parse(await readFile(join(folder, 'node_modules', '.package-lock.json'), 'utf8'));
    return integrityIn(lock, `node_modules/${name}`);
  } catch {
    return undefined;
  }
}

function integrityIn(lock: unknown, key: string): string | undefined {
  const packages = fieldOf(lock, 'packages');
  const integrity = fieldOf(fieldOf(packages, key), 'integrity');
  return typeof integrity === 'string' ? integrity : undefined;
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

import { access, constants, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { OperationError } from '../../errors.ts';
import type { Runtime } from '../../runtime.ts';
import type { CliCommand } from './command.ts';
import { childEnvironment } from './environment.ts';
import type { Home } from './home.ts';
import { readPackageEntry } from './package-entry.ts';
import { runProcess } from './process.ts';

/** Milliseconds that the CLI may take to print its version. */
const versionLimit = 15_000;

/**
 * The CLI that `cli-path` names: a `.js`, `.mjs` or `.cjs` file runs with the action's own Node, a folder is a package.
 * @throws OperationError `CLI_UNUSABLE`
 */
export async function givenCli(path: string, home: Home, runtime: Runtime, signal: AbortSignal): Promise<CliCommand> {
  const given = isAbsolute(path) ? path : resolve(runtime.env.GITHUB_WORKSPACE ?? '.', path);
  const file = await programAt(given, runtime.platform);
  const isScript = /\.[cm]?js$/i.test(file);
  const command = isScript ? { file: runtime.execPath, firstArguments: [file] } : { file, firstArguments: [] };
  const version = (await packagedVersion(file)) ?? (await printedVersion(command, home, runtime, signal));
  return { ...command, version };
}

async function programAt(path: string, platform: NodeJS.Platform): Promise<string> {
  try {
    const file = await realpath(path);
    const status = await stat(file);
    if (status.isDirectory()) return (await readPackageEntry(file)).entry;
    if (!/\.[cm]?js$/i.test(file)) await access(file, platform === 'win32' ? constants.R_OK : constants.X_OK);
    return file;
  } catch (error) {
    throw new OperationError('CLI_UNUSABLE', `\`cli-path\` (${path}) names no program that can be run.`, {
      hint: "Give the path of an executable, of the CLI's `.js` entry, or of its package folder.",
      retryable: false,
      effect: 'none',
      cause: error,
    });
  }
}

/** From the package that a file is the entry of: the file lies in it or one or two folders below. */
async function packagedVersion(file: string): Promise<string | undefined> {
  for (const folder of [dirname(file), dirname(dirname(file)), dirname(dirname(dirname(file)))]) {
    try {
      const found = await readPackageEntry(folder);
      if (found.entry === file) return found.version;
    } catch {
      // No package there, or another one: look further up, then ask the program itself.
    }
  }
  return undefined;
}

async function printedVersion(
  command: CliCommand,
  home: Home,
  runtime: Runtime,
  signal: AbortSignal,
): Promise<string | undefined> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(versionLimit)]);
  try {
    const result = await runProcess({
      command: command.file,
      args: [...command.firstArguments, '--version'],
      env: childEnvironment(runtime, home.path),
      cwd: home.workingDirectory,
      platform: runtime.platform,
      signal: limit,
    });
    return /\b\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?\b/.exec(result.stdout)?.[0];
  } catch (error) {
    signal.throwIfAborted();
    // Not to know the version is no reason to fail, but a program that cannot be started is.
    if (error instanceof OperationError) throw error;
    return undefined;
  }
}

/** Where the CLI's entry is in a folder that npm installed into. */
export function packageFolder(folder: string, name: string): string {
  return join(folder, 'node_modules', ...name.split('/'));
}

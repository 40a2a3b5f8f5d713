import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { evaluateVersions, find, findAllVersions } from '@actions/tool-cache';
import { clean, validRange } from 'semver';
import { OperationError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Runtime } from '../../runtime.ts';
import { excerpt } from '../excerpt.ts';
import { keepCopy, manifestOf } from './cached-copy.ts';
import type { CliCommand } from './command.ts';
import { packageFolder } from './given-cli.ts';
import { installFailed, packageSpoiled } from './install-error.ts';
import { findNpm, installedIntegrity, runNpm } from './npm.ts';
import { readPackageEntry } from './package-entry.ts';
import { matchesTreeManifest } from './tree-manifest.ts';
import { cliPackage, defaultCliVersion, heldIntegrity } from './version.ts';

export interface InstallRequest {
  /** Exact, a range, or `latest`; the default where it is missing. */
  readonly version?: string | undefined;
  readonly registryUrl?: string | undefined;
  /** A private folder for the installation's own files, and for the CLI where there is no tool cache. */
  readonly folder: string;
  /** `sha512-…` by version, over what the source holds. */
  readonly integrity?: Readonly<Record<string, string>>;
}

interface InstallContext {
  readonly runtime: Runtime;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/**
 * The CLI from the tool cache, else installed by npm and put there.
 * @throws OperationError `CLI_INSTALL_FAILED`
 */
export async function installCli(request: InstallRequest, context: InstallContext): Promise<CliCommand> {
  const wanted = wantedVersion(request.version ?? defaultCliVersion);
  const cache = toolName(request.registryUrl);
  const cached = wanted === 'latest' ? undefined : await findCached(cache, wanted, context);
  if (cached !== undefined) return cached;
  const staged = await stage(request, wanted, context);
  const kept = await keep(staged, cache, context);
  return commandIn(kept, context.runtime);
}

function wantedVersion(version: string): string {
  const exact = clean(version);
  if (exact !== null || version === 'latest' || validRange(version) !== null) return exact ?? version;
  throw new OperationError('INPUT_INVALID', `\`cli-version\` is ${excerpt(version, 80)}, which is no version.`, {
    hint: `Give an exact version such as ${defaultCliVersion}, a range such as ^${defaultCliVersion}, or \`latest\`.`,
    retryable: false,
    effect: 'none',
  });
}

/** The same name and version from another registry may be another package. */
function toolName(registryUrl: string | undefined): string {
  if (registryUrl === undefined) return 'membrane-cli';
  return `membrane-cli-${createHash('sha256').update(registryUrl).digest('hex').slice(0, 12)}`;
}

/** The tool cache asserts these; a machine without them (no runner) has no cache. */
function hasToolCache({ env }: Runtime): boolean {
  return Boolean(env.RUNNER_TOOL_CACHE && env.RUNNER_TEMP);
}

async function findCached(name: string, wanted: string, context: InstallContext): Promise<CliCommand | undefined> {
  if (!hasToolCache(context.runtime)) return undefined;
  const version = evaluateVersions(cachedVersions(name), wanted);
  const folder = version === '' ? '' : find(name, version);
  if (folder === '') return undefined;
  if (await matchesTreeManifest(manifestOf(folder), folder)) {
    context.log.debug(`The Membrane CLI ${version} comes from the tool cache.`);
    return commandIn(folder, context.runtime);
  }
  context.log.warning(
    `The Membrane CLI ${version} in the tool cache is not as it was installed; it is installed anew.`,
  );
  return undefined;
}

/** A cache that cannot be read is as good as an empty one. */
function cachedVersions(name: string): string[] {
  try {
    return findAllVersions(name);
  } catch {
    return [];
  }
}

interface Staged {
  readonly folder: string;
  readonly version: string;
}

async function stage(request: InstallRequest, wanted: string, context: InstallContext): Promise<Staged> {
  const { runtime, signal } = context;
  const npm = await findNpm(runtime);
  const work = await mkdtemp(join(request.folder, 'npm-'));
  const folder = join(work, 'cli');
  await mkdir(folder);
  // npm looks for the project upwards: this is where it ends.
  await writeFile(join(work, 'package.json'), '{"private":true}');
  await writeFile(join(folder, 'package.json'), '{"private":true}');
  const args = [
    'install',
    `${cliPackage}@${wanted}`,
    '--ignore-scripts',
    '--omit=dev',
    '--no-package-lock',
    '--no-save',
    `--prefix=${folder}`,
  ];
  await runNpm({ npm, args, folder: work, registryUrl: request.registryUrl, runtime, signal });
  const { version } = await entryIn(folder);
  await checkIntegrity(folder, version, request.integrity ?? heldIntegrity);
  context.log.info(`The Membrane CLI ${version} was installed.`);
  return { folder, version };
}

/** npm has compared the tarball with the registry's integrity; where one is held here, it must be that one too. */
async function checkIntegrity(folder: string, version: string, held: Readonly<Record<string, string>>): Promise<void> {
  const expected = Object.hasOwn(held, version) ? held[version] : undefined;
  if (expected === undefined || expected === (await installedIntegrity(folder, cliPackage))) return;
  throw packageSpoiled(
    `The Membrane CLI ${version} that was installed does not have the integrity that this action holds for it.`,
  );
}

/** A cache that cannot be written, or that another job fills at this moment, is done without. */
async function keep(staged: Staged, name: string, context: InstallContext): Promise<string> {
  const cache = context.runtime.env.RUNNER_TOOL_CACHE;
  if (!cache || !hasToolCache(context.runtime)) return staged.folder;
  try {
    return await keepCopy(staged.folder, cache, name, staged.version);
  } catch (error) {
    const reason = error instanceof Error ? excerpt(error.message, 200) : 'no reason given';
    context.log.debug(`The Membrane CLI could not be kept in the tool cache: ${reason}`);
    return staged.folder;
  }
}

async function commandIn(folder: string, runtime: Runtime): Promise<CliCommand> {
  const { entry, version } = await entryIn(folder);
  return { file: runtime.execPath, firstArguments: [entry], version };
}

async function entryIn(folder: string): Promise<{ entry: string; version: string }> {
  try {
    return await readPackageEntry(packageFolder(folder, cliPackage));
  } catch (error) {
    const reason = error instanceof Error ? excerpt(error.message, 200) : 'no reason given';
    throw installFailed(
      `${cliPackage} has no program that can be run: ${reason}`,
      'Set `cli-version` to a version this action supports.',
      error,
    );
  }
}

import { constants, type Stats } from 'node:fs';
import { chmod, lstat, mkdir, open, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';

/** A home that cannot be used, in words that finish the sentence 'home …'. */
export class LastingHomeError extends Error {}

/** For the owner alone. */
const privateFolder = 0o700;
const privateFile = 0o600;
/** The bits of everybody else. */
const othersBits = 0o077;

/**
 * Makes, or checks, a home folder that outlives the job: on a runner of one's own the CLI stays signed in there.
 * @param workspace the checked-out repository, where a home would be in the reach of whatever the workflow runs
 * @throws LastingHomeError
 */
export async function openLastingHome(path: string, workspace: string): Promise<void> {
  if (!isAbsolute(path) || path.includes('\0')) throw new LastingHomeError('must be an absolute path.');
  refuseInside(workspace, path);
  await mkdir(path, { recursive: true, mode: privateFolder }).catch((error: unknown) => {
    throw new LastingHomeError(`cannot be made (${codeOf(error)}).`);
  });
  // Once more where the links lead: the folder or the workspace may be behind one.
  refuseInside(await realpath(workspace).catch(() => workspace), await realpath(path));
  assertPrivate('', await lstat(path), 'folder');
  const folder = await lstat(folderIn(path)).catch(() => undefined);
  if (folder !== undefined) assertPrivate('.membrane in it ', folder, 'folder');
  const file = await lstat(credentialsIn(path)).catch(() => undefined);
  if (file !== undefined) assertPrivate('.membrane/credentials.json in it ', file, 'file');
}

/** The text of the credentials that a login left there; undefined where nobody has signed in yet. */
export async function storedCredentials(path: string): Promise<string | undefined> {
  // Windows has no O_NOFOLLOW.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);
  const file = await open(credentialsIn(path), flags).catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

/** Whatever a version of the CLI left them at, they are for the owner alone. */
export async function makeCredentialsPrivate(path: string): Promise<void> {
  await chmod(folderIn(path), privateFolder);
  await chmod(credentialsIn(path), privateFile);
}

const folderIn = (path: string) => join(path, '.membrane');
const credentialsIn = (path: string) => join(folderIn(path), 'credentials.json');

function refuseInside(workspace: string, path: string): void {
  const between = relative(workspace, path);
  const isOutside = between === '..' || between.startsWith(`..${sep}`) || isAbsolute(between);
  if (!isOutside) throw new LastingHomeError('must not be inside the workspace, where every step can read it.');
}

/** Windows has no such bits: there the folder of a user is that user's by its place. */
function assertPrivate(what: string, status: Stats, kind: 'folder' | 'file'): void {
  const isRight = kind === 'folder' ? status.isDirectory() : status.isFile();
  if (!isRight) throw new LastingHomeError(`must be a ${kind} of its own: ${what}is something else, or a link to it.`);
  if (process.getuid === undefined) return;
  if (status.uid !== process.getuid()) throw new LastingHomeError(`must belong to the runner's user: ${what}does not.`);
  if ((status.mode & othersBits) === 0) return;
  const wanted = kind === 'folder' ? '700' : '600';
  throw new LastingHomeError(`must be for the runner's user alone: run \`chmod ${wanted}\` on ${what.trim() || 'it'}.`);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}

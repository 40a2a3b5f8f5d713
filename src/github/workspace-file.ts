import { constants, type Stats } from 'node:fs';
import { lstat, mkdir, mkdtemp, open, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';

/** Larger texts are no parameters; the Hub's own limit for one request through Membrane is 10 MB. */
export const inputFileLimit = 1_048_576;

/** Opening a file must not follow a link that was put in its place; Windows has no such flag. */
const noFollow = constants.O_NOFOLLOW ?? 0;

/** A path of the workspace that cannot be used, in words that finish the sentence 'The file …'. */
export class WorkspacePathError extends Error {}

/** The text of a file in the workspace. @throws WorkspacePathError */
export async function readWorkspaceFile(workspace: string, given: string): Promise<string> {
  const file = await existingFile(workspace, given);
  const details = await stat(file);
  if (!details.isFile()) throw new WorkspacePathError('is not a regular file.');
  if (details.size > inputFileLimit) throw new WorkspacePathError(`is larger than ${inputFileLimit / 1_048_576} MiB.`);
  const handle = await open(file, constants.O_RDONLY | noFollow);
  try {
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}

/**
 * Writes a file of the workspace, folders included, never through a link that leaves it.
 * @returns the absolute path
 * @throws WorkspacePathError
 */
export async function writeWorkspaceFile(workspace: string, given: string, text: string | Readable): Promise<string> {
  const file = await placeToWrite(workspace, given);
  await writeWhole(file, text);
  return file;
}

/**
 * The absolute path of a file that may be written; its folder is made.
 * @throws WorkspacePathError
 */
export async function placeToWrite(workspace: string, given: string): Promise<string> {
  const file = lexicallyInside(workspace, given);
  await refuseLinksOutside(workspace, path.dirname(file));
  await makeFolder(path.dirname(file));
  await refuseLinksOutside(workspace, path.dirname(file));
  const details = await lstat(file).catch(() => undefined);
  if (details?.isSymbolicLink()) throw new WorkspacePathError('is a symbolic link; it will not be written through.');
  refuseOther(details);
  return file;
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new WorkspacePathError(`cannot be written, because its folder cannot be made (${codeOf(error)}).`);
  }
}

/** A pipe would hold the step up until somebody reads it, and a device is no place for a result. */
function refuseOther(details: Stats | undefined): void {
  if (details?.isDirectory()) throw new WorkspacePathError('is a folder.');
  if (details !== undefined && !details.isFile()) throw new WorkspacePathError('is not a regular file.');
}

/** The absolute path of a file that is read where it is there. @throws WorkspacePathError where it leads outside */
export async function placeToRead(workspace: string, given: string): Promise<string> {
  const file = lexicallyInside(workspace, given);
  const there = await lstat(file).catch(() => undefined);
  if (there === undefined) {
    await refuseLinksOutside(workspace, path.dirname(file));
    return file;
  }
  return existingFile(workspace, given);
}

/** Writes a file into a new private folder under the runner's temporary one, for a result nobody named a file for. */
export async function writeTemporaryFile(temporary: string, name: string, text: string): Promise<string> {
  const folder = await mkdtemp(path.join(temporary, 'membrane-hub-output-'));
  const file = path.join(folder, name);
  await writeWhole(file, text);
  return file;
}

/** Checks an output path before anything runs, without touching it. @throws WorkspacePathError */
export async function checkWorkspacePath(workspace: string, given: string): Promise<void> {
  const file = lexicallyInside(workspace, given);
  await refuseLinksOutside(workspace, path.dirname(file));
  await refuseFileAsFolder(path.dirname(file));
  refuseOther(await stat(file).catch(() => undefined));
}

/** Found now, and not after the operation, when its result has no place to go. */
async function refuseFileAsFolder(folder: string): Promise<void> {
  const details = await stat(folder).catch(() => undefined);
  if (details === undefined) return refuseFileAsFolder(path.dirname(folder));
  if (!details.isDirectory()) throw new WorkspacePathError('lies in what is a file, not a folder.');
}

async function writeWhole(file: string, text: string | Readable): Promise<void> {
  const handle = await openForWriting(file);
  try {
    await handle.writeFile(text, 'utf8');
  } finally {
    await handle.close();
  }
}

async function openForWriting(file: string) {
  try {
    return await open(file, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | noFollow, 0o644);
  } catch (error) {
    if (codeOf(error) === 'ELOOP') throw new WorkspacePathError('is a symbolic link; it will not be written through.');
    throw new WorkspacePathError(`cannot be written (${codeOf(error)}).`);
  }
}

function lexicallyInside(workspace: string, given: string): string {
  const file = path.resolve(workspace, given);
  if (given.includes('\0') || !isInside(path.resolve(workspace), file)) {
    throw new WorkspacePathError('must be inside the workspace.');
  }
  return file;
}

async function existingFile(workspace: string, given: string): Promise<string> {
  const file = lexicallyInside(workspace, given);
  const real = await realpath(file).catch(() => undefined);
  if (real === undefined)
    throw new WorkspacePathError('does not exist in the workspace. Is there a checkout step before this one?');
  if (!isInside(await realpath(workspace), real))
    throw new WorkspacePathError('leads out of the workspace through a symbolic link.');
  return real;
}

/** Walks up to the nearest folder that exists: its real path must be in the workspace. */
async function refuseLinksOutside(workspace: string, folder: string): Promise<void> {
  const real = await realpath(folder).catch(() => undefined);
  if (real === undefined) return refuseLinksOutside(workspace, path.dirname(folder));
  const root = await realpath(workspace);
  if (real !== root && !isInside(root, real)) {
    throw new WorkspacePathError('leads out of the workspace through a symbolic link.');
  }
}

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '' && relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}

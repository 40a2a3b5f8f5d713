import { constants } from 'node:fs';
import { chmod, lstat, mkdir, mkdtemp, open, readdir, rm, rmdir } from 'node:fs/promises';
import { basename, isAbsolute, join } from 'node:path';
import { OperationError } from '../../errors.ts';

/** A user's folder for the CLI alone, so that nothing of it stays on the runner and nothing of the runner reaches it. */
export interface Home {
  readonly path: string;
  /** Empty, and the CLI's working directory: it reads settings from there. */
  readonly workingDirectory: string;
}

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
export async function createHome(temporary: string, onHome: (path: string) => void): Promise<Home> {
  const path = await mkdtemp(join(temporary, prefix));
  onHome(path);
  await chmod(path, privateFolder);
  await writePrivateFile(join(path, marker), '');
  const workingDirectory = join(path, 'work');
  await mkdir(workingDirectory, { mode: privateFolder });
  return { path, workingDirectory };
}

/** Puts the text of a `credentials.json` where the CLI's own login would have put it. */
export async function writeCredentials(home: Home, text: string): Promise<void> {
  const folder = join(home.path, '.membrane');
  await mkdir(folder, { mode: privateFolder });
  await writePrivateFile(join(folder, 'credentials.json'), text);
}

/** Creates the file: an existing one, or a link somebody put there, is an error and not written through. */
async function writePrivateFile(path: string, text: string): Promise<void> {
  // Windows has no O_NOFOLLOW; O_EXCL refuses an existing link there too.
  const noFollow = constants.O_NOFOLLOW ?? 0;
  const file = await open(path, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY | noFollow, privateFile);
  try {
    await file.writeFile(text);
  } finally {
    await file.close();
  }
}

/**
 * Removes a home made by {@link createHome}; one that is gone already is fine.
 * @throws OperationError `INTERNAL` for a path that is not such a home: it is left alone
 */
export async function removeHome(path: string): Promise<void> {
  if (!isAbsolute(path) || !basename(path).startsWith(prefix)) throw notOurs(path);
  const entries = await entriesOf(path);
  if (entries === undefined) return;
  if (entries.length === 0) await rmdir(path);
  else if (entries.includes(marker)) await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  else throw notOurs(path);
}

/** @returns undefined where nothing is there */
async function entriesOf(path: string): Promise<string[] | undefined> {
  try {
    const status = await lstat(path);
    const foreign = process.getuid !== undefined && status.uid !== process.getuid();
    if (!status.isDirectory() || foreign) throw notOurs(path);
    return await readdir(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function notOurs(path: string): OperationError {
  return new OperationError('INTERNAL', `${path} is no home folder that this action made; it was left alone.`, {
    hint: 'Look at what is there and remove it by hand if it should not be.',
  });
}

import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import pLimit from 'p-limit';
import type { InputProblem } from '../../input-problem.ts';
import { readContents, stampOf } from './file-contents.ts';
import type { LocalFile } from './files.ts';
import { isPointer, mayBePointer } from './lfs-pointer.ts';
import { collidingPaths, repositoryPathProblem } from './repository-path.ts';
import { type Exclusion, type Selection, selectionOf } from './selection.ts';

/** Files looked at at once: enough to keep a disk busy, few enough for any limit of open files. */
const filesAtOnce = 32;
/** Problems of one kind that are named; a folder of pointers may hold thousands. */
const namedProblems = 10;

export interface FolderRequest {
  readonly workspace: string;
  /** As the user wrote it. */
  readonly folder: string;
  readonly include: readonly string[] | undefined;
  readonly exclude: readonly string[] | undefined;
  /** The folder of the repository; '' for its root. */
  readonly prefix: string;
}

export interface LeftOut {
  /** Relative to the folder. */
  readonly path: string;
  readonly why: Exclusion;
}

export interface LocalTree {
  readonly files: readonly LocalFile[];
  /** What was left out by default, not what `exclude` names. */
  readonly leftOut: readonly LeftOut[];
  readonly selection: Selection;
}

export type ScannedFolder =
  | { readonly ok: true; readonly tree: LocalTree }
  | { readonly ok: false; readonly problems: readonly InputProblem[] };

/** All files of a folder that are to be published, and everything that speaks against publishing them. */
export async function scanFolder(request: FolderRequest): Promise<ScannedFolder> {
  const workspace = await realpath(request.workspace);
  const root = await folderInside(workspace, request.folder);
  if (typeof root !== 'string') return { ok: false, problems: [root] };
  const walk: Walk = { workspace, request, selection: selectionOf(request), files: [], leftOut: [], problems: [] };
  await walkFolder(walk, root, '', [root]);
  const problems = [...walk.problems, ...(await contentProblems(walk.files)), ...collisionProblems(walk.files)];
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, tree: { files: walk.files, leftOut: walk.leftOut, selection: walk.selection } };
}

interface Walk {
  readonly workspace: string;
  readonly request: FolderRequest;
  readonly selection: Selection;
  readonly files: LocalFile[];
  readonly leftOut: LeftOut[];
  readonly problems: InputProblem[];
}

async function folderInside(workspace: string, given: string): Promise<string | InputProblem> {
  const name = 'input.folder';
  if (given.includes('\0')) return { name, message: 'holds a character that no path can hold.' };
  const wanted = path.resolve(workspace, given);
  if (!isInside(workspace, wanted)) return { name, message: 'must be inside the workspace.', given };
  const real = await realpath(wanted).catch(() => undefined);
  if (real === undefined) {
    return { name, message: 'does not exist. Did an earlier step of the same job write it?', given };
  }
  if (!isInside(workspace, real)) return { name, message: 'leads out of the workspace through a link.', given };
  return (await stat(real)).isDirectory() ? real : { name, message: 'must be a folder.', given };
}

/** In the order of names, so that a plan reads the same every time; `ancestors` are real paths, to end circles. */
async function walkFolder(walk: Walk, folder: string, relative: string, ancestors: readonly string[]): Promise<void> {
  const names = (await readdir(folder)).toSorted();
  for (const name of names) {
    const below = relative === '' ? name : `${relative}/${name}`;
    const why = walk.selection.exclusion(below);
    if (why === undefined || why === 'include') await visit(walk, path.join(folder, name), below, ancestors);
    else if (why !== 'exclude') walk.leftOut.push({ path: below, why });
  }
}

async function visit(walk: Walk, file: string, below: string, ancestors: readonly string[]): Promise<void> {
  const real = await realpath(file).catch(() => undefined);
  if (real === undefined) return problem(walk, below, 'is a link that leads nowhere.');
  if (!isInside(walk.workspace, real)) return problem(walk, below, 'leads out of the workspace through a link.');
  const why = walk.selection.linkExclusion(path.relative(walk.workspace, real));
  if (why !== undefined && real !== file) return void walk.leftOut.push({ path: below, why });
  const details = await stat(real);
  if (details.isDirectory()) {
    if (ancestors.includes(real)) return problem(walk, below, 'is a link to a folder that it lies in.');
    return walkFolder(walk, real, below, [...ancestors, real]);
  }
  if (walk.selection.exclusion(below) !== undefined) return;
  if (!details.isFile()) return problem(walk, below, 'is neither a file nor a folder.');
  const published = walk.request.prefix === '' ? below : `${walk.request.prefix}/${below}`;
  const refused = repositoryPathProblem(published);
  if (refused !== undefined) return problem(walk, below, refused);
  walk.files.push({
    path: published,
    size: details.size,
    source: { kind: 'disk', file: real, stamp: stampOf(details) },
  });
}

function problem(walk: Walk, below: string, message: string): void {
  walk.problems.push({ name: 'input.folder', message: `its file ${JSON.stringify(below)} ${message}` });
}

async function contentProblems(files: readonly LocalFile[]): Promise<InputProblem[]> {
  const limit = pLimit(filesAtOnce);
  const small = files.filter((file) => mayBePointer(file.size));
  const found = await Promise.all(
    small.map((file) => limit(async () => (isPointer(await readContents(file)) ? [file.path] : []))),
  );
  const pointers = found.flat();
  if (pointers.length === 0) return [];
  const message = `holds Git LFS pointers where the files themselves were meant: ${listed(pointers)}. Give the checkout step 'lfs: true'.`;
  return [{ name: 'input.folder', message }];
}

function collisionProblems(files: readonly LocalFile[]): InputProblem[] {
  const groups = collidingPaths(files.map((file) => file.path)).map((group) => group.join(' and '));
  if (groups.length === 0) return [];
  const message = `holds names that differ by case alone, which Windows and macOS cannot keep apart: ${listed(groups)}.`;
  return [{ name: 'input.folder', message }];
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, namedProblems).join(', ');
  return names.length > namedProblems ? `${shown} and ${names.length - namedProblems} more` : shown;
}

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

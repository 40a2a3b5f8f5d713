import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import type { InputProblem } from '../../input-problem.ts';
import { readContents, stampOf } from './file-contents.ts';
import type { LocalFile } from './files.ts';
import { isPointer, mayBePointer } from './lfs-pointer.ts';
import { collidingPaths, repositoryPathProblem } from './repository-path.ts';
import { type Exclusion, type Selection, selectionOf } from './selection.ts';

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

/**
 * All files of a folder that are to be published, and everything that speaks against publishing them. Looked at without
 * waiting in between, which for a thousand files takes a tenth of the time.
 */
export function scanFolder(request: FolderRequest): ScannedFolder {
  const workspace = realpathSync(request.workspace);
  const root = folderInside(workspace, request.folder);
  if (typeof root !== 'string') return { ok: false, problems: [root] };
  const walk: Walk = { workspace, request, selection: selectionOf(request), files: [], leftOut: [], problems: [] };
  walkFolder(walk, root, '', [root]);
  const problems = [...walk.problems, ...contentProblems(walk.files), ...collisionProblems(walk.files)];
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

/** The exclusions that hold whatever is included. */
const nothingChosen = { include: undefined, exclude: undefined };

function folderInside(workspace: string, given: string): string | InputProblem {
  const name = 'input.folder';
  if (given.includes('\0')) return { name, message: 'holds a character that no path can hold.' };
  const wanted = path.resolve(workspace, given);
  if (!isInside(workspace, wanted)) return { name, message: 'must be inside the workspace.', given };
  const real = realPath(wanted);
  if (real === undefined) {
    return { name, message: 'does not exist. Did an earlier step of the same job write it?', given };
  }
  if (!isInside(workspace, real)) return { name, message: 'leads out of the workspace through a link.', given };
  if (selectionOf(nothingChosen).linkExclusion(path.relative(workspace, real)) === 'git') {
    return { name, message: "must not be in git's own folder, which holds credentials.", given };
  }
  return statSync(real).isDirectory() ? real : { name, message: 'must be a folder.', given };
}

/** In the order of names, so that a plan reads the same every time; `ancestors` are real paths, to end circles. */
function walkFolder(walk: Walk, folder: string, relative: string, ancestors: readonly string[]): void {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    const below = relative === '' ? entry.name : `${relative}/${entry.name}`;
    const why = walk.selection.exclusion(below);
    // What `include` does not name may be a folder that holds something it does.
    if (why === undefined || (why === 'include' && !entry.isFile())) {
      const message = visit(walk, entry, below, ancestors);
      if (message !== undefined) walk.problems.push(fileProblem(below, message));
    } else if (why !== 'exclude' && why !== 'include') walk.leftOut.push({ path: below, why });
  }
}

/** @returns what is wrong with it */
function visit(walk: Walk, entry: Dirent, below: string, ancestors: readonly string[]): string | undefined {
  const file = path.join(entry.parentPath, entry.name);
  if (!entry.isSymbolicLink()) return take(walk, file, below, ancestors);
  const real = realPath(file);
  if (real === undefined) return 'is a link that leads nowhere.';
  if (!isInside(walk.workspace, real)) return 'leads out of the workspace through a link.';
  const why = walk.selection.linkExclusion(path.relative(walk.workspace, real));
  if (why === undefined) return take(walk, real, below, ancestors);
  walk.leftOut.push({ path: below, why });
  return undefined;
}

/** @param file its real path */
function take(walk: Walk, file: string, below: string, ancestors: readonly string[]): string | undefined {
  const details = statSync(file, { throwIfNoEntry: false });
  if (details === undefined) return 'was removed while the folder was read.';
  if (details.isDirectory()) {
    if (ancestors.includes(file)) return 'is a link to a folder that it lies in.';
    walkFolder(walk, file, below, [...ancestors, file]);
    return undefined;
  }
  return walk.selection.exclusion(below) === undefined ? takeFile(walk, file, below, details) : undefined;
}

function takeFile(walk: Walk, file: string, below: string, details: Stats): string | undefined {
  if (!details.isFile()) return 'is neither a file nor a folder.';
  const published = walk.request.prefix === '' ? below : `${walk.request.prefix}/${below}`;
  const refused = repositoryPathProblem(published);
  if (refused !== undefined) return refused;
  const source = { kind: 'disk', file, stamp: stampOf(details) } as const;
  walk.files.push({ path: published, size: details.size, source });
  return undefined;
}

function realPath(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}

function fileProblem(below: string, message: string): InputProblem {
  return { name: 'input.folder', message: `its file ${JSON.stringify(below)} ${message}` };
}

function contentProblems(files: readonly LocalFile[]): InputProblem[] {
  const pointers = files.flatMap((file) =>
    mayBePointer(file.size) && isPointer(readContents(file)) ? [file.path] : [],
  );
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

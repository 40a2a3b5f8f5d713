import { SHORT_REVISION_LENGTH } from '../doubts.ts';
import { commitId, treeIds } from './git-object.ts';
import type { StoredObject } from './object-store.ts';

/** One file of a snapshot. */
export interface FileEntry {
  /** SHA-1 of the git blob; for a file kept by LFS, of its pointer. */
  readonly oid: string;
  /** Bytes of the file itself, not of a pointer. */
  readonly size: number;
  readonly lfs: { readonly sha256: string; readonly pointerSize: number } | undefined;
}

/** A file and the commit that last changed it. */
export interface CommittedFile extends FileEntry {
  readonly changedBy: string;
}

/** All files of a commit, by path. */
export type Snapshot = ReadonlyMap<string, CommittedFile>;

/** A commit; `tree` names the ids of all its folders, '' is the root. */
export interface Commit {
  readonly oid: string;
  readonly parents: readonly string[];
  readonly files: Snapshot;
  readonly folders: ReadonlyMap<string, string>;
  readonly title: string;
  readonly description: string;
  readonly authors: readonly string[];
  readonly date: Date;
}

/** Who says what about a new commit. */
export interface CommitInfo {
  readonly title: string;
  readonly description: string;
  readonly authors: readonly string[];
  readonly date: Date;
}

/** A tag, with the message of an annotated one. */
export interface Tag {
  readonly commit: string;
  readonly message: string | undefined;
}

/** The git side of one repository: objects, commits and references. */
export class Content {
  readonly blobs = new Map<string, StoredObject>();
  /** Objects uploaded by LFS, by SHA-256. */
  readonly lfsObjects = new Map<string, StoredObject>();
  readonly commits = new Map<string, Commit>();
  readonly branches = new Map<string, string>();
  readonly tags = new Map<string, Tag>();
  /** Heads of pull requests, by number. */
  readonly pulls = new Map<number, string>();

  /** Writes a commit without moving any reference. */
  write(files: ReadonlyMap<string, FileEntry>, parents: readonly Commit[], info: CommitInfo): Commit {
    const folders = treeIds(files);
    const message = info.description === '' ? info.title : `${info.title}\n\n${info.description}`;
    const oid = commitId({
      tree: folders.get('') ?? '',
      parents: parents.map((parent) => parent.oid),
      author: info.authors[0] ?? 'system',
      date: info.date,
      message: `${message}\n`,
    });
    const committed = new Map<string, CommittedFile>();
    for (const [path, file] of files) committed.set(path, keepOrigin(path, file, parents, oid));
    const commit = { ...info, oid, parents: parents.map((one) => one.oid), files: committed, folders };
    this.commits.set(oid, commit);
    return commit;
  }

  /** The commit a revision names: HEAD, branch, tag, full reference, pull request, full or short id. */
  resolve(revision: string): Commit | undefined {
    const oid = this.#oidOf(revision);
    return oid === undefined ? undefined : this.commits.get(oid);
  }

  #oidOf(revision: string): string | undefined {
    if (revision === 'HEAD') return this.branches.get('main');
    const reference = /^refs\/(heads|tags|pr|convert)\/(.+)$/.exec(revision);
    const name = reference?.[2] ?? '';
    if (reference?.[1] === 'heads') return this.branches.get(name);
    if (reference?.[1] === 'tags') return this.tags.get(name)?.commit;
    if (reference?.[1] === 'pr') return this.pulls.get(Number(name));
    const named = this.branches.get(revision) ?? this.tags.get(revision)?.commit;
    if (named !== undefined) return named;
    return this.#oidByPrefix(revision.toLowerCase());
  }

  #oidByPrefix(prefix: string): string | undefined {
    if (this.commits.has(prefix)) return prefix;
    if (prefix.length < SHORT_REVISION_LENGTH || !/^[0-9a-f]+$/.test(prefix)) return undefined;
    const found = [...this.commits.keys()].filter((oid) => oid.startsWith(prefix));
    return found.length === 1 ? found[0] : undefined;
  }

  /** First-parent history, newest first. */
  history(from: Commit): Commit[] {
    const list: Commit[] = [];
    let current: Commit | undefined = from;
    while (current !== undefined) {
      list.push(current);
      const parent: string | undefined = current.parents[0];
      current = parent === undefined ? undefined : this.commits.get(parent);
    }
    return list;
  }

  /** The bytes of a file; undefined for an LFS file whose object is held nowhere. */
  object(file: FileEntry): StoredObject | undefined {
    return file.lfs === undefined ? this.blobs.get(file.oid) : this.lfsObjects.get(file.lfs.sha256);
  }

  /** A copy that shares the immutable objects. */
  copy(): Content {
    const copy = new Content();
    for (const [oid, blob] of this.blobs) copy.blobs.set(oid, blob);
    for (const [oid, object] of this.lfsObjects) copy.lfsObjects.set(oid, object);
    for (const [oid, commit] of this.commits) copy.commits.set(oid, commit);
    for (const [name, oid] of this.branches) copy.branches.set(name, oid);
    for (const [name, tag] of this.tags) copy.tags.set(name, tag);
    return copy;
  }
}

function keepOrigin(path: string, file: FileEntry, parents: readonly Commit[], oid: string): CommittedFile {
  for (const parent of parents) {
    const known = parent.files.get(path);
    if (known !== undefined && known.oid === file.oid) return known;
  }
  return { oid: file.oid, size: file.size, lfs: file.lfs, changedBy: oid };
}

/** What tells that a file on disk is still the one that was looked at. */
export interface FileStamp {
  readonly modifiedMs: number;
  readonly inode: number;
}

export type FileSource =
  | { readonly kind: 'disk'; readonly file: string; readonly stamp: FileStamp }
  /** A file that exists nowhere but here: the model card with its values set. */
  | { readonly kind: 'memory'; readonly bytes: Buffer };

/** A file to publish. */
export interface LocalFile {
  /** In the repository, with `/`, without one at its ends. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly source: FileSource;
}

/** A file of the repository. */
export interface RemoteFile {
  readonly path: string;
  /** Bytes of the file itself, not of a pointer. */
  readonly size: number;
  /** SHA-1 of the git blob; for a file kept by LFS, of its pointer. */
  readonly oid: string;
  /** SHA-256 of the contents of a file kept by LFS. */
  readonly sha256?: string | undefined;
}

export type RemoteTree = ReadonlyMap<string, RemoteFile>;

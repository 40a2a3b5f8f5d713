import type { LocalFile } from './files.ts';

/** How a file travels: inside the commit, or apart by LFS with only its hash in the commit. */
export type UploadMode = 'regular' | 'lfs';

/**
 * Membrane's proxy takes requests of 10 MB, and wraps a body in JSON on one of its routes, which escapes each quote:
 * this much of the body leaves room for both.
 */
export const proxyRequestBytes = 9_500_000;

/** One change of a commit. */
export type CommitOperation =
  | { readonly kind: 'file'; readonly file: LocalFile }
  | { readonly kind: 'lfs'; readonly file: LocalFile; readonly sha256: string }
  | { readonly kind: 'delete'; readonly path: string };

export interface CommitHeader {
  readonly summary: string;
  readonly description: string;
  /** The commit is refused if the branch is elsewhere. */
  readonly parentCommit?: string;
}

export function headerLine(header: CommitHeader): string {
  return JSON.stringify({ key: 'header', value: header });
}

/** A line of the commit's NDJSON; `contents` are those of a `file`. */
export function operationLine(operation: CommitOperation, contents: Buffer | undefined): string {
  if (operation.kind === 'delete') return JSON.stringify({ key: 'deletedFile', value: { path: operation.path } });
  const { path, size } = operation.file;
  if (operation.kind === 'lfs') {
    return JSON.stringify({ key: 'lfsFile', value: { path, algo: 'sha256', oid: operation.sha256, size } });
  }
  return fileLine(path, contents?.toString('base64') ?? '');
}

function fileLine(path: string, content: string): string {
  return JSON.stringify({ key: 'file', value: { path, content, encoding: 'base64' } });
}

const sha256Letters = 64;

/** Bytes of an operation's line with its line end, without reading the file. */
export function lineBytes(operation: {
  readonly kind: CommitOperation['kind'];
  readonly path: string;
  readonly size: number;
}): number {
  const { kind, path, size } = operation;
  if (kind === 'file') return Buffer.byteLength(fileLine(path, '')) + base64Letters(size) + 1;
  const file: LocalFile = { path, size, source: { kind: 'memory', bytes: Buffer.alloc(0) } };
  const line =
    kind === 'delete' ? operationLine({ kind, path }, undefined) : operationLine({ kind, file, sha256: '' }, undefined);
  return Buffer.byteLength(line) + (kind === 'lfs' ? sha256Letters : 0) + 1;
}

/** Base64 writes three bytes as four letters. */
function base64Letters(bytes: number): number {
  return Math.ceil(bytes / 3) * 4;
}

/** Whether a file fits into a commit of its own: else it can only go by LFS. */
export function fitsInCommit(file: LocalFile, header: CommitHeader, requestBytes: number): boolean {
  const line = lineBytes({ kind: 'file', path: file.path, size: file.size });
  return headerBytes(header) + line <= requestBytes;
}

export function headerBytes(header: CommitHeader): number {
  return Buffer.byteLength(headerLine({ ...header, parentCommit: '0'.repeat(40) })) + 1;
}

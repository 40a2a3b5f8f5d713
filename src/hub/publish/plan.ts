import { type CommitHeader, fitsInCommit, headerBytes, type UploadMode } from './commit-lines.ts';
import type { TreeDifference } from './difference.ts';
import type { LocalFile } from './files.ts';
import type { PublishParameters } from './parameters.ts';
import type { SettingsChange } from './settings-difference.ts';
import { type PlannedOperation, splitCommits } from './split-commits.ts';

/** One change to a file of the repository, ready to be sent. */
export interface PlannedFile extends PlannedOperation {
  readonly change: 'added' | 'changed' | 'deleted';
  /** Bytes before; 0 for a new file. */
  readonly before: number;
  /** Missing for a deletion. */
  readonly file: LocalFile | undefined;
}

/** Everything a run would do, in order; nothing in it depends on having been done. */
export interface PublishPlan {
  readonly createRepository: boolean;
  readonly createRevision: boolean;
  readonly settings: SettingsChange | undefined;
  readonly commits: readonly (readonly PlannedFile[])[];
  readonly unchanged: { readonly files: number; readonly bytes: number };
  /** Only where it is not there yet. */
  readonly tag: string | undefined;
  readonly discussion: string | undefined;
}

export interface PlanRequest {
  readonly difference: TreeDifference;
  readonly modes: ReadonlyMap<string, UploadMode>;
  readonly header: CommitHeader;
  readonly requestBytes: number;
  readonly filesPerCommit: number;
}

/** The changes as commits, each of which is one request that every hop takes. */
export function planCommits(request: PlanRequest): readonly (readonly PlannedFile[])[] {
  const { difference, requestBytes, header } = request;
  const sent = difference.changes.map(({ kind, file, before }): PlannedFile => {
    const lfs = request.modes.get(file.path) === 'lfs' || !fitsInCommit(file, header, requestBytes);
    const { path, size } = file;
    return { kind: lfs ? 'lfs' : 'file', path, size, change: kind, before: before?.size ?? 0, file };
  });
  const deleted = difference.deleted.map(({ path, size }): PlannedFile => {
    return { kind: 'delete', path, size: 0, change: 'deleted', before: size, file: undefined };
  });
  const limits = { bytes: requestBytes - headerBytes(header), files: request.filesPerCommit };
  return splitCommits([...sent, ...deleted], limits);
}

export function changesSomething(plan: PublishPlan): boolean {
  return (
    plan.createRepository ||
    plan.createRevision ||
    plan.settings?.differs === true ||
    plan.commits.length > 0 ||
    plan.tag !== undefined ||
    plan.discussion !== undefined
  );
}

/** The commit's title: the user's, or one that stays the same from run to run, as a pull request is found by it. */
export function titleOf(parameters: PublishParameters): string {
  return parameters.message ?? (parameters.folder === '.' ? 'Publish the workspace' : `Publish ${parameters.folder}`);
}

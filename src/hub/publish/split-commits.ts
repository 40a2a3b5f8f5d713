import { lineBytes } from './commit-lines.ts';

/** What a commit may hold. */
export interface CommitLimits {
  /** Bytes of its operations' lines. */
  readonly bytes: number;
  /** Files that are added or changed; deletions are free. */
  readonly files: number;
}

export interface PlannedOperation {
  readonly kind: 'file' | 'lfs' | 'delete';
  readonly path: string;
  readonly size: number;
}

/**
 * As few commits as the limits allow, in the given order. Deletions go last: a file that takes the place of another is
 * there before the other is gone.
 */
export function splitCommits<Operation extends PlannedOperation>(
  operations: readonly Operation[],
  limits: CommitLimits,
): readonly (readonly Operation[])[] {
  const commits: Operation[][] = [];
  let current: Operation[] = [];
  let room = { ...limits };
  for (const operation of deletionsLast(operations)) {
    const bytes = lineBytes(operation);
    const files = operation.kind === 'delete' ? 0 : 1;
    if (current.length > 0 && (bytes > room.bytes || files > room.files)) {
      commits.push(current);
      current = [];
      room = { ...limits };
    }
    current.push(operation);
    room = { bytes: room.bytes - bytes, files: room.files - files };
  }
  return current.length === 0 ? commits : [...commits, current];
}

function deletionsLast<Operation extends PlannedOperation>(operations: readonly Operation[]): Operation[] {
  return [
    ...operations.filter((operation) => operation.kind !== 'delete'),
    ...operations.filter((operation) => operation.kind === 'delete'),
  ];
}

/** A matrix makes at most this many jobs (GitHub docs, Actions limits). */
export const jobsPerMatrix = 256;

/** The value of `strategy.matrix`. */
export interface Matrix {
  readonly include: readonly Readonly<Record<string, unknown>>[];
}

/**
 * A list as a matrix, one job an item. With more items than jobs, or where `shardCount` is given, each job gets a
 * shard instead: `{shard, shard-count, items}` with `shard` counted from 0. The order stays.
 * @param shardCount from 1 to 256
 */
export function matrixOf(list: readonly unknown[], shardCount?: number): Matrix {
  if (shardCount === undefined && list.length <= jobsPerMatrix) return { include: list.map(asInclude) };
  const count = Math.max(1, Math.min(shardCount ?? jobsPerMatrix, list.length));
  return { include: Array.from({ length: count }, (_, shard) => shardOf(list, shard, count)) };
}

/** The same with each item cut down to its name, for results whose full matrix would be too large for an output. */
export function matrixOfNames(list: readonly unknown[], shardCount?: number): Matrix {
  return matrixOf(list.map(nameOf), shardCount);
}

/** Shards that say which items are theirs, counted from 0, without `end` itself: for lists that no output can hold. */
export function matrixOfRanges(length: number, shardCount = jobsPerMatrix): Matrix {
  const count = Math.max(1, Math.min(shardCount, length));
  const shards = Array.from({ length: count }, (_, shard) => ({
    ...{ shard, 'shard-count': count },
    ...boundsOf(length, shard, count),
  }));
  return { include: shards };
}

/** A list to make a matrix of, as far as it is in memory. */
export interface MatrixSource {
  readonly count: number;
  readonly items: readonly unknown[] | undefined;
  readonly names?: readonly unknown[] | undefined;
}

export interface MatrixText {
  readonly text: string;
  /** What is left of the items where all of them would be too large. */
  readonly holds: 'items' | 'names' | 'ranges';
}

/** The fullest matrix that fits. @param limit characters */
export function fittingMatrix(list: MatrixSource, shardCount: number | undefined, limit: number): MatrixText {
  const whole = list.items && JSON.stringify(matrixOf(list.items, shardCount));
  if (whole !== undefined && whole.length <= limit) return { text: whole, holds: 'items' };
  const named = list.names ?? list.items?.map(nameOf);
  const names = named?.every(isNamed) ? JSON.stringify(matrixOf(named, shardCount)) : undefined;
  if (names !== undefined && names.length <= limit) return { text: names, holds: 'names' };
  return { text: JSON.stringify(matrixOfRanges(list.count, shardCount)), holds: 'ranges' };
}

function isNamed(name: unknown): boolean {
  return !isRecord(name) || Object.keys(name).length > 0;
}

/** Shards differ by one item at most. */
function shardOf(list: readonly unknown[], shard: number, count: number): Readonly<Record<string, unknown>> {
  const { start, end } = boundsOf(list.length, shard, count);
  return { shard, 'shard-count': count, items: list.slice(start, end) };
}

function boundsOf(length: number, shard: number, count: number): { start: number; end: number } {
  return { start: Math.floor((shard * length) / count), end: Math.floor(((shard + 1) * length) / count) };
}

/** GitHub takes objects only. */
function asInclude(item: unknown): Readonly<Record<string, unknown>> {
  return isRecord(item) ? item : { value: item };
}

/** An item cut down to what it is called; empty where it has no name. */
export function nameOf(item: unknown): unknown {
  if (!isRecord(item)) return item;
  const key = ['id', 'slug', 'num', 'name', 'user', 'path'].find((name) => item[name] !== undefined);
  return key === undefined ? {} : { [key]: item[key] };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

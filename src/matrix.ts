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

/** Shards differ by one item at most. */
function shardOf(list: readonly unknown[], shard: number, count: number): Readonly<Record<string, unknown>> {
  const start = Math.floor((shard * list.length) / count);
  const end = Math.floor(((shard + 1) * list.length) / count);
  return { shard, 'shard-count': count, items: list.slice(start, end) };
}

/** GitHub takes objects only. */
function asInclude(item: unknown): Readonly<Record<string, unknown>> {
  return isRecord(item) ? item : { value: item };
}

function nameOf(item: unknown): unknown {
  if (!isRecord(item)) return item;
  const key = ['id', 'slug', 'num', 'name', 'user', 'path'].find((name) => item[name] !== undefined);
  return key === undefined ? {} : { [key]: item[key] };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { hash } from 'node:crypto';
import type { AuditedType } from './findings.ts';

/** Jobs of one matrix (GitHub's own limit). */
export const mostShards = 256;

/** One part of a namespace: `3/16`. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

export function parseShard(text: string): Shard | undefined {
  const [, first, second] = /^(\d{1,3})\/(\d{1,3})$/.exec(text.trim()) ?? [];
  const shard = { index: Number(first), count: Number(second) };
  const fits = shard.index >= 1 && shard.index <= shard.count && shard.count <= mostShards;
  return fits ? shard : undefined;
}

export function shardText({ index, count }: Shard): string {
  return `${index}/${count}`;
}

/** Names are spread evenly whatever they look like, and a repository stays in its part as others come and go. */
export function isInShard(shard: Shard | undefined, type: AuditedType, id: string): boolean {
  if (!shard || shard.count === 1) return true;
  return hashOf(`${type}:${id}`) % shard.count === shard.index - 1;
}

/** From 0 to 1, the same for the same text: spreads what would otherwise all fall due on one day. */
export function shareOf(text: string): number {
  return hashOf(text) / 2 ** 48;
}

function hashOf(text: string): number {
  return hash('sha256', text, 'buffer').readUIntBE(0, 6);
}

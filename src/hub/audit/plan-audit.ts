import type { AuditContext } from './audit-context.ts';
import type { AuditPlanParameters } from './audit-parameters.ts';
import type { AuditedType } from './findings.ts';
import { PacedReader } from './paced-reader.ts';
import { largestPage, listPages } from './pages.ts';
import { shardText } from './shard.ts';

/** The jobs an audit is split into. */
export interface AuditPlan {
  /** For `strategy.matrix`. */
  readonly matrix: { readonly shard: readonly string[] };
  readonly repositories: Readonly<Record<AuditedType, number>>;
  readonly requests: number;
}

const countConcurrency = 4;

/**
 * Counts the repositories, private ones included, a thousand a request, and says how many jobs that makes. (The
 * namespace's overview counts public ones only.)
 */
export async function planAudit(parameters: AuditPlanParameters, context: AuditContext): Promise<AuditPlan> {
  const reader = new PacedReader(context.calls, { ...context, concurrency: countConcurrency });
  const repositories = { model: 0, dataset: 0, space: 0 };
  for (const type of parameters.types) repositories[type] = await count(reader, type, parameters.namespace);
  const total = repositories.model + repositories.dataset + repositories.space;
  const shards = Math.min(parameters.maxShards, Math.max(1, Math.ceil(total / parameters.perShard)));
  const shard = Array.from({ length: shards }, (_, index) => shardText({ index: index + 1, count: shards }));
  return { matrix: { shard }, repositories, requests: reader.requests };
}

async function count(reader: PacedReader, type: AuditedType, namespace: string): Promise<number> {
  const query = [
    ['author', namespace],
    ['sort', 'createdAt'],
    ['limit', String(largestPage)],
    ['expand', 'private'],
  ] as const;
  let total = 0;
  for await (const page of listPages(reader, `/api/${type}s`, query, `list the ${type}s of ${namespace}`)) {
    total += page.items.length;
  }
  return total;
}

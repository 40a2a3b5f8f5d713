import type { z } from 'zod';
import { repositoryPath } from '../../hub-request.ts';
import type { HubAnswer, HubReader } from '../hub-calls.ts';
import type { RepositoryRecord } from '../repository-record.ts';

/** The answer to one question about one repository. */
export type Loaded<Value> =
  | { readonly kind: 'value'; readonly value: Value; readonly etag?: string }
  /** The Hub says that nothing changed since the answer with this etag. */
  | { readonly kind: 'unchanged' }
  /** The Hub refused; `reason` is one sentence for the report. */
  | { readonly kind: 'refused'; readonly reason: string };

/** How one fact is asked for and read back from a cache. */
export interface FactSource<Value> {
  readonly schema: z.ZodType<Value>;
  load(record: RepositoryRecord, reader: HubReader, now: number, etag?: string): Promise<Loaded<Value>>;
}

/** `/api/models/my-org/my-model`; the name comes from the Hub, and no character of it may leave its segment. */
export function apiPath(record: Pick<RepositoryRecord, 'type' | 'id'>): string {
  return repositoryPath(record.type, record.id.split('/').map(encodeURIComponent).join('/'));
}

/** Says nothing that only one repository has: the report counts equal reasons. */
export function refused(answer: HubAnswer, what: string): { kind: 'refused'; reason: string } {
  if (answer.unreachable === true) {
    return { kind: 'refused', reason: `The connection's proxy cannot ${what}: it begins at the Hub's /api.` };
  }
  return { kind: 'refused', reason: `The Hub refused to ${what} (HTTP ${answer.status}).` };
}

export function ifNoneMatch(etag: string | undefined): Record<string, string> {
  return etag === undefined ? {} : { 'if-none-match': etag };
}

export function withEtag(answer: HubAnswer): { etag?: string } {
  const { etag } = answer.headers;
  return etag !== undefined && etag.length <= 200 ? { etag } : {};
}

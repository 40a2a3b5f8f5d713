import { OperationError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Checkpoint } from './checkpoint.ts';
import { addUndecided, type Judgement } from './evaluate.ts';
import type { FactCacheWriter } from './fact-cache.ts';
import type { AuditedType, Finding } from './findings.ts';
import type { HubReader } from './hub-calls.ts';
import type { PageResult, Undecided } from './page-result.ts';
import { addCounts } from './part.ts';
import type { ListFact } from './repository-record.ts';
import { listQuery, type Scope, walk } from './walk.ts';

type Counts = Record<AuditedType, number>;

/** What is kept of all pages. */
export interface Collection {
  readonly repositories: Counts;
  readonly usedStorage: Counts;
  readonly findings: Finding[];
  readonly fixes: PageResult['fixes'];
  exempted: readonly number[];
  undecided: readonly Undecided[];
  readonly audited: string[];
  cacheHits: number;
}

export interface CollectRequest {
  readonly scope: Scope;
  readonly types: readonly AuditedType[];
  readonly reads: ReadonlySet<ListFact>;
  readonly reader: HubReader;
  readonly judgement: Judgement;
  readonly checkpoint: Checkpoint;
  readonly cacheWriter: FactCacheWriter | undefined;
  readonly log: Log;
}

/** Walks every list, a page in memory at a time. */
export async function collect(request: CollectRequest): Promise<Collection> {
  const collection: Collection = {
    repositories: { model: 0, dataset: 0, space: 0 },
    usedStorage: { model: 0, dataset: 0, space: 0 },
    findings: [],
    fixes: [],
    exempted: [],
    undecided: [],
    audited: [],
    cacheHits: 0,
  };
  for (const type of request.types) await collectType(type, request, collection);
  return collection;
}

async function collectType(type: AuditedType, request: CollectRequest, collection: Collection): Promise<void> {
  const done = request.checkpoint.pages.filter((page) => page.type === type);
  for (const page of done) await keep(page, collection, request.cacheWriter);
  const next = done.at(-1)?.next;
  if (next === null) return;
  const query = next ?? listQuery(type, request.scope, request.reads);
  if (next) request.log.info(`Going on with the ${type}s after ${collection.repositories[type]} of an earlier run.`);
  try {
    for await (const page of walk(type, request.scope, query, request.reader, request.judgement)) {
      await request.checkpoint.add(page);
      await keep(page, collection, request.cacheWriter);
      request.log.info(`${type}s: ${collection.repositories[type]} audited, ${collection.findings.length} findings.`);
    }
  } catch (error) {
    throw next && isRejected(error) ? staleCheckpoint(error) : error;
  }
}

async function keep(page: PageResult, collection: Collection, writer: FactCacheWriter | undefined): Promise<void> {
  collection.repositories[page.type] += page.repositories;
  collection.usedStorage[page.type] += page.usedStorage;
  for (const finding of page.findings) collection.findings.push(finding);
  for (const fix of page.fixes) collection.fixes.push(fix);
  for (const key of page.audited) collection.audited.push(key);
  collection.exempted = addCounts(collection.exempted, page.exempted);
  collection.undecided = addUndecided(collection.undecided, page.undecided);
  collection.cacheHits += page.cacheHits;
  if (writer) for (const line of page.cacheLines) await writer.keep(line);
}

function isRejected(error: unknown): error is OperationError {
  return error instanceof OperationError && error.code === 'HUB_REJECTED';
}

function staleCheckpoint(cause: OperationError): OperationError {
  return new OperationError('HUB_REJECTED', 'The Hub no longer knows the page at which the earlier audit stopped.', {
    hint: 'Delete the file of `checkpoint` and run the audit from its beginning.',
    cause,
    effect: 'none',
  });
}

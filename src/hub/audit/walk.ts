import { OperationError } from '../../errors.ts';
import type { QueryPair } from '../hub-request.ts';
import { addUndecided, type Judgement, judgePage } from './evaluate.ts';
import type { AuditedType } from './findings.ts';
import type { HubReader } from './hub-calls.ts';
import type { PageResult, Undecided } from './page-result.ts';
import { type ListedPage, largestPage, readPages } from './pages.ts';
import { expandFor, type ListFact, type RepositoryRecord, readRecord } from './repository-record.ts';
import { isInShard, type Shard } from './shard.ts';

/** Which repositories are looked at. */
export interface Scope {
  readonly namespace: string;
  readonly shard: Shard | undefined;
  /** Milliseconds since the epoch: only repositories that changed since. */
  readonly changedSince: number | undefined;
}

/** The list that brings most facts for a thousand repositories at a time. */
export function listQuery(
  type: AuditedType,
  { namespace, changedSince }: Pick<Scope, 'namespace' | 'changedSince'>,
  facts: Iterable<ListFact>,
): QueryPair[] {
  return [
    ['author', namespace],
    // By creation: nothing moves while the pages are walked. By change, newest first (today's clients name no
    // direction either): the walk ends at the first that is too old.
    ['sort', changedSince === undefined ? 'createdAt' : 'lastModified'],
    ['limit', String(largestPage)],
    ...expandFor(type, facts).map((name): QueryPair => ['expand', name]),
  ];
}

/** Every page of one type, judged, from where an interrupted audit stopped. */
export async function* walk(
  type: AuditedType,
  scope: Scope,
  query: readonly QueryPair[],
  reader: HubReader,
  judgement: Judgement,
): AsyncGenerator<PageResult> {
  const what = `list the ${type}s of ${scope.namespace}`;
  const readItem = (item: unknown) => readRecord(type, item);
  for await (const page of readPages(reader, `/api/${type}s`, query, what, readItem)) {
    if (page.blind) throw hiddenPages(type);
    const ended = endsHere(page.items, scope.changedSince) || page.next === undefined;
    const records = page.items.filter(inScope(scope));
    const tally = await judgePage(records, judgement, scope.changedSince !== undefined);
    const undecided = addUndecided(tally.undecided, unreadable(page.unreadable, scope));
    yield { type, next: ended ? null : toPairs(page), ...tally, undecided };
    if (ended) return;
  }
}

function toPairs(page: ListedPage): [string, string][] | null {
  return page.next?.map(([name, value]) => [name, value]) ?? null;
}

/** Told once, by the first shard. */
function unreadable(count: number, { shard }: Scope): Undecided[] {
  if (count === 0 || (shard && shard.index !== 1)) return [];
  return [{ rules: [], reason: 'The Hub listed repositories in a form that could not be read.', count }];
}

/** A list that shows others' repositories as well has not understood `author`. The Hub's names know no case. */
export function isOf(namespace: string, id: string): boolean {
  return id.slice(0, id.indexOf('/')).toLowerCase() === namespace.toLowerCase();
}

function inScope({ namespace, shard, changedSince }: Scope): (record: RepositoryRecord) => boolean {
  return (record) =>
    isOf(namespace, record.id) &&
    isInShard(shard, record.type, record.id) &&
    (changedSince === undefined || changedAt(record) >= changedSince);
}

/** What says no date may have changed. */
function changedAt(record: RepositoryRecord): number {
  const date = Date.parse(record.lastModified ?? '');
  return Number.isNaN(date) ? Number.POSITIVE_INFINITY : date;
}

/** Only where the page is really in order of change: a server may ignore `sort`. */
function endsHere(records: readonly RepositoryRecord[], changedSince: number | undefined): boolean {
  if (changedSince === undefined) return false;
  const dates = records.map(changedAt);
  const inOrder = dates.every((date, index) => index === 0 || date <= (dates[index - 1] ?? date));
  return inOrder && (dates.at(-1) ?? Number.POSITIVE_INFINITY) < changedSince;
}

function hiddenPages(type: AuditedType): OperationError {
  return new OperationError('CLI_UNUSABLE', `This Membrane CLI hides the header that leads to more ${type}s.`, {
    hint: 'Use `transport: api`, or a newer `cli-version`: an audit of the first page alone would say too little.',
    effect: 'none',
  });
}

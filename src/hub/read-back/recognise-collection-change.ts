import { isDeepStrictEqual } from 'node:util';
import { get } from '../hub-request.ts';
import { at } from '../json.ts';
import { absent, done, type Look, unclear, type Verdict } from './verdict.ts';

/** What an item of a collection is called. */
export interface CollectionItem {
  readonly type?: string | undefined;
  readonly item?: string | undefined;
}

/** A collection's slug changes with its title but for the id at its end; the Hub's names are the same in any case. */
export function isInCollection(entry: unknown, { type, item }: CollectionItem): boolean {
  if (item === undefined || at(entry, ['type']) !== type) return false;
  const name = type === 'collection' ? (at(entry, ['slug']) ?? at(entry, ['id'])) : at(entry, ['id']);
  if (typeof name !== 'string') return false;
  return type === 'collection' ? name.slice(-24) === item.slice(-24) : name.toLowerCase() === item.toLowerCase();
}

/** The id of the entry itself, which is not that of the repository in it. */
export function itemId(entry: unknown): string | undefined {
  const id = at(entry, ['_id']);
  return typeof id === 'string' ? id : undefined;
}

export async function tellRevised(path: string, changes: object, look: Look): Promise<Verdict> {
  const seen = await look.get(get(path));
  if (seen.kind !== 'found') return unclear('the collection is not there any more');
  const wanted = Object.entries(changes).filter(([, value]) => value !== undefined);
  return wanted.every(([name, value]) => isDeepStrictEqual(at(seen.body, [name]), value)) ? done(seen.body) : absent;
}

export async function tellGone(path: string, look: Look): Promise<Verdict> {
  const seen = await look.get(get(path));
  return seen.kind === 'missing' ? done(null) : absent;
}

export async function tellAdded(path: string, item: CollectionItem, look: Look): Promise<Verdict> {
  const seen = await look.get(get(path));
  const items = seen.kind === 'found' ? at(seen.body, ['items']) : undefined;
  if (seen.kind !== 'found' || !Array.isArray(items)) return unclear('the collection cannot be read');
  return items.some((entry) => isInCollection(entry, item)) ? done(seen.body) : absent;
}

export async function tellRemoved(path: string, id: string, look: Look): Promise<Verdict> {
  const seen = await look.get(get(path));
  const items = seen.kind === 'found' ? at(seen.body, ['items']) : undefined;
  if (!Array.isArray(items)) return unclear('the collection cannot be read');
  return items.some((entry) => itemId(entry) === id) ? absent : done(null);
}

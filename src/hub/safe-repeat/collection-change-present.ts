import { hubAddress, send } from '../hub-request.ts';
import { at, isRecord } from '../json.ts';
import { collectionPath, readCollection } from '../operations/collection-parameters.ts';
import { isInCollection, itemId } from '../read-back/recognise-collection-change.ts';
import type { HubReader } from './hub-reader.ts';
import { presentFields } from './present-fields.ts';
import type { Present, Setting } from './repeat.ts';

interface ItemWishes {
  readonly slug: string;
  readonly type: string;
  readonly item: string;
  readonly note?: string | undefined;
}

/** A collection with what is to be changed of it. */
export function presentChanges(
  { slug, ...wishes }: { readonly slug: string },
  hub: HubReader,
): Promise<Present | undefined> {
  return presentFields(readCollection({ slug }), wishes, hub);
}

/** The collection, where the item is in it. */
export async function presentItem(wishes: ItemWishes, hub: HubReader): Promise<Present | undefined> {
  const { slug, note } = wishes;
  const body = await hub.read(readCollection({ slug }));
  const items = at(body, ['items']);
  const entry: unknown = Array.isArray(items) ? items.find((one) => isInCollection(one, wishes)) : undefined;
  if (!isRecord(body) || entry === undefined) return undefined;
  const url = `${hubAddress}/collections/${encodeURI(slug)}`;
  return {
    object: { ...body, url },
    settings: async () => (note === undefined ? [] : [noteSetting(entry, note, slug)]),
  };
}

function noteSetting(entry: unknown, note: string, slug: string): Setting {
  const now = at(entry, ['note', 'text']) ?? '';
  const id = itemId(entry);
  const mend = id === undefined ? undefined : send('PATCH', `${collectionPath({ slug })}/items/${id}`, { note });
  return { name: 'note', now, wanted: note, mend };
}

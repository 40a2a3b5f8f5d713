import { get, send } from '../hub-request.ts';
import { at } from '../json.ts';
import type { HubReader } from './hub-reader.ts';
import type { Present, Setting } from './repeat.ts';

interface Wishes {
  readonly title: string;
  readonly namespace: string;
  readonly description?: string | undefined;
  readonly private?: boolean | undefined;
  readonly item?: { readonly type: string; readonly id: string } | undefined;
  readonly resourceGroupId?: string | undefined;
}

/** The Hub's longest page of collections: nobody has more. */
const longestPage = 10_000;

/** The collection of this title in this namespace. A search by text may leave out what it does not understand. */
export async function presentCollection(params: Wishes, hub: HubReader): Promise<Present | undefined> {
  const { title, namespace } = params;
  const listed = await hub.read(get('/api/collections', { owner: namespace, limit: longestPage }));
  const found: unknown = Array.isArray(listed) ? listed.find((one) => at(one, ['title']) === title.trim()) : undefined;
  const slug = at(found, ['slug']);
  if (typeof slug !== 'string') return undefined;
  const path = `/api/collections/${encodeURI(slug)}`;
  // A list shows the first items only.
  const whole = (await hub.read(get(path))) ?? found;
  return { object: whole, settings: async () => collectionSettings(params, path, whole) };
}

function collectionSettings(params: Wishes, path: string, whole: unknown): Setting[] {
  const { description, private: flag, item, resourceGroupId } = params;
  return [
    ...asked('description', description, at(whole, ['description']) ?? '', (value) =>
      send('PATCH', path, { description: value }),
    ),
    ...asked('private', flag, at(whole, ['private']), (value) => send('PATCH', path, { private: value })),
    ...asked('item', item, item && itemNow(item, whole), (value) => send('POST', `${path}/items`, { item: value })),
    ...asked('resourceGroupId', resourceGroupId, at(whole, ['resourceGroup', 'id']) ?? null, (value) =>
      send('POST', `${path}/resource-group`, { resourceGroupId: value }),
    ),
  ];
}

function asked<T>(
  name: string,
  wanted: T | undefined,
  now: unknown,
  mend: (value: T) => ReturnType<typeof send>,
): Setting[] {
  return wanted === undefined ? [] : [{ name, now, wanted, mend: mend(wanted) }];
}

/** A collection inside of a collection is known by its slug. */
function itemNow(item: NonNullable<Wishes['item']>, whole: unknown): unknown {
  const items: unknown = at(whole, ['items']);
  if (!Array.isArray(items)) return undefined;
  const isIn = items.some(
    (one) => at(one, ['type']) === item.type && [at(one, ['id']), at(one, ['slug'])].includes(item.id),
  );
  return isIn ? item : null;
}

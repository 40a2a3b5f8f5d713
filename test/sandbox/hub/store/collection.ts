export const COLLECTION_ITEM_TYPES = ['paper', 'collection', 'space', 'model', 'dataset', 'bucket'] as const;
export type CollectionItemType = (typeof COLLECTION_ITEM_TYPES)[number];

/** One thing in a collection; `id` names it, `_id` the place it has here. */
export interface CollectionItem {
  readonly _id: string;
  readonly type: CollectionItemType;
  readonly id: string;
  note: string | undefined;
}

/** A curated list of repositories and papers. */
export interface Collection {
  readonly _id: string;
  readonly namespace: string;
  title: string;
  description: string | undefined;
  private: boolean;
  theme: string;
  position: number;
  upvotes: number;
  lastUpdated: Date;
  readonly items: CollectionItem[];
  resourceGroup: string | undefined;
}

/** `namespace/words-of-the-title-id`; only the id at the end tells collections apart. */
export function slugOf(collection: Collection): string {
  const words = collection.title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return `${collection.namespace}/${words === '' ? '' : `${words}-`}${collection._id}`;
}

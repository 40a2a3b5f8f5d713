import { z } from 'zod';
import { get, hubAddress } from '../hub-request.ts';
import { textOfForm } from '../parameter-types.ts';
import { parameter } from '../parameters.ts';

/** `namespace/title-24-digits`; the Hub finds a collection by those digits, also after it was renamed. */
export function collectionSlug(
  doc = "The collection, as its address names it: `my-org/my-models-` and the collection's id.",
) {
  return parameter(
    textOfForm(
      /^(?!\.{1,2}\/)[^/\s?#%\\]+\/(?!\.{1,2}$)[^/\s?#%\\]+$/,
      "a slug, 'namespace/name-of-the-collection-id'",
    ),
    doc,
    { aliases: ['collection', 'collectionSlug', 'collectionId', 'id'] },
  );
}

export const collectionTitle = () => z.string().min(1).max(60);
export const collectionDescription = () => z.string().max(150);
export const collectionItemTypes = ['paper', 'collection', 'space', 'model', 'dataset', 'bucket'] as const;

interface Named {
  readonly slug: string;
}

export function collectionPath({ slug }: Named): string {
  return `/api/collections/${slug.split('/').map(encodeURIComponent).join('/')}`;
}

export function collectionPage({ slug }: Named): string {
  return `${hubAddress}/collections/${encodeURI(slug)}`;
}

export const readCollection = (named: Named) => get(collectionPath(named));

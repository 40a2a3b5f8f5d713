import { canRead } from '../access.ts';
import type { Context } from '../context.ts';
import { avatarUrl } from '../store/account.ts';
import type { Collection, CollectionItem } from '../store/collection.ts';
import { slugOf } from '../store/collection.ts';
import { oid24 } from '../store/ids.ts';
import { collectionById } from './collection-access.ts';
import { describeListed } from './describe-repository.ts';

function describeOwner(context: Context, namespace: string): Record<string, unknown> {
  const organization = context.store.organizations.get(namespace);
  const account = organization ?? context.store.users.get(namespace);
  return {
    _id: account?._id ?? oid24(namespace),
    avatarUrl: avatarUrl(namespace),
    fullname: account?.fullname ?? namespace,
    name: namespace,
    type: organization === undefined ? 'user' : 'org',
    isPro: false,
    isHf: false,
    isHfAdmin: false,
    isMod: false,
  };
}

/** What the thing itself tells; undefined when it is gone or hidden from the viewer. */
function summary(context: Context, { type, id }: CollectionItem): Record<string, unknown> | undefined {
  if (type === 'model' || type === 'dataset' || type === 'space') {
    const repository = context.store.repository(type, id);
    if (repository === undefined || !canRead(context.store, context.viewer, repository)) return undefined;
    const wanted = { expand: [], full: false, cardData: false, config: false };
    const { _id: _, ...described } = describeListed(repository, context.store, wanted);
    return { ...described, author: repository.namespace, gated: repository.facts.gated };
  }
  if (type === 'paper') {
    const paper = context.store.papers.find((one) => one.id === id);
    return paper && { id, title: paper.title, upvotes: paper.upvotes, publishedAt: paper.publishedAt };
  }
  const inner = collectionById(context.store, id);
  return inner && { id: inner._id, slug: slugOf(inner), title: inner.title, numberItems: inner.items.length };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A collection with its items, or with the first few. */
export function describeCollection(
  context: Context,
  collection: Collection,
  most: number = Number.POSITIVE_INFINITY,
): Record<string, unknown> {
  const items = collection.items.flatMap((item, position) => {
    const about = summary(context, item);
    if (about === undefined) return [];
    const note = item.note === undefined ? {} : { note: { html: escapeHtml(item.note), text: item.note } };
    return [{ ...about, _id: item._id, type: item.type, position, ...note }];
  });
  const slug = slugOf(collection);
  return {
    slug,
    title: collection.title,
    ...(collection.description !== undefined && { description: collection.description }),
    gating: false,
    lastUpdated: collection.lastUpdated,
    owner: describeOwner(context, collection.namespace),
    items: items.slice(0, most),
    position: collection.position,
    theme: collection.theme,
    private: collection.private,
    shareUrl: `${context.origin}/collections/${slug}`,
    upvotes: collection.upvotes,
    isUpvotedByUser: false,
  };
}

import { atLeast, canRead, roleIn } from '../access.ts';
import type { Context } from '../context.ts';
import { DEFAULT_DIRECTION, DEFAULT_SORT, FILTERS_NARROW } from '../doubts.ts';
import { badRequest, forbidden } from '../errors.ts';
import { cursorPage, limitOf } from '../paging.ts';
import type { Reply } from '../reply.ts';
import { json } from '../reply.ts';
import type { Route } from '../router.ts';
import { texts } from '../store/card.ts';
import type { Repository } from '../store/repository.ts';
import { REPOSITORY_TYPES } from '../store/repository.ts';
import type { Store } from '../store/store.ts';
import { describeListed } from './describe-repository.ts';
import { expandOf } from './repository-info.ts';

type SortKey = (repository: Repository) => number | string;

function parameters(repository: Repository): number {
  return Object.values(repository.facts.safetensors ?? {}).reduce((sum, one) => sum + one, 0);
}

const SORTS: Readonly<Record<string, SortKey>> = {
  createdAt: ({ facts }) => facts.createdAt.getTime(),
  lastModified: ({ facts }) => facts.lastModified.getTime(),
  downloads: ({ facts }) => facts.downloads,
  likes: ({ facts }) => facts.likes,
  likes30d: ({ facts }) => facts.likes,
  trendingScore: ({ facts }) => facts.trendingScore,
  num_parameters: parameters,
  mainSize: (repository) => repository.usedStorage,
  id: (repository) => repository.id,
};

function sorted(list: Repository[], sort: string, direction: number): Repository[] {
  const key = SORTS[sort];
  if (key === undefined) throw badRequest(`sort: must be one of ${Object.keys(SORTS).join(', ')}`);
  const keyed = list.map((repository) => ({ repository, value: key(repository) }));
  keyed.sort((a, b) => {
    const order = a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
    if (order !== 0) return order * direction;
    return a.repository.facts._id < b.repository.facts._id ? -1 : 1;
  });
  return keyed.map(({ repository }) => repository);
}

function matchesGated(query: URLSearchParams, repository: Repository): boolean {
  const gated = query.get('gated');
  return gated === null || (repository.facts.gated !== false) === (gated.toLowerCase() === 'true');
}

function linksTo(context: Context, repository: Repository): boolean {
  return (['models', 'datasets'] as const).every((kind) => {
    const wanted = context.all(kind);
    if (wanted.length === 0) return true;
    const linked = texts(repository.card?.[kind]);
    return wanted.every((id) => linked.includes(id));
  });
}

/** `filter` names tags; a part of the query may also be one comma-separated list. */
function wantedTags(context: Context): string[] {
  const names = [...context.all('filter'), ...context.all('pipeline_tag')];
  return names.flatMap((one) => one.split(',')).filter((one) => one !== '');
}

function hasTags(repository: Repository, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  const own = repository.tags;
  return FILTERS_NARROW ? wanted.every((tag) => own.includes(tag)) : wanted.some((tag) => own.includes(tag));
}

function predicate(context: Context): (repository: Repository) => boolean {
  const { query, store, viewer, type } = context;
  const author = query.get('author');
  const searches = context.all('search').map((one) => one.toLowerCase());
  const tags = wantedTags(context);
  return (repository) => {
    if (author !== null && repository.namespace !== author) return false;
    if (!canRead(store, viewer, repository)) return false;
    const id = repository.id.toLowerCase();
    if (!searches.every((text) => id.includes(text))) return false;
    if (!matchesGated(query, repository)) return false;
    if (type === 'space' && !linksTo(context, repository)) return false;
    return hasTags(repository, tags);
  };
}

/** Whole results of the latest listings, so that the pages of a long list do not each sort it anew. */
class ResultCache {
  readonly #results = new Map<string, { version: number; list: Repository[] }>();

  get(key: string, version: number, make: () => Repository[]): Repository[] {
    const known = this.#results.get(key);
    if (known !== undefined && known.version === version) return known.list;
    const list = make();
    this.#results.delete(key);
    this.#results.set(key, { version, list });
    const oldest = this.#results.keys().next().value;
    if (this.#results.size > 8 && oldest !== undefined) this.#results.delete(oldest);
    return list;
  }
}

const caches = new WeakMap<Store, ResultCache>();

function results(context: Context): Repository[] {
  const { query, store, type, viewer } = context;
  const cache = caches.get(store) ?? new ResultCache();
  caches.set(store, cache);
  const asked = new URLSearchParams(query);
  for (const name of ['cursor', 'limit', 'full', 'config', 'cardData', 'expand', 'expand[]']) asked.delete(name);
  const key = `${type} ${viewer?.token.value ?? ''} ${asked}`;
  return cache.get(key, store.version, () => {
    const found = store.repositories(type).filter(predicate(context));
    const direction = Number(query.get('direction') ?? DEFAULT_DIRECTION) === -1 ? -1 : 1;
    return sorted(found, query.get('sort') ?? DEFAULT_SORT, direction);
  });
}

function list(context: Context): Reply {
  const { pageSizes } = context.settings;
  const bounds = { initial: pageSizes.repositories, max: pageSizes.repositoriesMax };
  const wanted = {
    expand: expandOf(context),
    full: context.flag('full'),
    cardData: context.flag('cardData'),
    config: context.flag('config'),
  };
  const limit = limitOf(context, bounds);
  const page = cursorPage(context, results(context), limit, (one) => one.facts._id);
  return json(
    page.items.map((one) => describeListed(one, context.store, wanted)),
    200,
    page.headers,
  );
}

/** The sandbox searches by words where the Hub searches by meaning. */
function semanticSearch(context: Context): Reply {
  const words = (context.query.get('q') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const found = context.store
    .repositories('space')
    .filter((one) => canRead(context.store, context.viewer, one))
    .filter((one) => words.some((word) => one.id.toLowerCase().includes(word)));
  const plain = { expand: [], full: true, cardData: false, config: false };
  return json(found.map((one) => describeListed(one, context.store, plain)));
}

/** What an account stores, as its settings page lists it. */
function storage(context: Context): Reply {
  const viewer = context.signedIn();
  const namespace = context.parameter('name') || viewer.user.name;
  if (!atLeast(roleIn(context.store, viewer, namespace), 'read'))
    throw forbidden(`You are not a member of ${namespace}`);
  const text = (context.query.get('search') ?? '').toLowerCase();
  const type = context.query.get('type');
  const found = REPOSITORY_TYPES.filter((one) => type === null || type === one)
    .flatMap((one) => context.store.repositories(one))
    .filter((one) => one.namespace === namespace && one.id.toLowerCase().includes(text))
    .toSorted((a, b) => b.usedStorage - a.usedStorage);
  const total = found.reduce((sum, one) => sum + one.usedStorage, 0);
  const limit = limitOf(context, { initial: context.settings.pageSizes.repositories, max: 1000 });
  const page = cursorPage(context, found, limit, (one) => one.facts._id);
  const described = page.items.map((one) => ({
    id: one.id,
    type: one.type,
    updatedAt: one.facts.lastModified,
    visibility: one.facts.visibility,
    storage: one.usedStorage,
    storagePercent: total === 0 ? 0 : one.usedStorage / total,
  }));
  return json(described, 200, page.headers);
}

export const listingRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/api/spaces/semantic-search', handle: semanticSearch },
  { method: 'GET', pattern: '/api/settings/repositories', handle: storage },
  { method: 'GET', pattern: '/api/organizations/:name/settings/repositories', handle: storage },
  { method: 'GET', pattern: '/api/:kind', handle: list },
];

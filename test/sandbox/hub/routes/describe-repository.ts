import type { Repository, RepositoryType } from '../store/repository.ts';
import type { Store } from '../store/store.ts';
import type { Subject } from './repository-properties.ts';
import { PROPERTIES } from './repository-properties.ts';

/** What one repository's page of the interface tells without `expand`. */
const DETAIL: Readonly<Record<RepositoryType, readonly string[]>> = {
  model: [
    'private',
    'pipeline_tag',
    'library_name',
    'tags',
    'downloads',
    'likes',
    'modelId',
    'author',
    'sha',
    'lastModified',
    'gated',
    'disabled',
    'model-index',
    'config',
    'cardData',
    'transformersInfo',
    'siblings',
    'spaces',
    'createdAt',
    'safetensors',
    'usedStorage',
    'resourceGroup',
  ],
  dataset: [
    'author',
    'sha',
    'lastModified',
    'private',
    'gated',
    'disabled',
    'tags',
    'description',
    'downloads',
    'likes',
    'cardData',
    'siblings',
    'createdAt',
    'usedStorage',
    'resourceGroup',
  ],
  space: [
    'author',
    'sha',
    'lastModified',
    'private',
    'gated',
    'disabled',
    'host',
    'subdomain',
    'tags',
    'likes',
    'sdk',
    'runtime',
    'models',
    'datasets',
    'cardData',
    'siblings',
    'createdAt',
    'usedStorage',
    'resourceGroup',
  ],
};

/** What an entry of a listing tells, and what `full` adds. */
const LISTED: Readonly<
  Record<RepositoryType, { readonly plain: readonly string[]; readonly full: readonly string[] }>
> = {
  model: {
    plain: [
      'likes',
      'trendingScore',
      'private',
      'downloads',
      'tags',
      'pipeline_tag',
      'library_name',
      'createdAt',
      'modelId',
    ],
    full: ['author', 'gated', 'disabled', 'lastModified', 'sha', 'siblings'],
  },
  dataset: {
    plain: [
      'author',
      'disabled',
      'gated',
      'lastModified',
      'likes',
      'trendingScore',
      'private',
      'sha',
      'description',
      'downloads',
      'tags',
      'createdAt',
      'key',
    ],
    full: ['cardData', 'siblings'],
  },
  space: {
    plain: ['likes', 'trendingScore', 'private', 'sdk', 'tags', 'createdAt'],
    full: ['author', 'lastModified', 'sha', 'siblings', 'cardData', 'models', 'datasets', 'runtime'],
  },
};

function pick(subject: Subject, names: Iterable<string>): Record<string, unknown> {
  const { repository } = subject;
  const properties = PROPERTIES[repository.type];
  const picked: Record<string, unknown> = { _id: repository.facts._id, id: repository.id };
  for (const name of names) {
    const value = properties[name]?.(subject);
    if (value !== undefined) picked[name] = value;
  }
  return picked;
}

/** One repository in full, or only the properties asked for. */
export function describeRepository(subject: Subject, expand: readonly string[]): Record<string, unknown> {
  return pick(subject, expand.length > 0 ? expand : DETAIL[subject.repository.type]);
}

/** One entry of a listing. */
export function describeListed(
  repository: Repository,
  store: Store,
  wanted: { expand: readonly string[]; full: boolean; cardData: boolean; config: boolean },
): Record<string, unknown> {
  const subject = { repository, store, commit: undefined, blobs: false };
  if (wanted.expand.length > 0) return pick(subject, wanted.expand);
  const { plain, full } = LISTED[repository.type];
  return pick(subject, [
    ...plain,
    ...(wanted.full ? full : []),
    ...(wanted.cardData ? ['cardData'] : []),
    ...(wanted.config ? ['config'] : []),
  ]);
}

/** The names `expand` accepts. */
export function isProperty(type: RepositoryType, name: string): boolean {
  return (
    name in PROPERTIES[type] ||
    ['gitalyUid', 'inferenceProviderMapping', 'gguf', 'evalResults', 'mask_token', 'widgetData', 'region'].includes(
      name,
    )
  );
}

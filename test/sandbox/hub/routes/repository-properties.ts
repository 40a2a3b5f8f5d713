import { avatarUrl } from '../store/account.ts';
import { texts } from '../store/card.ts';
import type { Commit } from '../store/content.ts';
import type { Repository, RepositoryType } from '../store/repository.ts';
import type { Store } from '../store/store.ts';

/** What a description is made from; without a commit it is of the main branch. */
export interface Subject {
  readonly repository: Repository;
  readonly store: Store;
  readonly commit: Commit | undefined;
  /** Whether siblings tell sizes and blob ids. */
  readonly blobs: boolean;
}

type Property = (subject: Subject) => unknown;

function siblings({ repository, commit, blobs }: Subject): unknown[] {
  const full = blobs ? (commit?.files ?? repository.head ?? new Map()) : undefined;
  if (full === undefined) {
    return [...(commit?.files ?? repository.files).keys()].map((rfilename) => ({ rfilename }));
  }
  return [...full].map(([rfilename, file]) => ({
    rfilename,
    size: file.size,
    blobId: file.oid,
    ...(file.lfs !== undefined && {
      lfs: { size: file.size, sha256: file.lfs.sha256, pointerSize: file.lfs.pointerSize },
    }),
  }));
}

function resourceGroup({ repository, store }: Subject): unknown {
  const { resourceGroup: id, namespace } = repository;
  const group = id === undefined ? undefined : store.organizations.get(namespace)?.resourceGroups.get(id);
  return group === undefined ? undefined : { id: group.id, name: group.name };
}

function authorData({ repository, store }: Subject): unknown {
  const { namespace } = repository;
  const organization = store.organizations.get(namespace);
  const account = organization ?? store.users.get(namespace);
  return {
    _id: account?._id,
    avatarUrl: avatarUrl(namespace),
    fullname: account?.fullname ?? namespace,
    name: namespace,
    type: organization === undefined ? 'user' : 'org',
  };
}

function safetensors({ repository }: Subject): unknown {
  const parameters = repository.facts.safetensors;
  if (parameters === undefined) return undefined;
  return { parameters, total: Object.values(parameters).reduce((sum, one) => sum + one, 0) };
}

function subdomain({ repository }: Subject): string {
  return repository.id.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}

const ALL: Readonly<Record<string, Property>> = {
  author: ({ repository }) => repository.namespace,
  authorData,
  cardData: ({ repository }) => repository.card,
  createdAt: ({ repository }) => repository.facts.createdAt,
  disabled: ({ repository }) => repository.facts.disabled,
  gated: ({ repository }) => repository.facts.gated,
  lastModified: ({ repository }) => repository.facts.lastModified,
  likes: ({ repository }) => repository.facts.likes,
  private: ({ repository }) => repository.isPrivate,
  resourceGroup,
  sha: ({ repository, commit }) => commit?.oid ?? repository.sha,
  siblings,
  tags: ({ repository }) => repository.tags,
  trendingScore: ({ repository }) => repository.facts.trendingScore,
  usedStorage: ({ repository }) => repository.usedStorage,
  xetEnabled: () => false,
};

const DOWNLOADED: Readonly<Record<string, Property>> = {
  downloads: ({ repository }) => repository.facts.downloads,
  downloadsAllTime: ({ repository }) => repository.facts.downloadsAllTime,
};

const MODEL: Readonly<Record<string, Property>> = {
  ...ALL,
  ...DOWNLOADED,
  modelId: ({ repository }) => repository.id,
  pipeline_tag: ({ repository }) => repository.pipelineTag,
  library_name: ({ repository }) => repository.libraryName,
  config: ({ repository }) => ({ model_type: repository.libraryName ?? 'unknown' }),
  'model-index': ({ repository }) => repository.card?.['model-index'] ?? null,
  baseModels: ({ repository }) => {
    const ids = texts(repository.card?.base_model);
    return ids.length === 0 ? undefined : { relation: 'finetune', models: ids.map((id) => ({ id })) };
  },
  childrenModelCount: () => ({}),
  inference: () => undefined,
  safetensors,
  spaces: () => [],
  transformersInfo: ({ repository }) =>
    repository.libraryName === 'transformers' ? { auto_model: 'AutoModel' } : undefined,
};

const DATASET: Readonly<Record<string, Property>> = {
  ...ALL,
  ...DOWNLOADED,
  description: ({ repository }) => texts(repository.card?.pretty_name)[0],
  citation: () => undefined,
  mainSize: ({ repository }) => repository.usedStorage,
  paperswithcode_id: () => undefined,
  key: () => '',
};

const SPACE: Readonly<Record<string, Property>> = {
  ...ALL,
  sdk: ({ repository }) => repository.facts.sdk,
  models: ({ repository }) => texts(repository.card?.models),
  datasets: ({ repository }) => texts(repository.card?.datasets),
  runtime: ({ repository }) => repository.space.runtime(),
  subdomain,
  host: (subject) => `https://${subdomain(subject)}.hf.space`,
  shortDescription: ({ repository }) => texts(repository.card?.short_description)[0],
};

/** All that can be told about a repository, by the name `expand` has for it. */
export const PROPERTIES: Readonly<Record<RepositoryType, Readonly<Record<string, Property>>>> = {
  model: MODEL,
  dataset: DATASET,
  space: SPACE,
};

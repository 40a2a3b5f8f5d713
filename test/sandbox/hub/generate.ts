import { generatedSource, generatedTraits } from './generated-repository.ts';
import type { User } from './store/account.ts';
import { oid24 } from './store/ids.ts';
import { freshFacts } from './store/new-repository.ts';
import type { RepositoryFacts, RepositoryType } from './store/repository.ts';
import { Repository } from './store/repository.ts';
import type { Store } from './store/store.ts';

/** How many repositories an organisation is to have. */
export interface Population {
  readonly organisation: string;
  readonly models?: number;
  readonly datasets?: number;
  readonly spaces?: number;
  readonly seed?: number;
}

/** Adds the repositories of a population; the organisation is made if there is none. */
export function populate(store: Store, population: Population): void {
  const { organisation, seed = 1 } = population;
  ensureOrganization(store, organisation);
  const counts: Readonly<Record<RepositoryType, number>> = {
    model: population.models ?? 0,
    dataset: population.datasets ?? 0,
    space: population.spaces ?? 0,
  };
  for (const type of ['model', 'dataset', 'space'] as const) {
    for (let index = 0; index < counts[type]; index += 1) {
      store.add(generatedRepository(organisation, type, seed, index));
    }
  }
}

function ensureOrganization(store: Store, name: string): void {
  if (store.organizations.has(name)) return;
  const owner: User | undefined = store.users.get('ada');
  store.organizations.set(name, {
    _id: oid24(`organisation/${name}`),
    name,
    fullname: name,
    plan: 'enterprise',
    members: new Map(owner === undefined ? [] : [[owner.name, { role: 'admin', twoFactor: true }]]),
    resourceGroups: new Map(),
    hasPrivateMembersList: false,
    defaultPrivate: false,
  });
}

/** The repository with that number; the same seed and number give the same repository. */
function generatedRepository(namespace: string, type: RepositoryType, seed: number, index: number): Repository {
  const traits = generatedTraits(type, seed, index);
  const facts: RepositoryFacts = {
    ...freshFacts({
      type,
      createdBy: 'ada',
      id: oid24(`${seed}/${namespace}/${type}/${index}`),
      now: traits.createdAt,
    }),
    lastModified: traits.lastModified,
    visibility: traits.private ? 'private' : 'public',
    gated: traits.gated,
    likes: traits.likes,
    downloads: traits.downloads,
    downloadsAllTime: traits.downloads * 9,
    trendingScore: traits.trendingScore,
    sdk: traits.sdk,
    safetensors: traits.safetensors,
    scans: traits.scans,
  };
  return new Repository(namespace, traits.name, facts, generatedSource(type, seed, index));
}

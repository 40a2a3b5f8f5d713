import { newRepository } from '../../sandbox/hub/store/new-repository.ts';
import type { Repository, RepositoryFacts, RepositoryType } from '../../sandbox/hub/store/repository.ts';
import type { Store } from '../../sandbox/hub/store/store.ts';
import { today } from './audited-hub.ts';

const dayMs = 86_400_000;

/** A repository for one rule to look at. */
export interface Described {
  readonly type?: RepositoryType;
  readonly facts?: Partial<RepositoryFacts>;
  /** The README; none where it is `null`. */
  readonly readme?: string | null;
  readonly files?: readonly string[];
  /** Ages in days of open discussions and pull requests. */
  readonly discussions?: readonly number[];
  readonly pullRequests?: readonly number[];
  readonly after?: (repository: Repository) => void;
}

/** Adds a repository of the organization `audited` to the sandbox's Hub. */
export function addRepository(store: Store, name: string, described: Described): Repository {
  const { type = 'model', readme = '# Card\n', files = [], facts = {} } = described;
  const contents = new Map(files.map((path) => [path, Buffer.from(`content of ${path}\n`)]));
  if (readme !== null) contents.set('README.md', Buffer.from(readme));
  const repository = newRepository({
    type,
    namespace: 'audited',
    name,
    createdBy: 'ada',
    id: store.identifiers.next(),
    now: new Date(today - dayMs),
    files: contents,
    facts,
  });
  for (const age of described.discussions ?? []) discuss(store, repository, age, false);
  for (const age of described.pullRequests ?? []) discuss(store, repository, age, true);
  described.after?.(repository);
  store.add(repository);
  return repository;
}

function discuss(store: Store, repository: Repository, ageDays: number, pull: boolean): void {
  repository.discussions.add({
    _id: store.identifiers.next(),
    title: 'A question',
    status: 'open',
    author: 'ada',
    createdAt: new Date(today - ageDays * dayMs),
    pinned: false,
    locked: false,
    events: [],
    pullRequest: pull
      ? { base: 'main', forkedFrom: repository.sha, mergeCommit: undefined, refDeleted: false }
      : undefined,
  });
}

/** An organization of that name whose admin is ada. */
export function addOrganization(store: Store, name: string): void {
  const like = store.organizations.get('my-org');
  if (!like) throw new Error('The sandbox has no my-org.');
  store.organizations.set(name, { ...like, name, resourceGroups: new Map(like.resourceGroups) });
}

import type { AccessToken, Organization, User, Viewer } from './account.ts';
import type { Collection } from './collection.ts';
import { Identifiers } from './ids.ts';
import { ObjectStore } from './object-store.ts';
import type { Paper } from './paper.ts';
import type { Repository, RepositoryType } from './repository.ts';

/** All state of the Hub. */
export class Store {
  readonly objects = new ObjectStore();
  readonly identifiers: Identifiers;
  readonly users = new Map<string, User>();
  readonly organizations = new Map<string, Organization>();
  readonly tokens = new Map<string, AccessToken>();
  readonly collections = new Map<string, Collection>();
  readonly papers: Paper[] = [];
  readonly #repositories = new Map<string, Repository>();
  /** Old addresses of moved repositories, and short names of legacy ones. */
  readonly #moved = new Map<string, string>();
  /** Accounts with a creation under way. */
  readonly creating = new Set<string>();
  /** Grows with each change of the set of repositories or of what lists show of them. */
  version = 0;
  readonly now: () => Date;

  constructor(seed: number, now: () => Date) {
    this.identifiers = new Identifiers(seed);
    this.now = now;
  }

  repository(type: RepositoryType, id: string): Repository | undefined {
    return this.#repositories.get(key(type, id));
  }

  repositories(type: RepositoryType): Repository[] {
    return [...this.#repositories.values()].filter((one) => one.type === type);
  }

  add(repository: Repository): void {
    this.version += 1;
    this.#moved.delete(key(repository.type, repository.id));
    this.#repositories.set(key(repository.type, repository.id), repository);
  }

  remove(repository: Repository): void {
    this.version += 1;
    this.#repositories.delete(key(repository.type, repository.id));
  }

  move(repository: Repository, namespace: string, name: string): void {
    const from = key(repository.type, repository.id);
    this.remove(repository);
    repository.namespace = namespace;
    repository.name = name;
    this.add(repository);
    this.#moved.set(from, repository.id);
  }

  /** Lets a short name of old lead to a repository. */
  addAlias(type: RepositoryType, name: string, id: string): void {
    this.#moved.set(key(type, name), id);
  }

  /** Where a repository that is no longer at this address went. */
  movedTo(type: RepositoryType, id: string): string | undefined {
    const to = this.#moved.get(key(type, id));
    if (to === undefined || this.repository(type, to) !== undefined) return to;
    return this.movedTo(type, to);
  }

  /** Undefined for tokens that are unknown or have expired. */
  viewer(token: string): Viewer | undefined {
    const known = this.tokens.get(token);
    if (known === undefined) return undefined;
    if (known.expiresAt !== undefined && known.expiresAt <= this.now()) return undefined;
    const user = this.users.get(known.user);
    return user === undefined ? undefined : { user, token: known };
  }

  close(): Promise<void> {
    return this.objects.close();
  }
}

function key(type: RepositoryType, id: string): string {
  return `${type} ${id.toLowerCase()}`;
}

import { setTimeout as wait } from 'node:timers/promises';
import type { ZodType } from 'zod';
import type { Call } from '../http/application.ts';
import { canRead, canReadFiles, requireWrite } from './access.ts';
import { MOVED_STATUS } from './doubts.ts';
import {
  badRequest,
  disabledRepository,
  gatedRepository,
  Redirect,
  repositoryNotFound,
  revisionNotFound,
  signInRequired,
} from './errors.ts';
import type { HubSettings } from './settings.ts';
import type { Viewer } from './store/account.ts';
import type { Commit } from './store/content.ts';
import type { Repository, RepositoryType } from './store/repository.ts';
import type { Store } from './store/store.ts';
import type { Uploads } from './store/uploads.ts';

/** One request, with everything a handler needs. */
export class Context {
  readonly store: Store;
  readonly settings: HubSettings;
  readonly uploads: Uploads;
  readonly call: Call;
  readonly viewer: Viewer | undefined;
  readonly #parameters: Readonly<Record<string, string>>;

  constructor(
    hub: { readonly store: Store; readonly settings: HubSettings; readonly uploads: Uploads },
    call: Call,
    viewer: Viewer | undefined,
    parameters: Readonly<Record<string, string>>,
  ) {
    this.store = hub.store;
    this.settings = hub.settings;
    this.uploads = hub.uploads;
    this.call = call;
    this.viewer = viewer;
    this.#parameters = parameters;
  }

  get query(): URLSearchParams {
    return this.call.url.searchParams;
  }

  get origin(): string {
    return this.call.url.origin;
  }

  /** A parameter of the path; '' when the optional end of the path is absent. */
  parameter(name: string): string {
    return this.#parameters[name] ?? '';
  }

  /** All values of a repeated query parameter, in both spellings clients use (`a=`, `a[]=`). */
  all(name: string): string[] {
    return [...this.query.getAll(name), ...this.query.getAll(`${name}[]`)];
  }

  /** A yes-or-no query parameter. */
  flag(name: string): boolean {
    return ['1', 'true', 'True', ''].includes(this.query.get(name) ?? 'no');
  }

  /** Notes a change of state, for tests that count effects. */
  effect(text: string): void {
    this.call.effects.push(text);
  }

  /** The time a change takes between being accepted and being seen. */
  async takeTime(): Promise<void> {
    const { workMs } = this.settings;
    await (workMs > 0 ? wait(workMs) : new Promise(setImmediate));
  }

  signedIn(): Viewer {
    if (this.viewer === undefined) throw signInRequired();
    return this.viewer;
  }

  /** The body as JSON of that shape; unknown members are ignored, as on the Hub. */
  async json<T>(shape: ZodType<T>, invalidStatus?: (message: string) => Error): Promise<T> {
    const body = await this.call.body();
    return parseJson(body.length === 0 ? '{}' : body.toString(), shape, invalidStatus);
  }

  get type(): RepositoryType {
    if (this.parameter('space') !== '') return 'space';
    const kind = this.parameter('kind') || this.parameter('prefix').replace(/\/$/, '') || 'models';
    return kind === 'datasets' ? 'dataset' : kind === 'spaces' ? 'space' : 'model';
  }

  /** The repository of the path, if the viewer may know of it. */
  repository(): Repository {
    return this.find(this.type, this.parameter('space') || this.parameter('repo'));
  }

  /** The repository of the path, for its files. */
  readableRepository(): Repository {
    const repository = this.repository();
    if (canReadFiles(this.store, this.viewer, repository)) return repository;
    throw gatedRepository(repository.id, this.viewer !== undefined);
  }

  /** The repository of the path, if the viewer may change it. */
  writableRepository(): Repository {
    const repository = this.repository();
    requireWrite(this.store, this.signedIn(), repository);
    return repository;
  }

  find(type: RepositoryType, id: string): Repository {
    const repository = this.store.repository(type, id);
    if (repository === undefined) throw this.#moved(type, id);
    if (!canRead(this.store, this.viewer, repository)) {
      throw repositoryNotFound(this.viewer !== undefined);
    }
    if (repository.facts.disabled) throw disabledRepository();
    return repository;
  }

  #moved(type: RepositoryType, id: string): Error {
    const to = this.store.movedTo(type, id);
    const target = to === undefined ? undefined : this.store.repository(type, to);
    if (target === undefined || !canRead(this.store, this.viewer, target)) {
      return repositoryNotFound(this.viewer !== undefined);
    }
    const { pathname, search } = this.call.url;
    const spellings = [id, encodeURIComponent(id)];
    const spelled = spellings.find((one) => pathname.includes(`/${one}`)) ?? id;
    return new Redirect(MOVED_STATUS, pathname.replace(`/${spelled}`, `/${target.id}`) + search);
  }

  /** The commit of the path's revision. */
  commit(repository: Repository, revision = this.parameter('rev')): Commit {
    const commit = repository.content.resolve(revision);
    if (commit === undefined) throw revisionNotFound(revision);
    return commit;
  }
}

/** Reads JSON of that shape or refuses the request. */
export function parseJson<T>(source: string, shape: ZodType<T>, invalid: (message: string) => Error = badRequest): T {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    throw invalid('Invalid JSON in the body');
  }
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`);
  throw invalid(`✖ ${problems.join('\n✖ ')}`);
}

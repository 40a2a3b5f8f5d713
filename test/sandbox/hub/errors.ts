import { GATED_ANONYMOUS_STATUS, INVALID_BODY_STATUS, LFS_OBJECT_MISSING_STATUS, STALE_PARENT } from './doubts.ts';

/** The codes clients branch on, sent as `X-Error-Code`. */
export type ErrorCode = 'RepoNotFound' | 'RevisionNotFound' | 'EntryNotFound' | 'GatedRepo';

/** An answer other than success; becomes `{error}` and the X-Error headers. */
export class HubError extends Error {
  readonly status: number;
  readonly code: ErrorCode | undefined;
  /** Further members of the body, such as `url` in a 409. */
  readonly extra: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    options: { code?: ErrorCode; extra?: Record<string, unknown>; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.name = 'HubError';
    this.status = status;
    this.code = options.code;
    this.extra = options.extra ?? {};
    this.headers = options.headers ?? {};
  }
}

/** Sends the client elsewhere with the same method and body. */
export class Redirect extends Error {
  readonly status: number;
  readonly location: string;

  constructor(status: number, location: string) {
    super(`Redirecting to ${location}`);
    this.name = 'Redirect';
    this.status = status;
    this.location = location;
  }
}

/** A malformed or inadmissible request. */
export function badRequest(message: string, extra: Record<string, unknown> = {}): HubError {
  return new HubError(INVALID_BODY_STATUS, message, { extra });
}

/** The Hub hides what an anonymous reader may not see behind a 401 that clients read as 'not found'. */
export function repositoryNotFound(signedIn: boolean): HubError {
  return signedIn
    ? new HubError(404, 'Repository not found', { code: 'RepoNotFound' })
    : new HubError(401, 'Invalid username or password.', { code: 'RepoNotFound' });
}

/** The token is unknown, revoked or expired. The text is matched exactly by huggingface_hub. */
export function invalidToken(): HubError {
  return new HubError(401, 'Invalid credentials in Authorization header');
}

/** The route needs an account. */
export function signInRequired(): HubError {
  return new HubError(401, 'Invalid username or password.');
}

/** Signed in, but not allowed. */
export function forbidden(message: string): HubError {
  return new HubError(403, message);
}

/** What is there, but not public knowledge, or simply not there. */
export function notFound(message: string): HubError {
  return new HubError(404, message);
}

/** No such branch, tag, commit or pull request. */
export function revisionNotFound(revision: string): HubError {
  return new HubError(404, `Invalid rev id: ${revision}`, { code: 'RevisionNotFound' });
}

/** No such file at that revision; the commit is told so that a client can remember it. */
export function entryNotFound(path: string, commit?: string): HubError {
  return new HubError(404, `${path} does not exist on this revision`, {
    code: 'EntryNotFound',
    headers: commit === undefined ? {} : { 'X-Repo-Commit': commit },
  });
}

/** Files of a gated repository, for who was not let in. */
export function gatedRepository(repository: string, signedIn: boolean): HubError {
  return signedIn
    ? new HubError(403, `Access to ${repository} is restricted and you are not in the authorized list.`, {
        code: 'GatedRepo',
      })
    : new HubError(GATED_ANONYMOUS_STATUS, `Access to ${repository} is restricted. You must be authenticated.`, {
        code: 'GatedRepo',
      });
}

/** Taken down by the Hub. The text is matched exactly by huggingface_hub. */
export function disabledRepository(): HubError {
  return new HubError(403, 'Access to this resource is disabled.');
}

/** Something of that name exists. */
export function conflict(message: string, extra: Record<string, unknown> = {}): HubError {
  return new HubError(409, message, { extra });
}

/** Another commit was faster. */
export function staleParent(): HubError {
  return new HubError(STALE_PARENT.status, STALE_PARENT.message);
}

/** A pointer names bytes that were never stored. */
export function lfsObjectMissing(oid: string): HubError {
  return new HubError(LFS_OBJECT_MISSING_STATUS, `Object does not exist on the server: ${oid}`);
}

import { encodeRevision, repositoryPath } from '../hub-request.ts';
import type { RepositoryType } from '../parameter-types.ts';

/** Where something is published to. */
export interface Target {
  readonly type: RepositoryType;
  /** `namespace/name`. */
  readonly repository: string;
  /** The branch, or `refs/pr/N`. */
  readonly revision: string;
  /** The first commit opens a pull request that begins at `revision`. */
  readonly newPullRequest: boolean;
}

/** `/api/models/my-org/my-model`. */
export function apiPath(target: Target): string {
  return repositoryPath(target.type, target.repository);
}

/** `/api/models/my-org/my-model/commit/main`. */
export function revisionPath(target: Target, route: string, revision = target.revision): string {
  return `${apiPath(target)}/${route}/${encodeRevision(revision)}`;
}

/** What stands before a repository's name outside the API: nothing for a model. */
export function addressOf(target: Target): string {
  return target.type === 'model' ? target.repository : `${target.type}s/${target.repository}`;
}

import { forbidden } from '../errors.ts';
import type { Route } from '../router.ts';
import type { Viewer } from '../store/account.ts';

/** Begins the name of the synthetic user behind a trusted publisher's token. */
export const PUBLISHER_PREFIX = '[OIDC]';

/** What writes files; creating, settings, references and discussions are out of reach of such a token. */
const FILE_ROUTES = [
  /\/preupload\/:rev$/,
  /\/commit\/:rev$/,
  /\.git\/info\/lfs\/objects\/\w+$/,
  /^\/api\/validate-yaml$/,
];

export function isPublisher(viewer: Viewer): boolean {
  return viewer.user.name.startsWith(PUBLISHER_PREFIX);
}

/** Refuses a trusted publisher all writes but those of files; which repository's, its scope says. */
export function requireWithinPublisher(viewer: Viewer | undefined, route: Route): void {
  if (viewer === undefined || !isPublisher(viewer) || route.method === 'GET') return;
  if (FILE_ROUTES.some((pattern) => pattern.test(route.pattern))) return;
  throw forbidden('This token of a trusted publisher can only write the files of one repository');
}

import { oauthRoutes } from './oauth/exchange.ts';
import type { Route } from './router.ts';
import { collectionItemRoutes } from './routes/collection-items.ts';
import { collectionRoutes } from './routes/collections.ts';
import { commitRoutes } from './routes/commit.ts';
import { discussionChangeRoutes } from './routes/discussion-changes.ts';
import { discussionRoutes } from './routes/discussions.ts';
import { duplicateRoutes } from './routes/duplicate.ts';
import { historyRoutes } from './routes/history.ts';
import { lfsRoutes } from './routes/lfs.ts';
import { listingRoutes } from './routes/listing.ts';
import { organizationRoutes } from './routes/organizations.ts';
import { paperRoutes } from './routes/papers.ts';
import { preuploadRoutes } from './routes/preupload.ts';
import { refRoutes } from './routes/refs.ts';
import { repositoryRoutes } from './routes/repositories.ts';
import { repositoryInfoRoutes } from './routes/repository-info.ts';
import { resolveRoutes } from './routes/resolve.ts';
import { settingsRoutes } from './routes/settings.ts';
import { spaceRoutes } from './routes/spaces.ts';
import { treeRoutes } from './routes/tree.ts';
import { validateYamlRoutes } from './routes/validate-yaml.ts';
import { whoamiRoutes } from './routes/whoami.ts';

/** Every route, the more exact before the more general. */
export const allRoutes: readonly Route[] = [
  ...whoamiRoutes,
  ...oauthRoutes,
  ...organizationRoutes,
  ...paperRoutes,
  ...repositoryRoutes,
  ...settingsRoutes,
  ...spaceRoutes,
  ...validateYamlRoutes,
  ...preuploadRoutes,
  ...commitRoutes,
  ...lfsRoutes,
  ...resolveRoutes,
  ...refRoutes,
  ...historyRoutes,
  ...treeRoutes,
  ...discussionRoutes,
  ...discussionChangeRoutes,
  ...duplicateRoutes,
  ...collectionItemRoutes,
  ...collectionRoutes,
  ...listingRoutes,
  ...repositoryInfoRoutes,
];

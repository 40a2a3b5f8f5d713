import type { Route } from './router.ts';
import { collectionItemRoutes } from './routes/collection-items.ts';
import { collectionRoutes } from './routes/collections.ts';
import { discussionChangeRoutes } from './routes/discussion-changes.ts';
import { discussionRoutes } from './routes/discussions.ts';
import { duplicateRoutes } from './routes/duplicate.ts';
import { listingRoutes } from './routes/listing.ts';
import { organizationRoutes } from './routes/organizations.ts';
import { paperRoutes } from './routes/papers.ts';
import { repositoryRoutes } from './routes/repositories.ts';
import { repositoryInfoRoutes } from './routes/repository-info.ts';
import { settingsRoutes } from './routes/settings.ts';
import { treeRoutes } from './routes/tree.ts';
import { whoamiRoutes } from './routes/whoami.ts';

/** Every route, the more exact before the more general. */
export const allRoutes: readonly Route[] = [
  ...whoamiRoutes,
  ...organizationRoutes,
  ...paperRoutes,
  ...repositoryRoutes,
  ...settingsRoutes,
  ...treeRoutes,
  ...discussionRoutes,
  ...discussionChangeRoutes,
  ...duplicateRoutes,
  ...collectionItemRoutes,
  ...collectionRoutes,
  ...listingRoutes,
  ...repositoryInfoRoutes,
];

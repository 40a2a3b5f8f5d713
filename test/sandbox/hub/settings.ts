import {
  DISCUSSIONS_PER_PAGE,
  LIST_LIMIT,
  MULTIPART_CHUNK_BYTES,
  MULTIPART_THRESHOLD_BYTES,
  TREE_LIMIT,
} from './doubts.ts';

/** What one bucket of requests allows in a window. */
export interface RateLimit {
  readonly quota: number;
  readonly windowSeconds: number;
}

/** How this Hub differs from one with the documented defaults. */
export interface HubSettings {
  /** Entries in a page where the client names no limit, and the most it may ask for. */
  readonly pageSizes: {
    readonly repositories: number;
    readonly repositoriesMax: number;
    readonly tree: number;
    readonly treeExpanded: number;
    readonly treeMax: number;
    readonly commits: number;
    readonly members: number;
    readonly collections: number;
    readonly discussions: number;
  };
  /** Enforced only when given; the headers are sent either way. */
  readonly rateLimits: Partial<Record<'api' | 'resolvers' | 'pages', RateLimit>>;
  /** Milliseconds a commit or a creation takes, in which another one may be under way. */
  readonly workMs: number;
  readonly multipart: { readonly thresholdBytes: number; readonly chunkBytes: number };
}

/** The documented sizes, and those of doubts.ts where nothing is documented. */
export const DEFAULT_SETTINGS: HubSettings = {
  pageSizes: {
    repositories: LIST_LIMIT.default,
    repositoriesMax: LIST_LIMIT.max,
    tree: TREE_LIMIT.default,
    treeExpanded: TREE_LIMIT.expanded,
    treeMax: TREE_LIMIT.max,
    commits: 50,
    members: 500,
    collections: 10,
    discussions: DISCUSSIONS_PER_PAGE,
  },
  rateLimits: {},
  workMs: 0,
  multipart: { thresholdBytes: MULTIPART_THRESHOLD_BYTES, chunkBytes: MULTIPART_CHUNK_BYTES },
};

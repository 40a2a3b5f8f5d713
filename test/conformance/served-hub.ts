import type { ServedApplication } from '../sandbox/http/application.ts';
import { serve } from '../sandbox/http/serve.ts';
import type { Hub, HubOptions } from '../sandbox/hub/hub.ts';
import { createHub } from '../sandbox/hub/hub.ts';
import { SEEDED_TOKENS } from '../sandbox/hub/seed.ts';

const MEBIBYTE = 1024 * 1024;

/** A Hub on loopback that a client can be pointed at. */
export interface ServedHub {
  readonly hub: Hub;
  readonly server: ServedApplication;
  readonly hubUrl: string;
  readonly accessToken: string;
  close(): Promise<void>;
}

/**
 * Serves a Hub with small pages and small upload parts, so that paging and multipart uploads are
 * exercised without a thousand repositories or gigabytes.
 */
export async function serveHub(options: HubOptions = {}): Promise<ServedHub> {
  const hub = createHub({ ...options, settings: { ...SMALL_PAGES, ...options.settings } });
  const server = await serve(hub.application, { routeOf: hub.routeOf });
  hub.baseUrl = server.url;
  return {
    hub,
    server,
    hubUrl: server.url,
    accessToken: SEEDED_TOKENS.ada,
    close: async () => {
      await server.close();
      await hub.close();
    },
  };
}

/** Settings under which lists have several pages and 12 MiB make a multipart upload. */
export const SMALL_PAGES = {
  pageSizes: {
    repositories: 2,
    repositoriesMax: 2,
    tree: 100,
    treeExpanded: 3,
    treeMax: 100,
    commits: 50,
    members: 500,
    collections: 1,
    discussions: 2,
  },
  multipart: { thresholdBytes: 12 * MEBIBYTE, chunkBytes: 5 * MEBIBYTE },
};

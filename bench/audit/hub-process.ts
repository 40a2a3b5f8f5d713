import { serve } from '../../test/sandbox/http/serve.ts';
import { createHub } from '../../test/sandbox/hub/hub.ts';
import type { Repository } from '../../test/sandbox/hub/store/repository.ts';

/** `node hub-process.ts REPOSITORIES LATENCY_MS`: a Hub with one organization `big`; says its address and stays. */
const repositories = Number(process.argv[2]);
const latencyMs = Number(process.argv[3] ?? 0);
const unlimited = { quota: 1_000_000_000, windowSeconds: 300 };
const dayMs = 86_400_000;

const hub = createHub({
  generate: {
    organisation: 'big',
    models: Math.round(repositories * 0.8),
    datasets: Math.round(repositories * 0.1),
    spaces: Math.round(repositories * 0.1),
  },
  settings: { rateLimits: { api: unlimited, resolvers: unlimited, pages: unlimited } },
});
const { store } = hub;
const all = (['model', 'dataset', 'space'] as const).flatMap((type) => store.repositories(type));
all.filter((one) => one.namespace === 'big').forEach(liven);

/** Most Spaces run, some failed; every seventeenth repository has a discussion, of up to 120 days. */
function liven(repository: Repository, index: number): void {
  if (repository.type === 'space') repository.space.stage = index % 9 === 0 ? 'RUNTIME_ERROR' : 'RUNNING';
  if (index % 17 !== 0) return;
  repository.discussions.add({
    _id: store.identifiers.next(),
    title: 'A question',
    status: 'open',
    author: 'ada',
    createdAt: new Date(Date.now() - (index % 120) * dayMs),
    pinned: false,
    locked: false,
    events: [],
    pullRequest: undefined,
  });
}

let requests = 0;
const server = await serve(
  async (call) => {
    if (call.url.pathname === '/requests') {
      call.response.end(String(requests));
      return;
    }
    requests += 1;
    await hub.application(call);
  },
  // A record of 300,000 requests would be the largest thing in this process.
  { unrecorded: (path) => path === '/requests' || latencyMs === 0, latencyMs },
);
hub.baseUrl = server.url;
console.log(server.url);

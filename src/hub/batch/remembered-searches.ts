import type { MembraneAction, MembraneClient } from '../../membrane/client.ts';

/** The client, asking for the same actions once: entries of a batch often are of one kind. */
export function rememberSearches(client: MembraneClient): MembraneClient {
  const known = new Map<string, Promise<readonly MembraneAction[]>>();
  return {
    get transport() {
      return client.transport;
    },
    searchActions(search, options) {
      const key = JSON.stringify(search);
      const found = known.get(key) ?? client.searchActions(search, options);
      known.set(key, found);
      // What failed for one entry may go well for the next.
      found.catch(() => known.delete(key));
      return found;
    },
    ensureConnection: (appUrl, options) => client.ensureConnection(appUrl, options),
    getConnection: (id, options) => client.getConnection(id, options),
    getAction: (idOrKey, connectionId, options) => client.getAction(idOrKey, connectionId, options),
    runAction: (run, options) => client.runAction(run, options),
    request: (connectionId, request, options) => client.request(connectionId, request, options),
    close: () => client.close(),
  };
}

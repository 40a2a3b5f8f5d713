import type { Log } from '../log.ts';
import { NotByCliError, type NotByCliReason } from './cli/not-by-cli.ts';
import type { MembraneClient } from './client.ts';

/**
 * The CLI's client, with the API's for the calls that the CLI cannot make here. Each reason is said once; after one
 * that holds for every call the CLI is not asked again.
 * @param openApi throws where the sign-in cannot go by the API: then the call fails with that
 */
export function withFallback(cli: MembraneClient, openApi: () => Promise<MembraneClient>, log: Log): MembraneClient {
  const said = new Set<NotByCliReason>();
  let api: Promise<MembraneClient> | undefined;
  let isCliDone = false;

  async function call<T>(make: (client: MembraneClient) => Promise<T>): Promise<T> {
    if (isCliDone && api !== undefined) return make(await api);
    try {
      return await make(cli);
    } catch (error) {
      if (!(error instanceof NotByCliError)) throw error;
      api ??= openApi();
      const instead = await api;
      if (!said.has(error.reason)) log.notice(`${error.message} Going over the HTTP API instead.`);
      said.add(error.reason);
      isCliDone ||= error.reason === 'sign-in' || error.reason === 'install';
      return make(instead);
    }
  }

  return {
    get transport() {
      return isCliDone ? 'api' : 'cli';
    },
    ensureConnection: (appUrl, options) => call((client) => client.ensureConnection(appUrl, options)),
    getConnection: (id, options) => call((client) => client.getConnection(id, options)),
    searchActions: (search, options) => call((client) => client.searchActions(search, options)),
    getAction: (idOrKey, connectionId, options) => call((client) => client.getAction(idOrKey, connectionId, options)),
    runAction: (run, options) => call((client) => client.runAction(run, options)),
    request: (connectionId, request, options) => {
      const make = (client: MembraneClient) => client.request(connectionId, request, options);
      // What the CLI has left out once it leaves out of every answer.
      return request.needsHeaders === true && api !== undefined && said.has('headers') ? api.then(make) : call(make);
    },
    async close() {
      await cli.close();
      if (api !== undefined) await (await api).close();
    },
  };
}

import { OperationError } from '../../errors.ts';
import type { MembraneClient } from '../../membrane/client.ts';

/** The same client, but no write gets through: what forgets that this is a dry run fails instead of writing. */
export function refusingWrites(client: MembraneClient): MembraneClient {
  return {
    get transport() {
      return client.transport;
    },
    ensureConnection: (appUrl, options) => client.ensureConnection(appUrl, options),
    getConnection: (id, options) => client.getConnection(id, options),
    searchActions: (search, options) => client.searchActions(search, options),
    getAction: (idOrKey, connectionId, options) => client.getAction(idOrKey, connectionId, options),
    runAction: async (run, options) => {
      if (options.effect === 'write') throw refusal(`running the action ${run.actionId}`);
      return client.runAction(run, options);
    },
    request: async (connectionId, request, options) => {
      if (options.effect === 'write') throw refusal(`${request.method} ${request.path}`);
      return client.request(connectionId, request, options);
    },
    close: () => client.close(),
  };
}

function refusal(what: string): OperationError {
  return new OperationError('INTERNAL', `The dry run was about to write: ${what}. It was not sent.`, {
    hint: 'Nothing was changed. This is a fault of the action: please open an issue with the log of this step.',
    effect: 'none',
  });
}

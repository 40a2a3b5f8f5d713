import { OperationError } from '../errors.ts';
import type { MembraneAction } from '../membrane/client.ts';
import { sameName } from './name-forms.ts';
import type { HubOperation } from './operation.ts';
import type { RunContext } from './run-context.ts';

/** Enough for the wanted action to be among them when others have a name much like it. */
const searchLimit = 20;

/**
 * The workspace's action for an operation: the one with its key. Searched by what it does, then by its key; `undefined`
 * where the workspace has none.
 */
export async function discoverAction(
  operation: HubOperation,
  context: RunContext,
): Promise<MembraneAction | undefined> {
  const byIntent = withKey(operation.key, await search(operation.intent, context));
  const found = byIntent ?? withKey(operation.key, await search(operation.key.replaceAll('-', ' '), context));
  if (!found || found.inputSchema !== undefined) return found;
  return await lookUp(found, context);
}

function search(intent: string, context: RunContext): Promise<readonly MembraneAction[]> {
  const { client, connection, signal } = context;
  return client.searchActions({ connectionId: connection.id, intent, limit: searchLimit }, { signal });
}

function withKey(key: string, actions: readonly MembraneAction[]): MembraneAction | undefined {
  const exact = actions.find((action) => action.key === key);
  return exact ?? actions.find((action) => action.key !== undefined && sameName(action.key, key));
}

/** A search may leave schemas out. An action that is gone by now is none. */
async function lookUp(action: MembraneAction, context: RunContext): Promise<MembraneAction | undefined> {
  try {
    const { client, connection, signal } = context;
    return await client.getAction(action.id, connection.id, { signal });
  } catch (error) {
    if (error instanceof OperationError && error.code === 'ACTION_NOT_FOUND') return undefined;
    throw error;
  }
}

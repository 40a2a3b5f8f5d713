import { OperationError } from '../errors.ts';
import type { MembraneClient } from './client.ts';
import type { Connection } from './connection-state.ts';
import { actionRequired } from './ready-connection.ts';

/** For reading the connection once more, milliseconds: the step has failed already. */
const patience = 10_000;

/** The connection as it was used, and who wants to know how it is now. */
export interface UsedConnection {
  readonly id: string;
  readonly client: MembraneClient;
  readonly signal: AbortSignal;
  readonly onConnection: (connection: Connection) => void;
}

/**
 * A connection that was ready may need a person in the middle of a step. What failed then is the connection, not the
 * operation: it is read once more, for the link under which the person can act.
 * @returns the error to throw: the one given, where the connection is not the reason
 */
export async function explainLostConnection(thrown: unknown, used: UsedConnection): Promise<unknown> {
  if (!(thrown instanceof OperationError) || !mayBeLost(thrown)) return thrown;
  const connection = await present(used);
  if (connection === undefined) return thrown;
  used.onConnection(connection);
  // What is not known stays so; the outputs have the link.
  if (connection.state !== 'CLIENT_ACTION_REQUIRED' || thrown.code === 'OUTCOME_UNKNOWN') return thrown;
  const { message, code, details } = actionRequired(connection);
  return new OperationError(code, `${message} It was ready when the step began.`, {
    ...thrown.details,
    ...details,
    effect: thrown.details.effect ?? 'unknown',
    cause: thrown,
  });
}

/** Membrane's own word, or the service behind that does not take the connection's sign-in any more. */
function mayBeLost({ code, details, cause }: OperationError): boolean {
  if (code === 'OUTCOME_UNKNOWN') return cause instanceof OperationError && mayBeLost(cause);
  return code === 'CONNECTION_ACTION_REQUIRED' || (code === 'HUB_FORBIDDEN' && details.status === 401);
}

async function present({ client, id, signal }: UsedConnection): Promise<Connection | undefined> {
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
    return { ...(await client.getConnection(id, { signal: limit })), id };
  } catch {
    // The failure that led here is worth more than this one.
    return undefined;
  }
}

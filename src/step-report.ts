import type { OperationError } from './errors.ts';
import type { OperationResult } from './hub/operation-result.ts';
import type { Connection } from './membrane/connection-state.ts';

/** Everything the end of a step tells: to the outputs, the summary and the log. */
export interface StepReport {
  readonly operation: string;
  readonly outcome:
    | { readonly kind: 'done'; readonly result: OperationResult }
    /** With a result where some of it was done and is worth telling. */
    | { readonly kind: 'failed'; readonly error: OperationError; readonly result?: OperationResult };
  /** The connection as it was seen last; undefined where the step did not get that far. */
  readonly connection: Connection | undefined;
  /** Undefined where no CLI ran. */
  readonly cliVersion: string | undefined;
  readonly transport: 'cli' | 'api' | undefined;
  /** Milliseconds. */
  readonly duration: number;
}

/** The state's own name, also for one that was added after this action was written. */
export function connectionState(connection: Connection): string {
  return connection.state === 'UNKNOWN' ? connection.reported : connection.state;
}

/** Where a person must act before the connection can be used. */
export function clientActionUrl(connection: Connection | undefined): string | undefined {
  return connection?.state === 'CLIENT_ACTION_REQUIRED' ? connection.clientAction.uiUrl : undefined;
}

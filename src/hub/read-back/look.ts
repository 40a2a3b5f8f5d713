import { OperationError } from '../../errors.ts';
import type { RunContext } from '../run-context.ts';
import type { HubClock } from './hub-clock.ts';
import type { Look, Seen } from './verdict.ts';

/** Reads of the Hub through the step's own connection, under a limit of their own. */
export function openLook({ hub }: Pick<RunContext, 'hub'>, clock: HubClock, signal: AbortSignal): Look {
  return {
    age: (date) => clock.age(date),
    async get(request): Promise<Seen> {
      try {
        const response = await hub.request(request, { effect: 'read', signal });
        clock.note(response.headers);
        return { kind: 'found', body: response.body };
      } catch (error) {
        signal.throwIfAborted();
        const seen = error instanceof OperationError ? seenIn(error, clock) : undefined;
        if (seen === undefined) throw error;
        return seen;
      }
    },
  };
}

function seenIn(error: OperationError, clock: HubClock): Seen | undefined {
  const { status = 0, upstream } = error.details;
  clock.note(upstream?.headers ?? {});
  if (error.code === 'HUB_NOT_FOUND') return { kind: 'missing' };
  return status >= 300 && status < 400 ? { kind: 'moved' } : undefined;
}

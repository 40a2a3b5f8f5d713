import { OperationError } from '../../errors.ts';
import type { ProxyRequest } from '../../membrane/client.ts';
import type { Look } from '../read-back/verdict.ts';
import type { RunContext } from '../run-context.ts';

/** Reads of the Hub that ask what is there. */
export interface HubReader {
  /** The answer's body; undefined where there is nothing, also where what was there has moved to another name. */
  read(request: ProxyRequest): Promise<unknown>;
}

export function openHubReader({ hub, signal }: Pick<RunContext, 'hub' | 'signal'>): HubReader {
  return {
    async read(request) {
      try {
        return (await hub.request(request, { effect: 'read', signal })).body ?? null;
      } catch (error) {
        if (saysNotThere(error)) return undefined;
        throw error;
      }
    },
  };
}

/** The same as a look at the Hub after a write; nothing was written, so nothing is of an age that would tell. */
export function lookThrough({ read }: HubReader): Look {
  return {
    age: () => 'unclear',
    async get(request) {
      const body = await read(request);
      return body === undefined ? { kind: 'missing' } : { kind: 'found', body };
    },
  };
}

function saysNotThere(error: unknown): boolean {
  if (!(error instanceof OperationError)) return false;
  const { status = 0 } = error.details;
  return error.code === 'HUB_NOT_FOUND' || (status >= 300 && status < 400);
}

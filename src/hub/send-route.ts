import { OperationError, toOperationError } from '../errors.ts';
import type { EffectOptions, ProxyRequest } from '../membrane/client.ts';
import type { HubProxy } from './hub-proxy.ts';
import { isRecord } from './json.ts';

/**
 * Sends the requests of a row one after the other.
 * @returns the body of the only one, or what all of them answered in one object
 * @throws OperationError; once one has been carried out, it says that the others were not all
 */
export async function sendRoute(
  requests: readonly ProxyRequest[],
  hub: HubProxy,
  options: EffectOptions,
): Promise<unknown> {
  const bodies: unknown[] = [];
  for (const request of requests) {
    const response = await hub.request(request, options).catch((thrown: unknown) => {
      throw bodies.length === 0 ? thrown : halfWay(thrown, bodies.length, requests);
    });
    bodies.push(response.body ?? null);
  }
  const [only, ...others] = bodies;
  return others.length === 0 ? (only ?? null) : Object.assign({}, ...bodies.filter(isRecord));
}

function halfWay(thrown: unknown, carriedOut: number, requests: readonly ProxyRequest[]): OperationError {
  const error = toOperationError(thrown);
  const done = requests.slice(0, carriedOut).map(({ method, path }) => `${method} ${path}`);
  const { effect } = error.details;
  // The words of a service may end without a full stop.
  const sentence = error.message.replace(/(?<![.!?])$/, '.');
  return new OperationError(error.code, `${sentence} Before it, this was carried out: ${done.join(', ')}.`, {
    ...error.details,
    effect: effect === 'unknown' ? 'unknown' : 'done',
    cause: thrown,
  });
}

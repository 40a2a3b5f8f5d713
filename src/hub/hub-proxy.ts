import { OperationError, toOperationError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { EffectOptions, MembraneClient, ProxyRequest, ProxyResponse } from '../membrane/client.ts';

/** The Hub's API through Membrane's proxy. */
export interface HubProxy {
  /** `path` begins at the Hub's root, as in `/api/models`. Throws OperationError. */
  request(request: ProxyRequest, options: EffectOptions): Promise<ProxyResponse>;
}

/** What the proxy puts before a path: the Hub's root, or its `/api`. Membrane does not document which. */
type ProxyBase = 'root' | 'api';

/** The cheapest read the Hub has; it needs a signed-in account, which a connection always is. */
const probePath = '/whoami-v2';
const apiPrefix = '/api';

/** The proxy of one connection. It finds out once where the proxy's addresses begin. */
export function openHubProxy(client: MembraneClient, connectionId: string, log: Log): HubProxy {
  let base: ProxyBase | undefined;
  const send = (request: ProxyRequest, options: EffectOptions) => client.request(connectionId, request, options);
  const learn = async (signal: AbortSignal): Promise<ProxyBase> => {
    base ??= await findBase(send, signal);
    log.debug(`The proxy's addresses begin at the Hub's ${base === 'root' ? 'root' : '/api'}.`);
    return base;
  };
  return {
    async request(request, options) {
      if (base !== undefined) return send(onBase(request, base), options);
      if (options.effect === 'write') {
        return send(onBase(request, await learn(options.signal).catch(beforeSending)), options);
      }
      try {
        const response = await send(request, options);
        // The Hub has nothing at /api/api, so that such a path was found from its root alone.
        if (request.path.startsWith(`${apiPrefix}/`)) base ??= 'root';
        return response;
      } catch (error) {
        if (!isNotFound(error) || (await learn(options.signal)) === 'root') throw error;
        return send(onBase(request, 'api'), options);
      }
    },
  };
}

/** A read is sent on the likelier guess and a write never is: a wrong one could reach another route. */
async function findBase(send: HubProxy['request'], signal: AbortSignal): Promise<ProxyBase> {
  if (await answers(send, `${apiPrefix}${probePath}`, signal)) return 'root';
  return (await answers(send, probePath, signal)) ? 'api' : 'root';
}

/** Only 'not found' says that a route is not there: a refusal comes from the route itself. */
async function answers(send: HubProxy['request'], path: string, signal: AbortSignal): Promise<boolean> {
  try {
    const response = await send({ method: 'GET', path }, { effect: 'read', signal });
    return response.status === undefined || response.status !== 404;
  } catch (error) {
    if (isNotFound(error)) return false;
    if (error instanceof OperationError && (error.code === 'HUB_FORBIDDEN' || error.code === 'HUB_REJECTED'))
      return true;
    throw error;
  }
}

/** Of a write nothing has been sent while the proxy's base is still being found out. */
function beforeSending(thrown: unknown): never {
  const error = toOperationError(thrown);
  throw new OperationError(error.code, error.message, { ...error.details, effect: 'none', cause: thrown });
}

function isNotFound(error: unknown): boolean {
  return error instanceof OperationError && error.code === 'HUB_NOT_FOUND';
}

function onBase(request: ProxyRequest, base: ProxyBase): ProxyRequest {
  if (base === 'root') return request;
  if (request.path.startsWith(`${apiPrefix}/`)) return { ...request, path: request.path.slice(apiPrefix.length) };
  throw new OperationError('HUB_REJECTED', `The path ${request.path} cannot be reached through this connection.`, {
    hint: "The connection's proxy begins at the Hub's /api: use a path that begins with /api/.",
    effect: 'none',
    retryable: false,
  });
}

import { OperationError } from '../../errors.ts';
import type { EffectOptions, ProxyRequest, ProxyResponse } from '../../membrane/client.ts';
import type { HubProxy } from '../hub-proxy.ts';

/** The Hub, as publishing needs it: through Membrane's proxy, or directly under a trusted publisher's token. */
export type HubCalls = HubProxy;

/** A call that changes nothing although it is a POST: it may be repeated like any read. */
export function ask(hub: HubCalls, request: ProxyRequest, signal: AbortSignal): Promise<ProxyResponse> {
  return hub.request(request, { effect: 'read', signal });
}

/** The answer of a read, or undefined where the Hub has no such thing. */
export function askIfThere(
  hub: HubCalls,
  request: ProxyRequest,
  signal: AbortSignal,
): Promise<ProxyResponse | undefined> {
  return ifThere(ask(hub, request, signal));
}

export async function ifThere<Found>(asked: Promise<Found>): Promise<Found | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof OperationError && error.code === 'HUB_NOT_FOUND') return undefined;
    throw error;
  }
}

export function change(hub: HubCalls, request: ProxyRequest, signal: AbortSignal): Promise<ProxyResponse> {
  const options: EffectOptions = { effect: 'write', signal };
  return hub.request(request, options);
}

/** An answer that is not what the Hub documents: never guessed at. */
export function unreadable(what: string, cause?: unknown): OperationError {
  return new OperationError('UPSTREAM_UNAVAILABLE', `The Hub's answer to ${what} could not be read.`, {
    hint: 'Run the step again; if it stays so, open an issue of this action with its log.',
    cause,
    effect: 'unknown',
    retryable: true,
  });
}

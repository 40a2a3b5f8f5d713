import { internal, type WrappedAnswer } from './envelope.ts';
import type { HubCall } from './operations/operation.ts';
import { parseJsonOrText } from './record.ts';

/** The app behind the connection: where it is and as whom the connection signs in there. */
export interface HubAccess {
  /** Without a slash at the end; read at each call, since a test may move it. */
  url: string;
  /** Starts with `hf_`. */
  token: string;
  /** Membrane gives up on the app after so many milliseconds. */
  patienceMs: number;
}

/** Membrane's own limit on an answer it hands on. */
export const RESPONSE_LIMIT_BYTES = 30 * 1024 * 1024;

export interface RawHubCall {
  method: string;
  url: URL;
  headers?: Record<string, string>;
  body?: string | undefined;
}

/** Calls the Hub over real HTTP as the connection's account. @throws MembraneFailure 500 where it cannot be reached */
export async function callHub(access: HubAccess, call: RawHubCall): Promise<WrappedAnswer> {
  const { response, text } = await exchange(access, call).catch((error: unknown) => {
    throw internal(error);
  });
  return {
    request: { url: call.url.href, method: call.method },
    response: { status: response.status, headers: Object.fromEntries(response.headers), data: parseJsonOrText(text) },
  };
}

async function exchange(access: HubAccess, call: RawHubCall): Promise<{ response: Response; text: string }> {
  const response = await fetch(call.url, {
    method: call.method,
    headers: { ...call.headers, authorization: `Bearer ${access.token}` },
    signal: AbortSignal.timeout(access.patienceMs),
    ...(call.body === undefined ? {} : { body: call.body }),
  });
  return { response, text: await response.text() };
}

export function callOperation(access: HubAccess, call: HubCall): Promise<WrappedAnswer> {
  const url = new URL(access.url + call.path);
  for (const [name, value] of call.query ?? []) url.searchParams.append(name, value);
  const json = call.body === undefined ? {} : { headers: { 'content-type': 'application/json' } };
  return callHub(access, { method: call.method, url, ...json, body: call.body && JSON.stringify(call.body) });
}

/** The cursor in `Link: <…&cursor=X>; rel="next"`. */
export function nextCursor(link: string | undefined): string | undefined {
  const next = /<([^>]+)>\s*;\s*rel="next"/.exec(link ?? '')?.[1];
  return next && URL.canParse(next) ? (new URL(next).searchParams.get('cursor') ?? undefined) : undefined;
}

import type { HubAnswer, HubCalls } from '../../../src/hub/audit/hub-calls.ts';

/** The Hub over plain HTTP, as Membrane's proxy would reach it. */
export function callsOver(url: string, token: string): HubCalls {
  const authorization = `Bearer ${token}`;
  return {
    async get(pathname, query = [], headers = {}) {
      const address = new URL(pathname, url);
      for (const [name, value] of query) address.searchParams.append(name, value);
      return read(await fetch(address, { headers: { ...headers, authorization }, redirect: 'manual' }));
    },
    async send(method, pathname, body) {
      const headers = { authorization, 'content-type': 'application/json' };
      return read(await fetch(new URL(pathname, url), { method, headers, body: JSON.stringify(body) }));
    },
  };
}

async function read(response: Response): Promise<HubAnswer> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  const body: unknown = isJson ? JSON.parse(text) : text;
  return { status: response.status, headers: Object.fromEntries(response.headers), body };
}

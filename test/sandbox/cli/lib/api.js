import { tokenFor } from './token.js';

/** What the SDK 0.28 sends. */
const API_VERSION = '2025-10-21';

/** An error answer of Membrane, with its envelope. */
export class ApiError extends Error {
  constructor(status, envelope) {
    super(envelope?.message ?? `Request failed with status code ${status}`);
    this.status = status;
    this.envelope = envelope;
  }
}

/** One call of Membrane's HTTP API; answers the JSON. */
export async function callApi(settings, method, path, { query = {}, body } = {}) {
  const url = new URL(settings.apiUri + path);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value);
  const headers = { authorization: `Bearer ${tokenFor(settings)}`, 'membrane-api-version': API_VERSION };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const response = await fetch(url, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  const text = await response.text();
  const json = parse(text);
  if (response.ok && json === undefined && text !== '') throw new Error('Unexpected answer of the API: not JSON');
  if (!response.ok) throw new ApiError(response.status, json);
  return json;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

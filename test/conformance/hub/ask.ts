import type { ServedHub } from '../served-hub.ts';

/** An answer of the Hub, read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined when it is none. */
  readonly json: unknown;
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Sends one request as ada, as whom the token names, or as nobody (`token: ''`). */
export async function ask(
  { hubUrl, accessToken }: Pick<ServedHub, 'hubUrl' | 'accessToken'>,
  route: string,
  options: { body?: unknown; token?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const [method = 'GET', path = '/'] = route.split(' ');
  const token = options.token ?? accessToken;
  const response = await fetch(path.startsWith('http') ? path : hubUrl + path, {
    method,
    redirect: 'manual',
    headers: { ...(token !== '' && { Authorization: `Bearer ${token}` }), ...options.headers },
    ...(options.body !== undefined && {
      body: typeof options.body === 'string' ? options.body : JSON.stringify(options.body),
    }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: read(text) };
}

/** A commit's body in lines of JSON. */
export function commitOf(summary: string, files: Readonly<Record<string, string>>, parentCommit?: string): string {
  const header = { key: 'header', value: { summary, ...(parentCommit !== undefined && { parentCommit }) } };
  const lines = Object.entries(files).map(([path, content]) => ({ key: 'file', value: { path, content } }));
  return [header, ...lines].map((line) => JSON.stringify(line)).join('\n');
}

/** Commits are sent in this form by the official clients. */
export const NDJSON = { 'Content-Type': 'application/x-ndjson' };

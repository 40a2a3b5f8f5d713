import { OperationError } from '../errors.ts';
import type { ProxyRequest } from './client.ts';
import { excerpt } from './excerpt.ts';

type Addressed = Pick<ProxyRequest, 'path' | 'pathParameters' | 'query'>;

/**
 * The path with its `{name}` places filled and percent-encoded. Both transports send this same text, so that what is
 * asked of the service does not depend on how Membrane or its CLI would fill them.
 * @throws OperationError `INPUT_INVALID` for a path that would leave the place it is appended to
 */
export function filledPath(request: Addressed): string {
  const filled = request.path.replace(/\{([^{}]*)\}/g, (place, name: string) => {
    const parameters = request.pathParameters ?? {};
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (value === undefined)
      throw invalid(`The path ${excerpt(request.path, 200)} has a place ${excerpt(place, 80)} without a value.`);
    return encodeURIComponent(value.toWellFormed());
  });
  // Left as they are: what an address may hold (RFC 3986), and what is percent-encoded already.
  const encoded = filled.toWellFormed().replace(/[^!$-;=?-Z_a-z~[\]]|%(?![0-9A-Fa-f]{2})/gu, encodeOne);
  assertStays(encoded, request.path);
  return encoded;
}

/** What has no place in an address (space, `#`, `\`, `"`, control characters, letters beyond ASCII) is encoded. */
function encodeOne(character: string): string {
  return encodeURIComponent(character);
}

/** The path with its query, repeated names kept and in order. */
export function filledPathWithQuery(request: Addressed): string {
  const path = filledPath(request);
  const query = encodedQuery(request.query ?? []);
  if (query === '') return path;
  return `${path}${path.includes('?') ? '&' : '?'}${query}`;
}

function encodedQuery(query: readonly (readonly [string, string])[]): string {
  return query
    .map(([name, value]) => `${encodeURIComponent(name.toWellFormed())}=${encodeURIComponent(value.toWellFormed())}`)
    .join('&');
}

/** Refuses, the same over both transports, what HTTP has no way to send. */
export function assertSendable(request: ProxyRequest): void {
  if (request.method === 'GET' && request.body !== undefined) {
    throw invalid('A GET request cannot carry a body.', 'Leave the body out, or use another method.');
  }
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    if (/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value)) continue;
    throw invalid(
      `The header ${excerpt(name, 80)} cannot be sent.`,
      'Use a header name and a one-line value that HTTP allows.',
    );
  }
}

/** `..` would climb out of the proxy into Membrane's own API, also in its encoded forms. */
function assertStays(encoded: string, given: string): void {
  const [path = ''] = encoded.split('?');
  const climbs = path.split(/[/\\]|%5c/i).some((segment) => /^(\.|%2e){1,2}$/i.test(segment));
  if (!path.startsWith('/')) throw invalid(`The path ${excerpt(given, 200)} does not start with a slash.`);
  if (path.startsWith('//') || climbs) throw invalid(`The path ${excerpt(given, 200)} leaves the connected service.`);
}

const pathHint =
  'Give a path of the service that starts with one slash and has no `.` or `..` parts, with a value for each place.';

function invalid(message: string, hint = pathHint): OperationError {
  return new OperationError('INPUT_INVALID', message, {
    hint,
    retryable: false,
    effect: 'none',
  });
}

import { randomFrom } from './random.ts';

/** Membrane's error body. */
export interface Envelope {
  type?: string;
  key?: string;
  message: string;
  data?: unknown;
  stack?: string;
  causedByError?: Envelope;
  logs?: unknown[];
}

/** Stands in every envelope's `stack` and `logs`: a test that finds it in front of a user has found a leak. */
export const LEAK_MARKER = 'SANDBOX-INTERNALS-NOT-FOR-USERS';

/** Thrown anywhere in the sandbox's Membrane; its application answers with it. */
export class MembraneFailure extends Error {
  readonly status: number;
  readonly envelope: Envelope;
  constructor(status: number, envelope: Envelope) {
    super(envelope.message);
    this.status = status;
    this.envelope = envelope;
  }
}

function badRequest(status: number, key: string, message: string, data?: unknown): MembraneFailure {
  return new MembraneFailure(status, { type: 'bad_request', key, message, ...(data === undefined ? {} : { data }) });
}

export const notFound = (what: string) => badRequest(404, 'not_found', `${what} not found`);
export const notAuthenticated = (message: string) => badRequest(401, 'not_authenticated', message);
export const accessDenied = (message: string) => badRequest(403, 'access_denied', message);
export const invalidRequest = (message: string, data?: unknown) => badRequest(400, 'invalid_request', message, data);
export const invalidInput = (message: string, data?: unknown) => badRequest(400, 'invalid_input', message, data);
export const tooLarge = (message: string) => badRequest(413, 'invalid_request', message);

/** Something between Membrane and the app broke: whether the app did anything is unknown. */
export function internal(cause: unknown): MembraneFailure {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new MembraneFailure(500, {
    type: 'internal',
    message: 'Internal server error',
    data: { errorId: '6923f1c0a1b2c3d4e5f60718' },
    causedByError: { message },
  });
}

/** The Hub's answer as it travels inside an envelope. */
export interface WrappedAnswer {
  request: { url: string; method: string };
  response: { status: number; headers: Record<string, string>; data: unknown };
}

/**
 * What an action run that met an error of the Hub answers. The Hub's answer lies `depth`
 * levels down, because nobody documents how deep it is.
 * @param httpStatus of Membrane's own answer, for the Hub's ordinary errors
 */
export function hubFailure(answer: WrappedAnswer, depth: number, httpStatus: number): MembraneFailure {
  const { status } = answer.response;
  if (status === 401) {
    return new MembraneFailure(401, nest(expiredConnection(answer), depth));
  }
  if (status === 429) {
    return new MembraneFailure(429, nest(hubRateLimit(answer), depth));
  }
  const inner: Envelope = { type: 'custom_code', message: `Request failed with status code ${status}`, data: answer };
  const outer: Envelope = { type: 'action_run', message: 'Failed to run action', causedByError: nest(inner, depth) };
  return new MembraneFailure(httpStatus, outer);
}

function expiredConnection(answer: WrappedAnswer): Envelope {
  return {
    type: 'connection',
    key: 'access_token_expired',
    message: 'Access token of the connection has expired',
    data: answer,
  };
}

function hubRateLimit(answer: WrappedAnswer): Envelope {
  return {
    type: 'connection',
    key: 'rate_limit_exceeded',
    message: 'Rate limit of the external app exceeded',
    data: answer,
  };
}

const WRAPPERS: readonly Envelope[] = [
  { type: 'custom_code', message: 'Error in custom code' },
  { type: 'unit_run', message: 'Failed to run unit' },
  { type: 'dependency_error', message: 'Dependency failed' },
];

function nest(inner: Envelope, depth: number): Envelope {
  let envelope = inner;
  for (let level = 0; level < depth; level += 1) {
    const wrapper = WRAPPERS[level % WRAPPERS.length];
    envelope = { message: 'Failed', ...wrapper, causedByError: envelope };
  }
  return envelope;
}

/** Depths from 0 to 3, the same for the same seed. */
export function depthsFrom(seed: number): () => number {
  const random = randomFrom(seed);
  return () => Math.floor(random() * 4);
}

/** As it goes over the wire: stack and logs on every level. */
export function withInternals(envelope: Envelope): Envelope {
  const { causedByError, ...own } = envelope;
  return {
    ...own,
    stack: `MembraneError: ${own.message}\n    at run (/app/engine/${LEAK_MARKER}.js:1:1)`,
    logs: [{ type: 'api', data: { note: LEAK_MARKER } }],
    ...(causedByError ? { causedByError: withInternals(causedByError) } : {}),
  };
}

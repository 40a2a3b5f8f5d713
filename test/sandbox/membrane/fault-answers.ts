import { type Envelope, withInternals } from './envelope.ts';

/** Errors of Membrane that a switchboard rule can ask for: `{ match, kind: 'status', ...FAULT_ANSWERS['lock-timeout'] }`. */
export interface FaultAnswer {
  status: number;
  body: Envelope;
}

const answer = (status: number, envelope: Envelope): FaultAnswer => ({ status, body: withInternals(envelope) });

const hubAnswer = (status: number, headers: Record<string, string>, data: unknown) => ({
  request: { url: 'https://huggingface.co/api/repos/create', method: 'POST' },
  response: { status, headers, data },
});

export const FAULT_ANSWERS = {
  'lock-timeout': answer(409, { type: 'concurrency', key: 'lock_timeout', message: 'Could not acquire lock' }),
  internal: answer(500, {
    type: 'internal',
    message: 'Internal server error',
    data: { errorId: '6923f1c0a1b2c3d4e5f60718' },
  }),
  'insufficient-credit': answer(402, { type: 'insufficient_credit', message: 'Credits of the workspace are used up' }),
  'access-denied': answer(403, { type: 'bad_request', key: 'access_denied', message: 'Access denied' }),
  'not-authenticated': answer(401, { type: 'bad_request', key: 'not_authenticated', message: 'Not authenticated' }),
  'connection-defunct': answer(400, {
    type: 'connection',
    key: 'connection_is_defunct',
    message: 'Connection is defunct',
  }),
  'connection-token-expired': answer(401, {
    type: 'connection',
    key: 'access_token_expired',
    message: 'Access token of the connection has expired',
  }),
  'membrane-rate-limit': answer(429, {
    type: 'bad_request',
    key: 'rate_limit_exceeded',
    message: 'Rate limit exceeded',
  }),
  'hub-rate-limit': answer(429, {
    type: 'connection',
    key: 'rate_limit_exceeded',
    message: 'Rate limit of the external app exceeded',
    data: hubAnswer(429, { 'retry-after': '1', ratelimit: '"api";r=0;t=1' }, { error: 'We had to rate limit you' }),
  }),
  'hub-unavailable': answer(400, {
    type: 'action_run',
    message: 'Failed to run action',
    causedByError: {
      type: 'custom_code',
      message: 'Request failed with status code 503',
      data: hubAnswer(503, {}, '<html>Service Unavailable</html>'),
    },
  }),
  unknown: answer(418, { type: 'teapot', message: 'A type that nobody has seen yet' }),
} as const satisfies Record<string, FaultAnswer>;

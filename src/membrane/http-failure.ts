import { OperationError } from '../errors.ts';
import { excerpt } from './excerpt.ts';

/** Nothing can have been carried out: the connection was never made. */
const beforeSending = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_NODATA',
  'EAI_NONAME',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Nothing was carried out either, and a repetition meets the same certificate. */
const certificate = /^(CERT_|ERR_TLS_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERR_SSL_|EPROTO$)/;

const maxCauses = 10;

/** The network code of a failure (`ECONNREFUSED`, …), wherever in its causes it is. */
export function networkCode(failure: unknown, depth = 0): string | undefined {
  if (depth > maxCauses || typeof failure !== 'object' || failure === null) return undefined;
  const inner = 'cause' in failure ? networkCode(failure.cause, depth + 1) : undefined;
  if (inner !== undefined) return inner;
  if ('code' in failure && typeof failure.code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(failure.code))
    return failure.code;
  if (!('errors' in failure) || !Array.isArray(failure.errors)) return undefined;
  // Happy eyeballs: one error for each address that was tried.
  return networkCode(failure.errors[0], depth + 1);
}

/** Whether a failure happened while the connection was being made. */
function neverSent(failure: unknown, code: string | undefined): boolean {
  if (code === undefined) return false;
  if (beforeSending.has(code) || certificate.test(code)) return true;
  return code === 'ETIMEDOUT' && syscallOf(failure) === 'connect';
}

function syscallOf(failure: unknown, depth = 0): string | undefined {
  if (depth > maxCauses || typeof failure !== 'object' || failure === null) return undefined;
  if ('syscall' in failure && typeof failure.syscall === 'string') return failure.syscall;
  return 'cause' in failure ? syscallOf(failure.cause, depth + 1) : undefined;
}

/**
 * A request that got no answer as an OperationError.
 * @param host what was asked, as shown to people
 */
export function networkFailure(failure: unknown, host: string): OperationError {
  const code = networkCode(failure);
  if (code !== undefined && certificate.test(code)) return untrusted(host, code, failure);
  return new OperationError('UPSTREAM_UNAVAILABLE', `${host} ${happening(failure, code)}.`, {
    hint: hintFor(code),
    retryable: true,
    effect: neverSent(failure, code) ? 'none' : 'unknown',
    cause: failure,
  });
}

function happening(failure: unknown, code: string | undefined): string {
  if (code === undefined)
    return `did not answer (${failure instanceof Error ? excerpt(failure.message, 200) : 'no reason given'})`;
  if (code === 'ENOTFOUND' || code.startsWith('EAI_')) return `is unknown to the name service (${code})`;
  if (neverSent(failure, code)) return `could not be reached (${code})`;
  return `broke off before its answer was complete (${code})`;
}

function hintFor(code: string | undefined): string {
  if (code === 'ENOTFOUND')
    return 'Check `api-url` for a typing error, and the name service and proxy settings of the runner.';
  if (code !== undefined && beforeSending.has(code)) {
    return 'Check that the runner may reach it (`HTTPS_PROXY`, firewall), then run the step again.';
  }
  return 'Run the step again; if it stays so, look at the network between the runner and Membrane.';
}

function untrusted(host: string, code: string, cause: unknown): OperationError {
  return new OperationError('UPSTREAM_UNAVAILABLE', `The certificate of ${host} is not trusted (${code}).`, {
    hint: "For a self-hosted Membrane, set `NODE_EXTRA_CA_CERTS` to its authority's certificate in the job's environment.",
    retryable: false,
    effect: 'none',
    cause,
  });
}

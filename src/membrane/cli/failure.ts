import { OperationError } from '../../errors.ts';
import { isEnvelope } from '../envelope-chain.ts';
import { envelopeError, type Subject } from '../error-envelope.ts';
import { excerpt } from '../excerpt.ts';
import { networkFailure } from '../http-failure.ts';
import { statusError } from '../status-error.ts';
import { upstreamError } from '../upstream-error.ts';
import { findJsonDocument } from './json-document.ts';
import { NotByCliError } from './not-by-cli.ts';
import type { ProcessResult } from './process.ts';
import { withoutAnsi } from './terminal-text.ts';

/** What a run of the CLI that did not succeed means; only the text of older versions has to be guessed at. */
export function cliFailure(result: ProcessResult, subject: Subject, now: number): OperationError {
  const envelope = envelopeIn(result.stdout) ?? envelopeIn(result.stderr) ?? untypedError(result.stdout);
  if (envelope !== undefined) return envelopeError(envelope, { subject, now });
  if (result.endedBy !== undefined) return wasEnded(result.endedBy);
  const text = withoutAnsi(result.stderr.trim() === '' ? result.stdout : result.stderr).slice(-longestText);
  // A server that answered had the request: what its words sound like proves nothing about what it did.
  const failed = (ownStatus(text) ?? 0) >= 500 ? byStatus(text, subject, now) : undefined;
  return (
    failed ??
    refusedSignIn(text) ??
    reconnectNeeded(text, subject, now) ??
    misused(text) ??
    unreachable(text) ??
    byStatus(text, subject, now) ??
    unexplained(text, result)
  );
}

/** Where the reason stands when a program says much: at the end. Characters. */
const longestText = 20_000;

/** The envelope in what was printed, where it is one. */
export function envelopeIn(output: string): unknown {
  const found = findJsonDocument(output, isEnvelope);
  return found.ok && isEnvelope(found.value) ? found.value : undefined;
}

/** Membrane's `type` is optional: after a failed run an object with a message is an error too. */
function untypedError(output: string): unknown {
  const found = findJsonDocument(output, hasMessage);
  return found.ok && hasMessage(found.value) ? found.value : undefined;
}

function hasMessage(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string';
}

function wasEnded(signal: string): OperationError {
  return new OperationError('CLI_UNUSABLE', `The Membrane CLI was ended by ${signal} before it had answered.`, {
    hint: 'Something on the runner ended it, most often for want of memory: use a larger runner or `transport: api`.',
    retryable: true,
    effect: 'unknown',
  });
}

const notSignedIn =
  /not (?:logged|signed) in|please (?:log ?in|run membrane login)|access token (?:is not (?:provided|valid)|has expired)|not authenticated/i;

/** The words of `@membranehq/sdk` for a token that is neither a JWT nor `pat-…`; nothing was sent. */
function refusedSignIn(text: string): OperationError | undefined {
  if (/access token should be a valid jwt/i.test(text)) {
    return new NotByCliError('sign-in', 'AUTH_REJECTED', 'The Membrane CLI does not take a token of this form.', {
      hint: 'Use `transport: api` (or `auto`), or a token that is a JWT or starts with `pat-`.',
    });
  }
  // In a cause these words are the connected service's, not Membrane's.
  const own = text.split(/caused by:/i)[0] ?? '';
  if (!notSignedIn.test(own)) return undefined;
  return fromStatus(401, 'connection', text);
}

/** The connection's own sign-in is over, as Membrane words it; the same as its envelope with that key. */
function reconnectNeeded(text: string, subject: Subject, now: number): OperationError | undefined {
  if (
    !/access token of the connection|connection (?:is )?(?:defunct|disconnected)|reconnect (?:it|the|this|your)\b/i.test(
      text,
    )
  )
    return undefined;
  const envelope = { type: 'connection', key: 'connection_is_defunct', message: excerpt(text, 300) };
  return envelopeError(envelope, { subject, now });
}

/** An argument parser's words, or Node's own before the program ran: the command was never carried out. */
const misuse =
  /^(?:error: )?(?:unknown (?:option|command|argument)|too many arguments|missing required argument|cannot find module|syntaxerror\b)/im;

function misused(text: string): OperationError | undefined {
  if (!misuse.test(text)) return undefined;
  return new OperationError('CLI_UNUSABLE', `The Membrane CLI could not carry out the command: ${excerpt(text, 300)}`, {
    hint: 'This version takes other commands: set `cli-version` to one this action supports, or `transport: api`.',
    retryable: false,
    effect: 'none',
  });
}

/** Whose connection it was the text does not tell: Membrane's own may break off in the middle of its work. */
function unreachable(text: string): OperationError | undefined {
  const code =
    /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ECONNRESET|ETIMEDOUT|EPIPE|UND_ERR_[A-Z_]+|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_[A-Z_]+|CERT_HAS_EXPIRED)\b/.exec(
      text,
    )?.[1];
  if (code === undefined && !/fetch failed|socket hang up|network error/i.test(text)) return undefined;
  const failure = networkFailure({ code, message: excerpt(text, 200) }, 'Membrane (asked by its CLI)');
  return new OperationError(failure.code, failure.message, { ...failure.details, effect: 'unknown' });
}

/** The status that Membrane itself answered with stands behind its message. */
function ownStatus(text: string): number | undefined {
  const status = /\(HTTP ([3-5]\d\d)\)[ \t]*$/m.exec(text)?.[1];
  return status === undefined ? undefined : Number(status);
}

/** A status in a cause, or of a proxied request, is the connected service's. */
function byStatus(text: string, subject: Subject, now: number): OperationError | undefined {
  const cause = causingStatus.exec(text) ?? (subject === 'request' ? proxied.exec(text) : null);
  if (cause !== null) {
    const body = findJsonDocument(text);
    const answer = {
      status: Number(cause[1]),
      headers: {},
      body: body.ok ? body.value : excerpt(cause[2] ?? cause[0]),
    };
    return upstreamError(answer, { now });
  }
  const own = ownStatus(text) ?? Number(/status code:? ([3-5]\d\d)/i.exec(text)?.[1]);
  return Number.isNaN(own) ? undefined : fromStatus(own, subject, text);
}

/** In the last cause, at its beginning or named as a status: a port or a number in a name is none. */
const causingStatus = /caused by:(?:[^\n]*?\bstatus(?: code)?)?[ :]*([45]\d\d)\b[^\n]*\s*$/i;
const proxied = /failed with status code ([45]\d\d)(?::\s*(\S.*))?/is;

/** With a cause behind it the refusal may have come in the middle of the work. */
function fromStatus(status: number, subject: Subject, text: string): OperationError {
  const { code, what, details } = statusError(status, subject);
  const effect = /caused by:/i.test(text) ? 'unknown' : (details.effect ?? 'unknown');
  return new OperationError(code, `${what}: ${excerpt(text, 300)}`, { ...details, effect, status });
}

function unexplained(text: string, result: ProcessResult): OperationError {
  const said = excerpt(text, 400);
  const ending = `ended with exit code ${result.exitCode ?? 'unknown'}`;
  return new OperationError('CLI_UNUSABLE', `The Membrane CLI ${ending}${said === '' ? '' : `: ${said}`}`, {
    hint: 'Try another `cli-version`, or `transport: api`, which does without the CLI.',
    retryable: true,
    effect: 'unknown',
  });
}

import { OperationError } from '../../errors.ts';
import type { Runtime } from '../../runtime.ts';
import { readAction, readActionPage, readActionResult } from '../action-answer.ts';
import type { MembraneClient, ProxyRequest, ProxyResponse } from '../client.ts';
import { readConnectionAnswer } from '../connection-answer.ts';
import { isEnvelope } from '../envelope-chain.ts';
import { envelopeError, type Subject } from '../error-envelope.ts';
import { defaultSearchLimit } from '../search-limits.ts';
import type { Session } from '../sign-in.ts';
import { unreadableAnswer } from '../unreadable-answer.ts';
import { isRedirect, upstreamError, upstreamRedirect } from '../upstream-error.ts';
import {
  actionArguments,
  connectionArguments,
  ensureArguments,
  requestArguments,
  runArguments,
  searchArguments,
} from './arguments.ts';
import type { CliCommand } from './command.ts';
import { childEnvironment, membraneEnvironment } from './environment.ts';
import { cliFailure, envelopeIn } from './failure.ts';
import type { Home } from './home.ts';
import { findJsonDocument } from './json-document.ts';
import { NotByCliError } from './not-by-cli.ts';
import { type ProcessResult, runProcess } from './process.ts';
import { printedBytes, readProxyOutput, wholeResponse } from './proxy-output.ts';

export interface CliClientOptions {
  readonly command: CliCommand;
  readonly session: Session;
  readonly apiUrl: string;
  readonly home: Home;
  readonly runtime: Runtime;
}

/** Runs the CLI once, to its end. */
type RunCli = (args: readonly string[], signal: AbortSignal) => Promise<ProcessResult>;

/** Membrane through its CLI: one process for each call. */
export function openCliClient(options: CliClientOptions): MembraneClient {
  const { runtime } = options;
  const closing = new AbortController();
  const run: RunCli = (args, signal) => runCli(args, AbortSignal.any([signal, closing.signal]), options);
  const json = async (args: readonly string[], signal: AbortSignal, subject: Subject, expected: string) =>
    readJson(await run(args, signal), subject, runtime.now(), expected);
  return {
    transport: 'cli',
    async ensureConnection(appUrl, { signal }) {
      return readConnectionAnswer(await json(ensureArguments(appUrl), signal, 'connection', 'id'));
    },
    async getConnection(id, { signal, waitSeconds }) {
      return readConnectionAnswer(await json(connectionArguments(id, waitSeconds), signal, 'connection', 'id'));
    },
    async searchActions(search, { signal }) {
      const page = readActionPage(await json(searchArguments(search), signal, 'search', 'items'));
      return page.actions.slice(0, search.limit ?? defaultSearchLimit);
    },
    async getAction(idOrKey, _connectionId, { signal }) {
      return readAction(await json(actionArguments(idOrKey), signal, 'action', 'id'));
    },
    async runAction(action, { signal }) {
      if (action.confidential === true) throw confidential();
      return readActionResult(await json(runArguments(action), signal, 'action', 'output'));
    },
    request: (connectionId, request, { signal }) => proxy(connectionId, request, signal, run, runtime),
    close: async () => closing.abort(closed()),
  };
}

async function runCli(args: readonly string[], signal: AbortSignal, options: CliClientOptions): Promise<ProcessResult> {
  const { command, home, runtime, session, apiUrl } = options;
  // Credentials are in the CLI's home, where its own login would have put them; it renews them itself.
  const accessToken = session.signIn.kind === 'credentials' ? undefined : await session.accessToken(signal);
  const workspaceKey = session.signIn.kind === 'workspace' ? session.signIn.workspaceKey : undefined;
  return runProcess({
    command: command.file,
    args: [...command.firstArguments, ...args],
    env: { ...childEnvironment(runtime, home.path), ...membraneEnvironment({ apiUrl, accessToken, workspaceKey }) },
    cwd: home.workingDirectory,
    platform: runtime.platform,
    signal,
  });
}

/** @param expected a field that the right document has, among others that may have been printed */
function readJson(result: ProcessResult, subject: Subject, now: number, expected: string): unknown {
  if (result.exitCode !== 0) throw cliFailure(result, subject, now);
  const found = findJsonDocument(result.stdout, (value) => isEnvelope(value) || hasField(value, expected));
  if (!found.ok) throw unreadableAnswer('the CLI printed no whole JSON document');
  // Old versions end well even when they print an error.
  if (isEnvelope(found.value)) throw envelopeError(found.value, { subject, now });
  return found.value;
}

function hasField(value: unknown, field: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, field);
}

async function proxy(
  connectionId: string,
  request: ProxyRequest,
  signal: AbortSignal,
  run: RunCli,
  runtime: Runtime,
): Promise<ProxyResponse> {
  if (request.confidential === true) throw confidential();
  const result = await run(requestArguments(connectionId, request), signal);
  const now = runtime.now();
  const asked = `${request.method} ${request.path.split('?')[0]}`;
  if (result.exitCode !== 0) throw proxyFailure(result, asked, now);
  const response = readProxyOutput(result.stdout);
  const status = response.status ?? 0;
  if (status >= 400) throw upstreamError({ ...response, status }, { request: asked, now });
  if (isRedirect(status)) throw upstreamRedirect({ ...response, status }, asked);
  const envelope = response.status === undefined ? envelopeIn(result.stdout) : undefined;
  if (envelope !== undefined) throw envelopeError(envelope, { subject: 'request', now });
  if (request.bytes === true) return { ...response, body: printedBytes(response) };
  if (request.needsHeaders === true && response.status === undefined) throw headersHidden();
  return response;
}

/** Some versions end with an error after printing the whole response: its status is the better reason. */
function proxyFailure(result: ProcessResult, asked: string, now: number): OperationError {
  const found = findJsonDocument(result.stdout, (value) => wholeResponse(value) !== undefined);
  const response = found.ok ? wholeResponse(found.value) : undefined;
  const status = response?.status ?? 0;
  if (response === undefined || status < 400) return cliFailure(result, 'request', now);
  return upstreamError({ ...response, status }, { request: asked, now });
}

function confidential(): NotByCliError {
  return new NotByCliError(
    'confidential',
    'CLI_UNUSABLE',
    'The input holds a secret, and an argument of a process can be seen by others.',
    {
      hint: 'Use `transport: api` (or `auto`), which sends it in the body of a request.',
    },
  );
}

function headersHidden(): NotByCliError {
  return new NotByCliError(
    'headers',
    'CLI_UNUSABLE',
    'This version of the CLI prints an answer without its headers, which say where a list goes on.',
    {
      hint: 'Use a newer CLI (`cli-version`), or `transport: api` (or `auto`), where the headers are seen.',
    },
  );
}

function closed(): OperationError {
  return new OperationError('CANCELLED', 'The call was ended because the step is over.', {
    hint: 'Nothing to do: this is how what is still running ends with the step.',
    effect: 'unknown',
  });
}

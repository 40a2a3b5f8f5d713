import type { Log } from '../log.ts';
import type { Runtime } from '../runtime.ts';
import type { CliCommand } from './cli/command.ts';
import { NotByCliError } from './cli/not-by-cli.ts';
import type { MembraneClient } from './client.ts';
import { withFallback } from './fallback.ts';
import { withRetries } from './retry.ts';
import { isTokenTheCliTakes, type Session } from './sign-in.ts';

export interface OpenClientRequest {
  readonly transport: 'auto' | 'cli' | 'api';
  readonly session: Session;
  readonly apiUrl: string;
  readonly cli: {
    /** An installed CLI; without it one is installed. */
    readonly path?: string | undefined;
    /** Exact, a range, or `latest`. */
    readonly version?: string | undefined;
    readonly registryUrl?: string | undefined;
  };
  /** The runner's folder for temporary files: the CLI's private home is made there. */
  readonly temporary: string;
  /** A home of the CLI that outlives the job, checked; it takes the place of the private one. */
  readonly lastingHome?: string | undefined;
  /** Told of that home before anything is written there, so that it is removed whatever happens. */
  readonly onHome: (path: string) => void;
  /** How often a call that is safe to repeat is repeated. */
  readonly retries: number;
}

export interface OpenClientContext {
  readonly runtime: Runtime;
  readonly log: Log;
  /** Ends the setting up; each call has its own. */
  readonly signal: AbortSignal;
}

export interface OpenClient {
  readonly client: MembraneClient;
  /** Missing where no CLI is used, or it did not tell. */
  readonly cliVersion?: string | undefined;
  /** The CLI's private home, where it has one. */
  readonly home?: string | undefined;
  /** How the CLI is started, where there is one. */
  readonly command?: CliCommand | undefined;
}

/**
 * Membrane over the transport that was asked for, with the CLI installed and retrying on top. `auto` takes the CLI, and
 * the API, said once, only for what the CLI cannot do here.
 * @throws OperationError `CLI_INSTALL_FAILED`, `CLI_UNUSABLE`, `AUTH_MISSING`
 */
export async function openClient(request: OpenClientRequest, context: OpenClientContext): Promise<OpenClient> {
  const opened = await openTransport(request, context);
  const { runtime, log } = context;
  const client = withRetries(opened.client, { retries: request.retries, runtime, log, session: request.session });
  return { ...opened, client };
}

function openTransport(request: OpenClientRequest, context: OpenClientContext): Promise<OpenClient> {
  switch (request.transport) {
    case 'api':
      return openApi(request, context);
    case 'cli':
      return openCli(request, context);
    case 'auto':
      return openAuto(request, context);
  }
}

/** Imported when needed: a step over the API never loads what installs and runs the CLI. */
async function openApi({ apiUrl, session }: OpenClientRequest, context: OpenClientContext): Promise<OpenClient> {
  // A sign-in that cannot go by the API fails here, before anything is asked of Membrane.
  await session.accessToken(context.signal);
  const { openApiClient } = await import('./api/client.ts');
  return { client: openApiClient({ apiUrl, session, runtime: context.runtime }) };
}

async function openCli(request: OpenClientRequest, context: OpenClientContext): Promise<OpenClient> {
  const { setUpCli } = await import('./cli/set-up.ts');
  return setUpCli(request, context);
}

async function openAuto(request: OpenClientRequest, context: OpenClientContext): Promise<OpenClient> {
  const { log } = context;
  const api = async () => (await openApi(request, context)).client;
  if (!(await signInSuitsCli(request.session, context.signal))) {
    log.notice('The Membrane CLI does not take a token of this form: going over the HTTP API instead.');
    return openApi(request, context);
  }
  try {
    const opened = await openCli(request, context);
    return { ...opened, client: withFallback(opened.client, api, log) };
  } catch (error) {
    if (!(error instanceof NotByCliError)) throw error;
    log.notice(`${error.message} Going over the HTTP API instead.`);
    return openApi(request, context);
  }
}

/** Credentials are the CLI's own; it will say itself what it thinks of them. */
async function signInSuitsCli(session: Session, signal: AbortSignal): Promise<boolean> {
  return session.signIn.kind === 'credentials' || isTokenTheCliTakes(await session.accessToken(signal));
}

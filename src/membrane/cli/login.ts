import { OperationError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Runtime } from '../../runtime.ts';
import { excerpt } from '../excerpt.ts';
import type { CliCommand } from './command.ts';
import { childEnvironment, membraneEnvironment } from './environment.ts';
import { createHome } from './home.ts';
import { makeCredentialsPrivate, storedCredentials } from './lasting-home.ts';
import { type ProcessResult, runProcess } from './process.ts';
import { commandFor } from './set-up.ts';
import { withoutAnsi } from './terminal-text.ts';

export interface LoginRequest {
  readonly apiUrl: string;
  readonly cli: {
    readonly path?: string | undefined;
    readonly version?: string | undefined;
    readonly registryUrl?: string | undefined;
  };
  /** The runner's folder for temporary files. */
  readonly temporary: string;
  readonly onHome: (path: string) => void;
  /** Where the CLI stays signed in; checked by `openLastingHome`. */
  readonly home: string;
}

/** The headless login of the CLI, in its two halves: a person signs in between them. */
export interface Login {
  readonly cliVersion: string | undefined;
  /** Begins it. @returns the address at which the person signs in and is shown a code */
  begin(clientName: string, signal: AbortSignal): Promise<string>;
  /** Ends it. @returns the text of the credentials that it left */
  complete(code: string, signal: AbortSignal): Promise<string>;
}

interface LoginContext {
  readonly runtime: Runtime;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** @throws OperationError `CLI_INSTALL_FAILED`, `CLI_UNUSABLE` */
export async function openLogin(request: LoginRequest, context: LoginContext): Promise<Login> {
  const own = await createHome(request.temporary, request.onHome);
  const command = await commandFor(request, own, context);
  const run = (args: readonly string[], signal: AbortSignal) =>
    runProcess({
      command: command.file,
      args: [...command.firstArguments, ...args],
      env: { ...childEnvironment(context.runtime, request.home), ...membraneEnvironment({ apiUrl: request.apiUrl }) },
      cwd: own.workingDirectory,
      platform: context.runtime.platform,
      signal,
    });
  return {
    cliVersion: command.version,
    begin: async (clientName, signal) => begin(await run(beginArguments(clientName), signal), command),
    async complete(code, signal) {
      const result = await run(['login', 'complete', code, '--non-interactive'], signal);
      if (result.exitCode !== 0) throw refusedCode(result, code);
      const credentials = await storedCredentials(request.home);
      if (credentials === undefined) throw leftNothing();
      await makeCredentialsPrivate(request.home);
      return credentials;
    },
  };
}

function beginArguments(clientName: string): string[] {
  return ['login', '--tenant', `--clientName=${clientName}`, '--non-interactive'];
}

function begin(result: ProcessResult, { version }: CliCommand): string {
  const text = withoutAnsi(`${result.stdout}\n${result.stderr}`);
  const url = result.exitCode === 0 ? authorizationUrl(text) : undefined;
  if (url !== undefined) return url;
  const said = excerpt(text, 300);
  const what = result.exitCode === 0 ? 'printed no address to sign in at' : 'could not begin the login';
  throw new OperationError('CLI_UNUSABLE', `The Membrane CLI ${version ?? ''} ${what}: ${said}`, {
    hint: 'Check `api-url` and that Membrane can be reached from this runner, or try another `cli-version`.',
    retryable: true,
    effect: 'none',
  });
}

/** What it prints around the address is for people and may hold others, such as one about a newer version. */
export function authorizationUrl(text: string): string | undefined {
  const found = text.match(/https?:\/\/[^\s"'<>`]+/g) ?? [];
  const urls = found.flatMap((address) => URL.parse(address.replace(/[.,;:)\]}]+$/, '')) ?? []).filter(isSafe);
  const isSignIn = (url: URL) => /auth|login|sign-?in|device|oauth/i.test(url.pathname + url.search);
  return (urls.find(isSignIn) ?? urls[0])?.href;
}

/** A person will open it and sign in there: nobody on the way may read along. */
function isSafe({ protocol, hostname, username }: URL): boolean {
  if (username !== '') return false;
  return protocol === 'https:' || /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}

function refusedCode(result: ProcessResult, code: string): OperationError {
  const text = withoutAnsi(`${result.stderr}\n${result.stdout}`).replaceAll(code, '***');
  return new OperationError('AUTH_REJECTED', `The login was not completed: ${excerpt(text, 300)}`, {
    hint: 'A code can be used once: run `operation: login` without `code` for a new address, with the same `home`.',
    retryable: false,
    effect: 'none',
  });
}

function leftNothing(): OperationError {
  return new OperationError('CLI_UNUSABLE', 'The Membrane CLI completed the login but left no credentials in `home`.', {
    hint: 'Try another `cli-version`.',
    retryable: false,
    effect: 'none',
  });
}

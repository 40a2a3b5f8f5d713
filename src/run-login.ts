import { withinLimit } from './deadline.ts';
import { formatDuration } from './duration.ts';
import { OperationError } from './errors.ts';
import type { Runner } from './github/runner.ts';
import { maskSecret } from './github/secrets.ts';
import { rememberHome } from './github/state.ts';
import { loginParameters } from './hub/built-in/login.ts';
import { secretValues } from './hub/operation-request.ts';
import type { OperationResult } from './hub/operation-result.ts';
import type { Log } from './log.ts';
import { type Login, openLogin } from './membrane/cli/login.ts';
import { openSession } from './membrane/sign-in.ts';
import type { CheckedLogin } from './run-inputs.ts';
import type { Runtime } from './runtime.ts';
import { facts, html, link } from './text/html.ts';

interface LoginContext {
  readonly runtime: Runtime;
  readonly runner: Runner;
  readonly log: Log;
  readonly cancellation: { readonly signal: AbortSignal };
  readonly progress: { cliVersion: string | undefined; transport: 'cli' | 'api' | undefined };
}

/**
 * Signs the CLI in within a home that lasts: without a code it says where a person signs in, with the code it completes
 * that.
 * @throws OperationError `AUTH_REJECTED` for a code that is not taken
 */
export async function logIn(step: CheckedLogin, context: LoginContext): Promise<OperationResult> {
  const { inputs, request, home } = step;
  secretValues(request).forEach(maskSecret);
  const { code, clientName } = loginParameters.parse(request.params);
  return withinLimit(context.cancellation.signal, inputs.timeout, tookTooLong(inputs.timeout), async (signal) => {
    const login = await openLogin(
      { ...inputs, home, temporary: context.runner.temporary, onHome: rememberHome },
      { ...context, signal },
    );
    Object.assign(context.progress, { cliVersion: login.cliVersion, transport: 'cli' });
    if (code === undefined) return beginLogin(login, clientName, context.log, signal);
    return describeSignIn(await login.complete(code, signal), context.runtime);
  });
}

async function beginLogin(login: Login, clientName: string, log: Log, signal: AbortSignal): Promise<OperationResult> {
  const url = await login.begin(clientName, signal);
  log.notice(`Sign in at ${url} and run this step again with the \`code\` that is shown there.`);
  const rows = [
    ['Sign in here', link(url)],
    ['Then', html`Run the step again with the code in <code>code</code> and the same <code>home</code>.`],
  ] as const;
  return {
    status: 'succeeded',
    changed: false,
    output: { loggedIn: false, loginUrl: url },
    outputs: { 'login-url': url },
    page: html`<p><b>A person must sign in.</b></p>\n${facts(rows)}`,
    headline: `Began the sign-in of '${clientName}': a person must go on`,
  };
}

/** What the token says of itself, which nobody checked: enough to see that it is the right account. */
function describeSignIn(credentials: string, runtime: Runtime): OperationResult {
  const session = openSession({ kind: 'credentials', text: credentials }, runtime, maskSecret);
  session.secrets().forEach(maskSecret);
  const { workspace, tenant } = session.describe();
  const who = [tenant, workspace].filter((one) => one !== undefined).join(' of workspace ');
  return {
    status: 'succeeded',
    changed: false,
    output: { loggedIn: true, workspace, tenant },
    outputs: { 'login-url': '' },
    headline: `Signed in${who === '' ? '' : ` as ${who}`}; later steps with the same home need no other sign-in`,
  };
}

function tookTooLong(timeout: number): () => OperationError {
  return () =>
    new OperationError('TIMEOUT', `The step ended because the login took longer than ${formatDuration(timeout)}.`, {
      hint: 'Check that Membrane can be reached from this runner, or allow more time with `timeout`.',
      retryable: true,
      effect: 'none',
    });
}

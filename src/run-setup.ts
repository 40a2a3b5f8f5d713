import { OperationError } from './errors.ts';
import { addCommand, exportForLaterSteps } from './github/later-steps.ts';
import { setupParameters } from './hub/built-in/setup.ts';
import type { OperationResult } from './hub/operation-result.ts';
import { membraneEnvironment } from './membrane/cli/environment.ts';
import type { OpenClient } from './membrane/open-client.ts';
import type { ReadyConnection } from './membrane/ready-connection.ts';
import type { Session } from './membrane/sign-in.ts';
import type { CheckedStep } from './run-inputs.ts';
import type { Runtime } from './runtime.ts';

interface SetupContext {
  readonly opened: OpenClient;
  readonly session: Session;
  readonly connection: ReadyConnection;
  readonly runtime: Runtime;
  /** The runner's folder for temporary files, which lasts as long as the job. */
  readonly temporary: string;
  readonly signal: AbortSignal;
}

/**
 * Puts `membrane` on the PATH of later steps. They are told which Membrane it is, and who signs in only where the step
 * was asked to.
 */
export async function setUpLaterSteps(step: CheckedStep, context: SetupContext): Promise<OperationResult> {
  const { opened, connection, runtime } = context;
  if (opened.command === undefined) throw noCli();
  const { exportSignIn } = setupParameters.parse(step.request.params);
  const path = await addCommand('membrane', opened.command, { ...context, platform: runtime.platform });
  const { apiUrl, signIn } = step.inputs;
  const accessToken = exportSignIn ? await context.session.accessToken(context.signal) : undefined;
  const workspaceKey = exportSignIn && signIn?.kind === 'workspace' ? signIn.workspaceKey : undefined;
  const { CI, NO_COLOR, ...variables } = membraneEnvironment({ apiUrl, accessToken, workspaceKey });
  exportForLaterSteps(variables);
  return {
    status: 'succeeded',
    changed: false,
    output: { path, cliVersion: opened.cliVersion, connectionId: connection.id, signInExported: exportSignIn },
    id: connection.id,
    headline: `The Membrane CLI ${opened.cliVersion ?? ''} is there for later steps; connection ${connection.id} is ready`,
  };
}

function noCli(): OperationError {
  return new OperationError('CLI_UNUSABLE', 'The Membrane CLI cannot be used here, so there is none for later steps.', {
    hint: 'Look above for why; a CLI of your own can be given with `cli-path`.',
    retryable: false,
    effect: 'none',
  });
}

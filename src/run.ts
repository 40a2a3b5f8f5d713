import { withinLimit } from './deadline.ts';
import { formatDuration } from './duration.ts';
import { OperationError, toOperationError } from './errors.ts';
import { type Cancellation, listenForCancellation } from './github/cancellation.ts';
import { type Inputs, readInputs } from './github/inputs.ts';
import { createLog } from './github/log.ts';
import { reportStep } from './github/report.ts';
import { type Runner, readRunner } from './github/runner.ts';
import { maskSecret } from './github/secrets.ts';
import { rememberHome } from './github/state.ts';
import { showClientAction } from './github/summary.ts';
import { openHubProxy } from './hub/hub-proxy.ts';
import { secretValues } from './hub/operation-request.ts';
import type { OperationResult } from './hub/operation-result.ts';
import { runOperation } from './hub/run-operation.ts';
import type { Log } from './log.ts';
import type { MembraneClient } from './membrane/client.ts';
import type { Connection } from './membrane/connection-state.ts';
import { openClient } from './membrane/open-client.ts';
import { ensureReady } from './membrane/ready-connection.ts';
import { openSession, type Session } from './membrane/sign-in.ts';
import { useProxyOfEnvironment } from './proxy.ts';
import { type CheckedStep, checkInputs } from './run-inputs.ts';
import type { Runtime } from './runtime.ts';
import type { StepReport } from './step-report.ts';

/** What is known so far, told whether the step ends well or not. */
interface Progress {
  connection: Connection | undefined;
  cliVersion: string | undefined;
  transport: 'cli' | 'api' | undefined;
}

interface StepContext {
  readonly runtime: Runtime;
  readonly runner: Runner;
  readonly log: Log;
  readonly cancellation: Cancellation;
  readonly progress: Progress;
}

/**
 * One step, from its inputs to its report.
 * @returns the exit code of the process: 0, 1, or 130 and 143 after a cancellation
 */
export async function run(runtime: Runtime): Promise<number> {
  const started = runtime.now();
  const runner = readRunner(runtime.env);
  const cancellation = listenForCancellation();
  const progress: Progress = { connection: undefined, cliVersion: undefined, transport: undefined };
  const { inputs, reporting, problems } = await readInputs(runner);
  const context = { runtime, runner, log: createLog(), cancellation, progress };
  const outcome = await outcomeOf(async () => carryOut(await checkInputs({ inputs, reporting, problems }), context));
  const report = { operation: inputs.operation, outcome, ...progress, duration: runtime.now() - started };
  const ended = await reportStep(report, { ...runner, outputFile: inputs.outputFile }, reporting);
  cancellation.stopListening();
  if (ended === 'ok') return 0;
  return cancellation.exitCode() ?? (reporting.failOnError ? 1 : 0);
}

async function carryOut(step: CheckedStep, context: StepContext): Promise<OperationResult> {
  const { runtime, log, progress, cancellation } = context;
  const { inputs } = step;
  await useProxyOfEnvironment(runtime.env);
  const session = openSession(step.signIn, runtime, maskSecret);
  [...session.secrets(), ...secretValues(step.request)].forEach(maskSecret);
  sayWhoSignsIn(session, log);
  const opened = await withinLimit(
    cancellation.signal,
    inputs.timeout,
    tookTooLong('setting up the CLI', inputs),
    (signal) =>
      openClient(
        { ...inputs, session, temporary: context.runner.temporary, onHome: rememberHome },
        { runtime, log, signal },
      ),
  );
  progress.cliVersion = opened.cliVersion;
  progress.transport = opened.client.transport;
  log.info(
    opened.cliVersion === undefined ? "Using Membrane's HTTP API." : `Using the Membrane CLI ${opened.cliVersion}.`,
  );
  try {
    const connection = await connect(opened.client, inputs, context);
    log.info(`The connection ${connection.id} is ready.`);
    return await withinLimit(cancellation.signal, inputs.timeout, tookTooLong('the operation', inputs), (signal) =>
      runOperation(step.request, {
        client: opened.client,
        connection,
        log,
        runtime,
        signal,
        hub: openHubProxy(opened.client, connection.id, log),
      }),
    );
  } finally {
    await opened.client.close();
  }
}

function connect(client: MembraneClient, inputs: Inputs, context: StepContext): Promise<Connection> {
  const { id: connectionId, appUrl, timeout: timeoutMs, onActionRequired } = inputs.connection;
  const onConnection = (connection: Connection) => {
    context.progress.connection = connection;
    if (onActionRequired === 'wait') showClientAction(connection);
  };
  const { log, runtime, cancellation } = context;
  return ensureReady(
    client,
    { connectionId, appUrl, timeoutMs, onActionRequired },
    { log, runtime, signal: cancellation.signal, onConnection },
  );
}

/** Claims nobody checked, so that a person can see a token of the wrong workspace at once. */
function sayWhoSignsIn(session: Session, log: Log): void {
  const { workspace, tenant } = session.describe();
  if (workspace === undefined && tenant === undefined) return;
  log.info(`Signing in to Membrane's workspace ${workspace ?? '(not named)'} as ${tenant ?? '(not named)'}.`);
}

async function outcomeOf(body: () => Promise<OperationResult>): Promise<StepReport['outcome']> {
  try {
    return { kind: 'done', result: await body() };
  } catch (error) {
    return { kind: 'failed', error: toOperationError(error) };
  }
}

function tookTooLong(what: string, inputs: Inputs): () => OperationError {
  return () =>
    new OperationError(
      'TIMEOUT',
      `The step ended because ${what} took longer than ${formatDuration(inputs.timeout)}.`,
      {
        hint: 'Allow more time with `timeout`, or look at what took so long with debug logging.',
        retryable: true,
        effect: 'unknown',
      },
    );
}

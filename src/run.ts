import { withinLimit } from './deadline.ts';
import { formatDuration } from './duration.ts';
import { OperationError, toOperationError } from './errors.ts';
import { type Cancellation, listenForCancellation } from './github/cancellation.ts';
import { isUntrusted } from './github/event.ts';
import { createHost } from './github/host.ts';
import { type Inputs, readInputs } from './github/inputs.ts';
import { openItemFile } from './github/item-files.ts';
import { createLog } from './github/log.ts';
import { outputLimit } from './github/outputs.ts';
import { reportStep } from './github/report.ts';
import { type Runner, readRunner } from './github/runner.ts';
import { maskSecret } from './github/secrets.ts';
import { rememberHome } from './github/state.ts';
import { showClientAction } from './github/summary.ts';
import { refusingWrites } from './hub/dry-run/refuse-writes.ts';
import { openHubProxy } from './hub/hub-proxy.ts';
import { secretValues } from './hub/operation-request.ts';
import type { OperationResult } from './hub/operation-result.ts';
import { runOperation } from './hub/run-operation.ts';
import type { Log } from './log.ts';
import type { MembraneClient } from './membrane/client.ts';
import type { Connection } from './membrane/connection-state.ts';
import { explainLostConnection } from './membrane/lost-connection.ts';
import { openClient } from './membrane/open-client.ts';
import { ensureReady, type ReadyConnection } from './membrane/ready-connection.ts';
import { openSession, type Session } from './membrane/sign-in.ts';
import { useProxyOfEnvironment } from './proxy.ts';
import { commentOn } from './run-comment.ts';
import { type CheckedStep, checkInputs } from './run-inputs.ts';
import { logIn } from './run-login.ts';
import { setUpLaterSteps } from './run-setup.ts';
import { withStoredSignIn } from './run-stored-sign-in.ts';
import type { Runtime } from './runtime.ts';
import { shapeResult } from './shape-result.ts';
import type { StepReport } from './step-report.ts';

/** What is known so far, told whether the step ends well or not. */
interface Progress {
  connection: Connection | undefined;
  cliVersion: string | undefined;
  transport: 'cli' | 'api' | undefined;
  /** What the step is at, to begin a sentence with. */
  underWay: string;
  /** Whether the operation has begun: before, nothing can have changed. */
  hasBegun: boolean;
}

/** After the time of an operation is over: for looking whether a write that was under way was carried out. Milliseconds. */
const lastLookLimit = 10_000;

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
  const runner = await readRunner(runtime.env);
  const cancellation = listenForCancellation();
  const progress: Progress = {
    ...{ connection: undefined, cliVersion: undefined, transport: undefined },
    ...{ underWay: 'Setting up the CLI', hasBegun: false },
  };
  const reading = await withStoredSignIn(await readInputs(runner), runner.workspace);
  const { inputs, reporting } = reading;
  const context = { runtime, runner, log: createLog(), cancellation, progress };
  warnOfOutsiders(context);
  const outcome = await outcomeOf(progress, async () => {
    const step = checkInputs(reading, runner.event);
    return step.signIn === undefined ? logIn(step, context) : carryOut(step, context);
  });
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
        {
          ...{ ...inputs, session, lastingHome: inputs.home, onHome: rememberHome },
          temporary: context.runner.temporary,
        },
        { runtime, log, signal },
      ),
  );
  progress.cliVersion = opened.cliVersion;
  progress.transport = opened.client.transport;
  log.info(
    opened.cliVersion === undefined ? "Using Membrane's HTTP API." : `Using the Membrane CLI ${opened.cliVersion}.`,
  );
  try {
    progress.underWay = 'Ensuring the connection';
    const connection = await connect(opened.client, inputs, context);
    log.info(`The connection ${connection.id} is ready.`);
    progress.underWay = inputs.operation;
    progress.hasBegun = true;
    if (step.request.operation.kind === 'step') {
      const { signal } = cancellation;
      return await setUpLaterSteps(step, { opened, session, connection, runtime, signal, ...context.runner });
    }
    const client = inputs.dryRun ? refusingWrites(opened.client) : opened.client;
    return await operate(step, client, connection, context);
  } finally {
    await opened.client.close();
  }
}

async function operate(
  { inputs, request, maxItems, query }: CheckedStep,
  client: MembraneClient,
  connection: Connection,
  { runtime, runner, log, cancellation, progress }: StepContext,
): Promise<OperationResult> {
  const { retries } = inputs;
  const options = { ifExists: inputs.ifExists, dryRun: inputs.dryRun, maxItems };
  const hub = openHubProxy(client, connection.id, log);
  const lastLook = () => AbortSignal.any([cancellation.lastMoment, AbortSignal.timeout(lastLookLimit)]);
  const keepAtMost = query === undefined ? outputLimit : Number.POSITIVE_INFINITY;
  const items = { keepAtMost, open: () => openItemFile(runner.temporary) };
  const given = {
    client,
    connection,
    log,
    runtime,
    hub,
    retries,
    lastLook,
    options,
    items,
    host: createHost(runner, inputs),
  };
  try {
    const result = await withinLimit(
      cancellation.signal,
      inputs.timeout,
      tookTooLong('the operation', inputs),
      (signal) => runOperation(request, { ...given, signal }),
    );
    const commented = await commentOn(result, request, inputs, { runner, log });
    return shapeResult(commented, { query, shardCount: inputs.shardCount, limit: outputLimit }, log);
  } catch (error) {
    const onConnection = (seen: Connection) => {
      progress.connection = seen;
    };
    throw await explainLostConnection(error, { client, id: connection.id, signal: cancellation.signal, onConnection });
  }
}

function connect(client: MembraneClient, inputs: Inputs, context: StepContext): Promise<ReadyConnection> {
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

/** Whoever can start such a run must not also write what runs in it, or what is sent. */
function warnOfOutsiders({ runner, log }: StepContext): void {
  if (!isUntrusted(runner.event)) return;
  log.warning(
    `This job runs on \`${runner.event.name}\`, where secrets may be beside what an outsider wrote. Check out and run nothing of theirs in it, and pass nothing of the event into \`input\` unchecked (docs/threat-model.md).`,
  );
}

async function outcomeOf(progress: Progress, body: () => Promise<OperationResult>): Promise<StepReport['outcome']> {
  try {
    const result = await body();
    return result.failure === undefined ? { kind: 'done', result } : { kind: 'failed', error: result.failure, result };
  } catch (error) {
    return { kind: 'failed', error: sayingWhatWasUnderWay(toOperationError(error), progress) };
  }
}

/** A write that was under way has said so already, and whether it was carried out. */
function sayingWhatWasUnderWay(error: OperationError, { underWay, hasBegun }: Progress): OperationError {
  const wasEnded = error.code === 'CANCELLED' || error.code === 'TIMEOUT';
  if (!wasEnded || error.details.effect !== undefined) return error;
  const known = hasBegun ? 'nothing was being changed on the Hub at that moment' : 'nothing had been sent to the Hub';
  const message = `${error.message} ${underWay} was under way; ${known}.`;
  return new OperationError(error.code, message, {
    ...error.details,
    ...(hasBegun ? {} : { effect: 'none' }),
    cause: error,
  });
}

function tookTooLong(what: string, inputs: Inputs): () => OperationError {
  return () =>
    new OperationError(
      'TIMEOUT',
      `The step ended because ${what} took longer than ${formatDuration(inputs.timeout)}.`,
      {
        hint: 'Allow more time with `timeout`, or look at what took so long with debug logging.',
        retryable: true,
      },
    );
}

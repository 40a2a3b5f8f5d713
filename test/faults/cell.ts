import { setTimeout as wait } from 'node:timers/promises';
import { HubProbe } from '../action/hub-probe.ts';
import type { ActionResult } from '../harness/run-action.ts';
import { runAction } from '../harness/run-action.ts';
import { sandboxInputs } from '../harness/step.ts';
import { SEEDED_TOKENS } from '../sandbox/hub/seed.ts';
import { LEAK_MARKER } from '../sandbox/membrane/envelope.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import type { NamedFault } from './faults.ts';
import type { OperationKind } from './operation-kinds.ts';

/** What became of one operation that met one fault. */
export interface Cell {
  readonly fault: string;
  readonly kind: OperationKind['name'];
  readonly transport: 'cli' | 'api';
  readonly status: string;
  readonly changed: string;
  /** Empty after a success. */
  readonly code: string;
  /** How often the Hub's state was changed. */
  readonly effects: number;
  /** What no cell may show, in words; empty where all is well. */
  readonly wrong: readonly string[];
  /** For whoever looks for the reason. */
  readonly log: string;
  readonly milliseconds: number;
}

/** Few repetitions and a time that a slow machine does not need, so that what never ends is seen to end. */
const hurried = { retries: '1', timeout: '12s', 'connection-timeout': '12s' };

/** Runs the built action once, in a sandbox of its own, against one fault. */
export async function runCell(fault: NamedFault, kind: OperationKind, transport: 'cli' | 'api'): Promise<Cell> {
  const sandbox = await startSandbox({ secondMs: 300 });
  try {
    await kind.prepare?.(new HubProbe(sandbox.hubUrl, SEEDED_TOKENS.grace));
    const before = effectsOn(sandbox);
    fault.arrange(sandbox, kind);
    const result = await runAction({
      inputs: {
        operation: kind.operation,
        input: JSON.stringify(kind.input),
        ...sandboxInputs(sandbox, { transport }),
        'cli-path': sandbox.cliPath,
        ...hurried,
        ...kind.inputs,
        ...fault.inputs,
      },
    });
    if (fault.aftermath !== undefined) await wait(fault.aftermath);
    return cellOf(fault, kind, transport, result, effectsOn(sandbox) - before);
  } finally {
    await sandbox.close();
  }
}

function effectsOn(sandbox: Sandbox): number {
  return sandbox.hubServer.requests.flatMap((request) => request.effects).length;
}

function cellOf(
  fault: NamedFault,
  kind: OperationKind,
  transport: 'cli' | 'api',
  result: ActionResult,
  effects: number,
): Cell {
  const { status = '', changed = '', error = '' } = result.outputs;
  const code = error === '' ? '' : String(JSON.parse(error).code);
  const told = { fault: fault.name, kind: kind.name, transport, status, changed, code, effects };
  const wrong = [...wrongOutcome(told), ...wrongEnding(result)];
  return { ...told, wrong, log: result.log, milliseconds: result.durationMs };
}

type Told = Pick<Cell, 'kind' | 'status' | 'changed' | 'code' | 'effects'>;

/** Nothing twice, nothing claimed that was not done, nothing done that is not told. */
function wrongOutcome({ kind, status, changed, code, effects }: Told): string[] {
  const isUnknown = code === 'OUTCOME_UNKNOWN';
  return [
    ...(effects > 1 ? ['done twice'] : []),
    ...(status === 'succeeded' && effects !== Number(kind !== 'read') ? ['green, but not done'] : []),
    ...(status === 'succeeded' && changed !== String(kind !== 'read') ? [`green with changed ${changed}`] : []),
    ...(status === 'failed' && effects > 0 && !isUnknown ? ['done, but told as not done'] : []),
    ...(isUnknown && changed !== '' ? [`unknown with changed ${changed}`] : []),
    ...(code === 'INTERNAL' || (status !== 'succeeded' && status !== 'failed') ? ['an uncaught error'] : []),
    ...(status === 'failed' && code === '' ? ['failed without a code'] : []),
  ];
}

function wrongEnding(result: ActionResult): string[] {
  const everything = [result.stdout, result.stderr, result.summary, JSON.stringify(result.outputs)].join('\n');
  return [
    ...(result.exitCode === (result.outputs.status === 'succeeded' ? 0 : 1) ? [] : [`exit code ${result.exitCode}`]),
    ...(/node:internal|UnhandledPromise|^\s+at .*\.js:\d+/m.test(everything) ? ['a stack is shown'] : []),
    ...(everything.includes(LEAK_MARKER) ? ["Membrane's internals are shown"] : []),
    ...(result.filesLeft.some(({ path }) => path.includes('membrane-home')) ? ['a private file is left'] : []),
  ];
}

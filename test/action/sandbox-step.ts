import { afterAll, beforeAll, inject } from 'vitest';
import { z } from 'zod';
import { type ActionResult, type ActionStep, runAction } from '../harness/run-action.ts';
import { sandboxInputs } from '../harness/step.ts';
import { SEEDED_TOKENS } from '../sandbox/hub/seed.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/sandbox.ts';
import { HubProbe } from './hub-probe.ts';

/** A sandbox for the tests of one file or one `describe`. */
export interface TestBed {
  readonly sandbox: Sandbox;
  readonly hub: HubProbe;
}

/** Starts a sandbox before the tests and ends it after them; it is there inside of tests only. */
export function useSandbox(options: SandboxOptions = {}): TestBed {
  let sandbox: Sandbox | undefined;
  beforeAll(async () => {
    sandbox = await startSandbox(options);
  });
  afterAll(() => sandbox?.close());
  const started = (): Sandbox => {
    if (sandbox === undefined) throw new Error('The sandbox is there inside of tests only.');
    return sandbox;
  };
  return {
    get sandbox() {
      return started();
    },
    get hub() {
      return new HubProbe(started().hubUrl, SEEDED_TOKENS.grace);
    },
  };
}

/** A sandbox for one test alone, closed by whoever asked. */
export async function withSandbox<T>(options: SandboxOptions, body: (sandbox: Sandbox) => Promise<T>): Promise<T> {
  const sandbox = await startSandbox(options);
  try {
    return await body(sandbox);
  } finally {
    await sandbox.close();
  }
}

/**
 * A step against a sandbox. `inputs` win over how the sandbox would be reached; an empty text is as good as none.
 * The CLI comes from the tool cache and the registry of the whole test run, unless the step has its own.
 */
export interface SandboxStep extends Omit<ActionStep, 'inputs'> {
  readonly operation: string;
  readonly transport?: 'cli' | 'api' | 'auto';
  readonly input?: unknown;
  readonly inputs?: Readonly<Record<string, string>>;
}

export function runStep(sandbox: Sandbox, step: SandboxStep): Promise<ActionResult> {
  const { operation, transport = 'api', input = {}, inputs, ...rest } = step;
  return runAction({
    toolCache: inject('toolCache'),
    ...rest,
    inputs: {
      operation,
      ...sandboxInputs(sandbox, { transport }),
      'registry-url': inject('registryUrl'),
      input: JSON.stringify(input),
      ...inputs,
    },
  });
}

const errorOutput = z.looseObject({ code: z.string(), message: z.string(), hint: z.string(), operation: z.string() });

/** The output `error` of a step that failed. */
export function errorOf(result: ActionResult): z.infer<typeof errorOutput> {
  return errorOutput.parse(JSON.parse(result.outputs.error || '{}'));
}

/** How often the sandbox was asked anything at all. */
export function requestsTo(sandbox: Sandbox): number {
  const servers = [sandbox.membraneServer, sandbox.hubServer, sandbox.registryServer];
  return servers.reduce((sum, server) => sum + server.requests.length, 0);
}

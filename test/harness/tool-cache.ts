import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startSandbox } from '../sandbox/sandbox.ts';
import { runAction } from './run-action.ts';
import { sandboxInputs } from './step.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A runner's tool cache that all test files share, as on a self-hosted runner, with the CLI in it. */
    toolCache: string;
    /** The registry that goes with it: the action keeps what comes from different registries apart. */
    registryUrl: string;
  }
}

/** Installs the CLI once, by a step as any other, so that the steps of a whole test run find it in the tool cache. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const toolCache = mkdtempSync(path.join(tmpdir(), 'tool-cache-'));
  const sandbox = await startSandbox();
  project.provide('toolCache', toolCache);
  project.provide('registryUrl', sandbox.registryUrl);
  const inputs = { operation: 'get-current-user', ...sandboxInputs(sandbox, { transport: 'cli' }) };
  // Where this fails, the tests that need the CLI tell why; those that do not are to run all the same.
  await runAction({ toolCache, inputs }).catch(() => undefined);
  return async () => {
    await sandbox.close();
    rmSync(toolCache, { recursive: true, force: true });
  };
}

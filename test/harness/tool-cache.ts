import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { serve } from '../sandbox/http/serve.ts';
import { createRegistry } from '../sandbox/registry/registry.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A runner's tool cache that all test files share, as on a self-hosted runner. */
    toolCache: string;
    /** The registry that goes with it: the action keeps what comes from different registries apart. */
    registryUrl: string;
  }
}

const cliFolder = path.resolve(import.meta.dirname, '../sandbox/cli');

/** Lets the steps of a whole test run find the CLI where the first of them installed it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const toolCache = mkdtempSync(path.join(tmpdir(), 'tool-cache-'));
  const registry = await createRegistry({ folder: cliFolder });
  const server = await serve(registry.application);
  registry.baseUrl = server.url;
  project.provide('toolCache', toolCache);
  project.provide('registryUrl', server.url);
  return async () => {
    await server.close();
    rmSync(toolCache, { recursive: true, force: true });
  };
}

import { expect, test } from 'vitest';
import { descendants } from '../harness/process-watch.ts';
import { errorOf, runStep, withSandbox } from './sandbox-step.ts';

/** The runner ends a step by force ten seconds after it was cancelled; clean-up must be over long before. */
const patience = 7_000;

test.concurrent.each([
  ['api', 'SIGINT', 130],
  ['cli', 'SIGINT', 130],
  ['cli', 'SIGTERM', 143],
] as const)('a step over %s that gets %s ends its work and leaves nothing', (transport, signal, exitCode) =>
  withSandbox({ connection: 'building-forever' }, async (sandbox) => {
    let cancelledAt = 0;
    let children: number[] = [];
    const result = await runStep(sandbox, {
      operation: 'get-current-user',
      transport,
      during: async (running) => {
        await polling(sandbox.membraneServer.requests);
        children = descendants(running.pid);
        cancelledAt = performance.now();
        running.send(signal);
      },
    });
    expect(performance.now() - cancelledAt).toBeLessThan(patience);
    expect(result.exitCode, result.log).toBe(exitCode);
    expect(errorOf(result).code).toBe('CANCELLED');
    expect(children.length > 0).toBe(transport === 'cli' && process.platform === 'linux');
    expect(children.filter(isAlive)).toEqual([]);
    expect(result.filesLeft).toEqual([]);
  }),
);

/** Resolves when the step waits for the connection. */
async function polling(requests: readonly { readonly path: string }[]): Promise<void> {
  while (!requests.some(({ path }) => /^\/connections\/[^/]+$/.test(path) && path !== '/connections/ensure')) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

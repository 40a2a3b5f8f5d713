import type { Sandbox } from '../sandbox/sandbox.ts';

/** How a step of the tests reaches the sandbox. */
export interface StepRoute {
  readonly transport: 'cli' | 'api' | 'auto';
}

/** Inputs that every step against a sandbox needs: how to sign in, where Membrane is, where the CLI comes from. */
export function sandboxInputs(sandbox: Sandbox, { transport }: StepRoute): Record<string, string> {
  return {
    token: sandbox.token,
    transport,
    'api-url': sandbox.membraneUrl,
    'registry-url': sandbox.registryUrl,
  };
}

import { type OpenClientRequest, openClient } from '../../src/membrane/open-client.ts';
import { openSession, type SignIn } from '../../src/membrane/sign-in.ts';
import type { Runtime } from '../../src/runtime.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/sandbox.ts';
import { patience, recordedLog, temporaryFolder, testRuntime } from './test-runtime.ts';

export type Asked = Partial<OpenClientRequest> & { signIn?: SignIn; runtime?: Partial<Runtime> };

/** A client of the sandbox, and what it said; without retrying unless asked for. */
export async function openTo(sandbox: Sandbox, asked: Asked = {}) {
  const log = recordedLog();
  const announced: string[] = [];
  const runtime = testRuntime({ sleep: async () => undefined, ...asked.runtime });
  const signIn = asked.signIn ?? { kind: 'token', token: sandbox.token };
  const session = openSession(signIn, runtime, (value) => announced.push(value));
  const homes: string[] = [];
  const request: OpenClientRequest = {
    transport: 'api',
    session,
    apiUrl: sandbox.membraneUrl,
    cli: { path: sandbox.cliPath, registryUrl: sandbox.registryUrl },
    temporary: await temporaryFolder(),
    onHome: (path) => homes.push(path),
    retries: 0,
    ...asked,
  };
  const opened = await openClient(request, { runtime, log, signal: patience() });
  return { ...opened, log, announced, homes, session, runtime };
}

/** A sandbox that ends with the block it is declared in. */
export async function useSandbox(options: SandboxOptions = {}): Promise<Sandbox & AsyncDisposable> {
  const sandbox = await startSandbox(options);
  return { ...sandbox, [Symbol.asyncDispose]: () => sandbox.close() };
}

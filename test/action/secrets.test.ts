import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import type { ActionResult, EntryResult } from '../harness/run-action.ts';
import { type RunnerMachine, withMachine } from '../harness/runner-machine.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { runStep, type SandboxStep, withSandbox } from './sandbox-step.ts';

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const publicKeys = [publicKey.export({ type: 'spki', format: 'pem' }).toString()];
const pemLines = pem.split('\n').filter((line) => line.length > 20 && !line.startsWith('-----'));

/** Each way to sign in, and each end a step can come to. */
const endings = [
  ['a success', { operation: 'get-model', input: { repository: 'my-org/my-model' } }],
  ['a failure', { operation: 'get-model', input: { repository: 'my-org/none' } }],
  ['a rejected sign-in', { operation: 'get-current-user', rejected: true }],
  ['a wrong input', { operation: 'get-modl', input: { repository: 5 } }],
] as const;

const signIns = ['token', 'workspace-secret', 'private-key', 'credentials'] as const;

for (const transport of ['cli', 'api'] as const) {
  for (const signIn of signIns) {
    test.concurrent.each(endings)(`${signIn} over ${transport} leaves no trace after %s`, (_, ending) =>
      withJob(async (sandbox, machine) => {
        const rejected = 'rejected' in ending;
        const token = rejected ? `${sandbox.token}tampered` : sandbox.token;
        const { inputs, secrets } = given(signIn, token, sandbox.workspace, rejected);
        const step: SandboxStep = { operation: ending.operation, transport, machine, inputs: { token: '', ...inputs } };
        const result = await runStep(sandbox, {
          ...step,
          input: 'input' in ending ? ending.input : {},
          watchArguments: true,
          env: { RUNNER_DEBUG: '1' },
        });
        expect(result.exitCode, result.log).toBe(ending === endings[0][1] ? 0 : 1);
        // Also what the action signed by itself, seen on the wire.
        const signed = sandbox.membraneServer.requests.map(({ headers }) =>
          headers.authorization?.replace('Bearer ', ''),
        );
        expectNoTrace(result, machine, [...secrets, ...signed.filter((one) => one !== undefined)]);
      }),
    );
  }
}

function withJob(body: (sandbox: Sandbox, machine: RunnerMachine) => Promise<void>): Promise<void> {
  const machineOptions = { toolCache: inject('toolCache') };
  return withSandbox({ publicKeys }, (sandbox) => withMachine(machineOptions, (machine) => body(sandbox, machine)));
}

function given(
  signIn: (typeof signIns)[number],
  token: string,
  workspace: { readonly key: string; readonly secret: string },
  rejected: boolean,
): { inputs: Record<string, string>; secrets: string[] } {
  const key = { 'workspace-key': rejected ? 'elsewhere' : workspace.key };
  switch (signIn) {
    case 'token':
      return { inputs: { token }, secrets: [token] };
    case 'credentials':
      return { inputs: { credentials: JSON.stringify({ accessToken: token }) }, secrets: [token] };
    case 'workspace-secret':
      return { inputs: { ...key, 'workspace-secret': workspace.secret }, secrets: [workspace.secret] };
    case 'private-key':
      return { inputs: { ...key, 'workspace-secret': pem }, secrets: pemLines };
  }
}

function expectNoTrace(result: ActionResult, machine: RunnerMachine, secrets: readonly string[]): void {
  const places = {
    log: result.log,
    printedBesideMasks: [result, result.post].map(withoutMaskCommands).join('\n'),
    outputs: JSON.stringify(result.outputs),
    state: JSON.stringify(result.state),
    environment: JSON.stringify(result.environment),
    summary: result.summary,
    arguments: JSON.stringify(result.argumentsSeen),
    files: result.filesLeft.map(({ path: file, text }) => `${file}\n${text}`).join('\n'),
    tools: filesIn(machine.toolCache),
  };
  for (const [place, text] of Object.entries(places)) {
    for (const secret of secrets) expect(text.includes(secret), `a secret is in ${place}`).toBe(false);
  }
  expect(result.filesLeft.filter(({ path: file }) => /credentials/.test(file))).toEqual([]);
}

function withoutMaskCommands(entry: EntryResult | undefined): string {
  const printed = `${entry?.stdout ?? ''}\n${entry?.stderr ?? ''}`;
  return printed
    .split('\n')
    .filter((line) => !line.startsWith('::add-mask::'))
    .join('\n');
}

function filesIn(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

import { spawnSync } from 'node:child_process';
import { SEEDED_TOKENS } from '../../test/sandbox/hub/seed.ts';
import { startSandbox } from '../../test/sandbox/sandbox.ts';

/** One after the other, as a publish sends its own. */
const requests = 200;
const starts = 9;

/** How long each program takes to begin: `hf` to be imported, ours to be read, and Node to do nothing at all. */
export function startingCost(bundle: string, python: string): string {
  // With no order to carry out the bundle ends as soon as it has been read.
  const [node, ours, theirs] = [
    medianStart(process.execPath, ['-e', '0']),
    medianStart(process.execPath, [bundle, 'none']),
    medianStart(python, ['-c', 'import huggingface_hub.cli.hf']),
  ];
  return `To begin takes \`hf\` ${theirs.toFixed(0)} ms and ours ${ours.toFixed(0)} ms, of which Node alone ${node.toFixed(0)} ms.`;
}

function medianStart(command: string, given: readonly string[]): number {
  const times = Array.from({ length: starts }, () => {
    const began = performance.now();
    spawnSync(command, given, { stdio: 'ignore' });
    return performance.now() - began;
  });
  return middle(times);
}

/** What the sandbox's proxy alone adds to a request, which `hf` does not send through it. */
export async function proxyCost(): Promise<string> {
  const sandbox = await startSandbox({});
  const { hubUrl, membraneUrl, token, connectionId } = sandbox;
  const proxy = `${membraneUrl}/connections/${connectionId}/proxy`;
  const direct = await medianOf(`${hubUrl}/api/whoami-v2`, SEEDED_TOKENS.ada);
  const through = await medianOf(`${proxy}/api/whoami-v2`, token);
  await sandbox.close();
  return `A small request takes ${direct.toFixed(1)} ms at the sandbox's Hub and ${through.toFixed(1)} ms through its proxy, at no latency.`;
}

async function medianOf(url: string, token: string): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < requests; index += 1) {
    const began = performance.now();
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    await response.text();
    if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
    times.push(performance.now() - began);
  }
  return middle(times);
}

function middle(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;
}

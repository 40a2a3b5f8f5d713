import { spawn } from 'node:child_process';

/** One run of a program. */
export interface Measured {
  /** From start to end of the process, milliseconds. */
  readonly milliseconds: number;
  /** Of all its threads, in the program and in the kernel for it. */
  readonly cpuMilliseconds: number;
  /** Megabytes, as the process itself reports its peak. */
  readonly peakMegabytes: number;
  /** That it sent to any server. */
  readonly requests: number;
}

export interface Program {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** Runs it to its end; it prints `peak-kb=N cpu-ms=N` on stderr or `"peakKb":N,"cpuMs":N` on stdout. */
export async function measure(program: Program, countRequests: () => number): Promise<Measured> {
  const before = countRequests();
  const began = performance.now();
  const text = await output(program);
  const milliseconds = performance.now() - began;
  const said = /peak-kb=(\d+) cpu-ms=(\d+)/.exec(text) ?? /"peakKb":(\d+),"cpuMs":(\d+)/.exec(text);
  if (said === null) throw new Error(`No peak memory was reported: ${text.slice(-2000)}`);
  const [peakKilobytes, cpuMilliseconds] = said.slice(1).map(Number);
  if (peakKilobytes === undefined || cpuMilliseconds === undefined) throw new Error('Two numbers were matched.');
  return { milliseconds, cpuMilliseconds, peakMegabytes: peakKilobytes / 1024, requests: countRequests() - before };
}

function output({ command, arguments: given, env }: Program): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, given, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    const collect = (block: Buffer) => {
      text += block.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve(text) : reject(new Error(`It ended with ${code}: ${text.slice(-3000)}`)),
    );
  });
}

/** The one in the middle by time: neither the luckiest nor the unluckiest run. */
export function median(runs: readonly Measured[]): Measured {
  const sorted = runs.toSorted((one, other) => one.milliseconds - other.milliseconds);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('There is no run.');
  return middle;
}

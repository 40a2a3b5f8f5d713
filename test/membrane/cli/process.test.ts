import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { OperationError } from '../../../src/errors.ts';
import { NotByCliError } from '../../../src/membrane/cli/not-by-cli.ts';
import { type ProcessRequest, runProcess } from '../../../src/membrane/cli/process.ts';
import { patience, temporaryFolder } from '../test-runtime.ts';

async function node(script: string, more: Partial<ProcessRequest> = {}) {
  const cwd = await temporaryFolder();
  const request = {
    command: process.execPath,
    args: ['-e', script],
    env: {},
    cwd,
    platform: process.platform,
    signal: patience(),
  };
  return runProcess({ ...request, ...more });
}

const cancelled = new OperationError('CANCELLED', 'cancelled', { hint: '' });

test('tells what was printed and how it ended', async () => {
  const result = await node('process.stdout.write("out"); process.stderr.write("err"); process.exitCode = 3');
  expect(result).toEqual({ exitCode: 3, endedBy: undefined, stdout: 'out', stderr: 'err' });
});

test('characters that arrive in pieces are whole again', async () => {
  const script =
    'const b = Buffer.from("é文✨"); let i = 0; const t = setInterval(() => i < b.length ? process.stdout.write(b.subarray(i, ++i)) : clearInterval(t), 3)';
  expect((await node(script)).stdout).toBe('é文✨');
});

test('nothing of the environment is inherited, and there is no input to wait for', async () => {
  const script = 'process.stdin.resume().on("end", () => console.log(Object.keys(process.env).join()))';
  expect((await node(script, { env: { ONE: '1' } })).stdout.trim()).toBe('ONE');
});

test('arguments reach the program as they are, without a shell', async () => {
  const args = ['$(echo no)', '`no`', '; no', '"quoted"', "it's", '*', '%PATH%', 'two\nlines', ''];
  const result = await node('', { args: ['-e', 'console.log(JSON.stringify(process.argv.slice(1)))', '--', ...args] });
  expect(JSON.parse(result.stdout)).toEqual(args);
});

test('a program that was killed is told by its signal', async () => {
  expect(await node('process.kill(process.pid, "SIGKILL")')).toMatchObject({ exitCode: undefined, endedBy: 'SIGKILL' });
});

test.each([
  ['that waits', 'setTimeout(() => {}, 60000); console.log("up")'],
  ['that ignores SIGTERM', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000); console.log("up")'],
  [
    'whose child ignores SIGTERM and holds its output',
    `require("node:child_process").spawn(process.execPath, ["-e", 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)', "${'mark'}"], { stdio: "inherit" }); setInterval(() => {}, 1000)`,
  ],
])('an aborted signal ends a program %s within two seconds, with all it started', async (_what, script) => {
  const mark = `mark-${process.pid}-${Math.trunc(performance.now() * 1000)}`;
  const controller = new AbortController();
  const running = node('', { args: ['-e', script.replace('"mark"', `"${mark}"`), mark], signal: controller.signal });
  setTimeout(() => controller.abort(cancelled), 400);
  const started = performance.now();
  await expect(running).rejects.toBe(cancelled);
  expect(performance.now() - started).toBeLessThan(2400);
  expect(processesWith(mark)).toBe(0);
});

/** Processes that carry the mark in their arguments. */
function processesWith(mark: string): number {
  const list = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n');
  return list.filter((line) => line.includes(mark) && !line.includes('ps -eo')).length;
}

test('a process left behind does not hold up the end', async () => {
  const script =
    'require("node:child_process").spawn(process.execPath, ["-e", "setTimeout(() => {}, 20000)"], { stdio: "inherit" }).unref(); console.log("done")';
  const started = performance.now();
  expect((await node(script)).stdout).toBe('done\n');
  expect(performance.now() - started).toBeLessThan(5000);
});

test('a signal that has aborted already starts nothing', async () => {
  await expect(node('', { signal: AbortSignal.abort(cancelled) })).rejects.toBe(cancelled);
});

test('output without end is ended', async () => {
  const script = 'const b = Buffer.alloc(1 << 20); (function more() { process.stdout.write(b, more) })()';
  await expect(node(script)).rejects.toMatchObject({ code: 'CLI_UNUSABLE', details: { effect: 'unknown' } });
});

test('a program that is not there is told', async () => {
  await expect(node('', { command: '/nowhere/membrane' })).rejects.toMatchObject({
    code: 'CLI_UNUSABLE',
    details: { effect: 'none' },
  });
});

test.each(['linux', 'darwin', 'win32'] as const)(
  'an argument too long for %s is known before a process is started',
  async (platform) => {
    const failure = await node('', { args: ['x'.repeat(1_000_000)], platform }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(NotByCliError);
    expect(failure).toMatchObject({ reason: 'argument-too-long', details: { effect: 'none' } });
  },
);

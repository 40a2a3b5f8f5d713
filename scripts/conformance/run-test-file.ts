import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { ClientResults, Result } from './page.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What vitest's JSON reporter writes, as far as it is read here. */
const report = z.object({
  testResults: z.array(
    z.object({
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({ title: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});

const manifest = z.object({ version: z.string() });

/** The exit code tells that a test failed, which the report tells better. */
function runVitest(file: string, output: string): Promise<void> {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const options = ['run', file, '--reporter=json', `--outputFile=${output}`];
  return new Promise((resolve) => {
    execFile(process.execPath, [vitest, ...options], { cwd: root, maxBuffer: 64 * 1024 * 1024 }, () => resolve());
  });
}

async function readReport(output: string): Promise<Result[]> {
  const { testResults } = report.parse(JSON.parse(await readFile(output, 'utf8')));
  const results = testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ title, status, failureMessages }): Result => {
      const outcome = status === 'passed' ? 'passes' : 'fails';
      return { method: title, outcome, reason: failureMessages?.[0]?.split('\n')[0] };
    }),
  );
  if (results.length === 0) throw new Error(`No test ran: ${testResults[0]?.message ?? ''}`);
  return results;
}

/** Runs a table of the ordinary tests whose rows are methods of a JavaScript client. */
export async function runTestFile(client: string, file: string): Promise<ClientResults> {
  const folder = await mkdtemp(join(tmpdir(), 'conformance-'));
  try {
    const output = join(folder, 'report.json');
    await runVitest(file, output);
    const installed = await readFile(join(root, 'node_modules', client, 'package.json'), 'utf8');
    const { version } = manifest.parse(JSON.parse(installed));
    return { client: `${client} (npm)`, version, results: await readReport(output) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

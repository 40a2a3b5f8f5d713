import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import type { Check } from '../../test/conformance/javascript/check.ts';
import { javascriptChecks } from '../../test/conformance/javascript/checks.ts';
import type { ServedHub } from '../../test/conformance/served-hub.ts';
import { serveHub } from '../../test/conformance/served-hub.ts';
import type { ClientResults, Result } from './page.ts';

const manifest = z.object({ version: z.string() });

async function run(check: Check, served: ServedHub): Promise<Result> {
  try {
    await check.run(served);
    return { method: check.method, outcome: 'passes', reason: undefined };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { method: check.method, outcome: 'fails', reason };
  }
}

/** Runs the table of `@huggingface/hub`, the one the ordinary tests run. */
export async function runJavascriptClient(): Promise<ClientResults> {
  const served = await serveHub();
  const results: Result[] = [];
  for (const check of javascriptChecks) results.push(await run(check, served));
  await served.close();
  const installed = new URL('../../node_modules/@huggingface/hub/package.json', import.meta.url);
  const { version } = manifest.parse(JSON.parse(await readFile(installed, 'utf8')));
  return { client: '@huggingface/hub (npm)', version, results };
}

import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ClientResults } from './conformance/page.ts';
import { conformancePage } from './conformance/page.ts';
import { runJavascriptClient } from './conformance/run-javascript-client.ts';
import { findPython, runPythonClient } from './conformance/run-python-client.ts';

/** Runs the official clients against the sandbox's Hub and writes down what passes. */
async function main(): Promise<number> {
  const clients: ClientResults[] = [await runJavascriptClient()];
  report(clients[0]);
  const python = await findPython();
  if (python === undefined) return withoutPython();
  for (const requirements of ['requirements.txt', 'requirements-1.txt']) {
    const results = await runPythonClient(python, requirements);
    report(results);
    clients.push(results);
  }
  const page = new URL('../docs/conformance.md', import.meta.url);
  await mkdir(new URL('.', page), { recursive: true });
  await writeFile(page, conformancePage(clients));
  console.log(`\nWritten: ${fileURLToPath(page)}`);
  return clients.some(({ results }) => results.some((one) => one.outcome === 'fails')) ? 1 : 0;
}

function withoutPython(): number {
  console.log('\nSkipped: Python 3.10 or newer was not found, so huggingface_hub and hf were not run.');
  console.log('docs/conformance.md was left as it is.');
  return process.env.CI === 'true' ? 1 : 0;
}

function report(client: ClientResults | undefined): void {
  if (client === undefined) return;
  const passing = client.results.filter((one) => one.outcome === 'passes').length;
  console.log(`\n${client.client} ${client.version}: ${passing} of ${client.results.length} pass`);
  for (const { method, outcome, reason } of client.results) {
    const mark = outcome === 'passes' ? '✓' : outcome === 'fails' ? '✗' : '–';
    console.log(`  ${mark} ${method}${reason === undefined ? '' : `\n      ${reason}`}`);
  }
}

process.exitCode = await main();

import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ClientResults } from './conformance/page.ts';
import { conformancePage } from './conformance/page.ts';
import { findPython, runPythonClient } from './conformance/run-python-client.ts';
import { runTestFile } from './conformance/run-test-file.ts';

/** The clients that the ordinary tests run, and where. */
const TEST_FILES = [
  ['@huggingface/hub', 'test/conformance/javascript.test.ts'],
  ['@membranehq/sdk', 'test/sandbox-selftest/membrane-sdk.test.ts'],
] as const;

/** Runs the official clients against the sandbox and writes down what passes. */
async function main(): Promise<number> {
  const clients: ClientResults[] = [];
  const add = (results: ClientResults) => {
    report(results);
    clients.push(results);
  };
  for (const [client, file] of TEST_FILES) add(await runTestFile(client, file));
  const python = await findPython();
  if (python === undefined) return withoutPython(clients);
  for (const requirements of ['requirements.txt', 'requirements-1.txt']) {
    add(await runPythonClient(python, requirements));
  }
  const page = new URL('../docs/conformance.md', import.meta.url);
  await mkdir(new URL('.', page), { recursive: true });
  await writeFile(page, conformancePage(clients));
  console.log(`\nWritten: ${fileURLToPath(page)}`);
  return exitCode(clients);
}

function exitCode(clients: readonly ClientResults[]): number {
  return clients.some(({ results }) => results.some((one) => one.outcome === 'fails')) ? 1 : 0;
}

function withoutPython(clients: readonly ClientResults[]): number {
  console.log('\nSkipped: Python 3.10 or newer was not found, so huggingface_hub and hf were not run.');
  console.log('docs/conformance.md was left as it is.');
  return process.env.CI === 'true' ? 1 : exitCode(clients);
}

function report(client: ClientResults): void {
  const passing = client.results.filter((one) => one.outcome === 'passes').length;
  console.log(`\n${client.client} ${client.version}: ${passing} of ${client.results.length} pass`);
  for (const { method, outcome, reason } of client.results) {
    const mark = outcome === 'passes' ? '✓' : outcome === 'fails' ? '✗' : '–';
    console.log(`  ${mark} ${method}${reason === undefined ? '' : `\n      ${reason}`}`);
  }
}

process.exitCode = await main();

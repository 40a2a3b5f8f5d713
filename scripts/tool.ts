import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** The folder of the checkout. */
export const root = path.resolve(import.meta.dirname, '..');

const manifest = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) });

/** The script behind a command of an installed package: run with Node itself, it needs no shell on any system. */
function toolEntry(packageName: string, command: string): string {
  const folder = path.join(root, 'node_modules', packageName);
  const { bin } = manifest.parse(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')));
  const entry = typeof bin === 'string' ? bin : bin[command];
  if (entry === undefined) throw new Error(`The package ${packageName} has no command ${command}.`);
  return path.join(folder, entry);
}

/** Runs a development tool in the checkout, its output shown; ends this process where the tool fails. */
export function runTool(packageName: string, command: string, args: readonly string[]): void {
  const run = spawnSync(process.execPath, [toolEntry(packageName, command), ...args], { cwd: root, stdio: 'inherit' });
  if (run.error) throw run.error;
  if (run.status !== 0) process.exit(run.status ?? 1);
}

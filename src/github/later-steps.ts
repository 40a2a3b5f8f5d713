import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as core from '@actions/core';

/** How a program is started. */
interface Command {
  readonly file: string;
  readonly firstArguments: readonly string[];
}

/**
 * Puts a command on the PATH of the job's later steps: a small script in a folder of its own.
 * @param temporary the runner's folder for temporary files
 * @returns the script
 */
export async function addCommand(
  name: string,
  command: Command,
  { temporary, platform }: { readonly temporary: string; readonly platform: NodeJS.Platform },
): Promise<string> {
  const folder = await mkdtemp(path.join(temporary, `${name}-command-`));
  const words = [command.file, ...command.firstArguments];
  const script = path.join(folder, name);
  await writeFile(script, shellScript(words));
  await chmod(script, 0o755);
  // Beside the one for bash, which Windows runners have too.
  if (platform === 'win32') await writeFile(`${script}.cmd`, batchFile(words));
  core.addPath(folder);
  return script;
}

/** Sets variables for the job's later steps. */
export function exportForLaterSteps(variables: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(variables)) core.exportVariable(name, value);
}

/** Everything between single quotes is taken as it stands. */
export function shellScript(words: readonly string[]): string {
  const quoted = words.map((word) => `'${word.replaceAll("'", "'\\''")}'`);
  return `#!/bin/sh\nexec ${quoted.join(' ')} "$@"\n`;
}

/** Paths of Windows have no quotes; a percent sign would begin a variable. */
export function batchFile(words: readonly string[]): string {
  return `@${words.map((word) => `"${word.replaceAll('%', '%%')}"`).join(' ')} %*\r\n`;
}

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The files that a runner gives a step to answer in. */
export const commandFiles = [
  'GITHUB_OUTPUT',
  'GITHUB_STEP_SUMMARY',
  'GITHUB_STATE',
  'GITHUB_ENV',
  'GITHUB_PATH',
] as const;

export type CommandFile = (typeof commandFiles)[number];

/** The folders of a runner, as they are for one job. */
export interface RunnerMachine {
  readonly home: string;
  readonly temp: string;
  readonly workspace: string;
  readonly toolCache: string;
  readonly event: string;
  remove(): void;
}

export interface MachineOptions {
  /** A tool cache that several jobs share, as on a self-hosted runner; a fresh one otherwise. */
  readonly toolCache?: string | undefined;
  /** The webhook payload behind GITHUB_EVENT_PATH. */
  readonly event?: unknown;
  /** Files of the checked-out workspace, by path. */
  readonly workspaceFiles?: Readonly<Record<string, string>>;
}

export function createMachine(options: MachineOptions = {}): RunnerMachine {
  const root = mkdtempSync(path.join(tmpdir(), 'runner-'));
  const folder = (name: string): string => {
    mkdirSync(path.join(root, name));
    return path.join(root, name);
  };
  const machine: RunnerMachine = {
    home: folder('home'),
    temp: folder('temp'),
    workspace: folder('workspace'),
    toolCache: options.toolCache ?? folder('tools'),
    event: path.join(root, 'event.json'),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
  writeFileSync(machine.event, JSON.stringify(options.event ?? {}));
  for (const [file, text] of Object.entries(options.workspaceFiles ?? {})) {
    mkdirSync(path.dirname(path.join(machine.workspace, file)), { recursive: true });
    writeFileSync(path.join(machine.workspace, file), text);
  }
  return machine;
}

/** A machine for the length of one test. */
export async function withMachine<T>(
  options: MachineOptions,
  body: (machine: RunnerMachine) => Promise<T>,
): Promise<T> {
  const machine = createMachine(options);
  try {
    return await body(machine);
  } finally {
    machine.remove();
  }
}

/** Empty command files for one step, in a folder of their own: the runner's are not under RUNNER_TEMP's root either. */
export function createCommandFiles(): { readonly folder: string; readonly variables: Record<CommandFile, string> } {
  const folder = mkdtempSync(path.join(tmpdir(), 'runner-file-commands-'));
  const file = (name: CommandFile): string => {
    writeFileSync(path.join(folder, name), '');
    return path.join(folder, name);
  };
  const variables = {
    GITHUB_OUTPUT: file('GITHUB_OUTPUT'),
    GITHUB_STEP_SUMMARY: file('GITHUB_STEP_SUMMARY'),
    GITHUB_STATE: file('GITHUB_STATE'),
    GITHUB_ENV: file('GITHUB_ENV'),
    GITHUB_PATH: file('GITHUB_PATH'),
  };
  return { folder, variables };
}

/** A file that a step left on the machine. */
export interface LeftFile {
  /** Starts with the name of the folder it is in: `temp/…`, `home/…`, `workspace/…`. */
  readonly path: string;
  /** Permission bits, as in 0o600. */
  readonly mode: number;
  readonly text: string;
}

/** What lies under the temporary folder, the home and the workspace. */
export function filesLeftOn(machine: RunnerMachine): LeftFile[] {
  return [machine.temp, machine.home, machine.workspace].flatMap((folder) =>
    filesUnder(folder).map((file) => ({
      path: `${path.basename(folder)}/${path.relative(folder, file).replaceAll('\\', '/')}`,
      mode: statSync(file).mode & 0o777,
      text: readFileSync(file, 'latin1'),
    })),
  );
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

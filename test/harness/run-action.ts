import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type ActionMetadata, checkout, inputVariables, readActionMetadata } from './action-metadata.ts';
import { fileCommandPairs } from './file-commands.ts';
import {
  type CommandFile,
  createCommandFiles,
  createMachine,
  filesLeftOn,
  type LeftFile,
  type RunnerMachine,
} from './runner-machine.ts';
import { type EndedStep, type RunningStep, runStepProcess } from './step-process.ts';
import {
  type Annotation,
  annotationsOf,
  interpretMasks,
  masksOf,
  type WorkflowCommand,
  workflowCommands,
} from './workflow-commands.ts';

export interface ActionStep {
  /** The step's `with:`; every other input has its default. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Environment of the job on top of what a runner sets; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** A machine that outlives the step (several steps of one job); the caller removes it. */
  readonly machine?: RunnerMachine;
  /** For the machine made for this step alone. */
  readonly toolCache?: string | undefined;
  readonly event?: unknown;
  readonly workspaceFiles?: Readonly<Record<string, string>>;
  /** What `${{ github.token }}` stands for; none where it is left out. */
  readonly githubToken?: string;
  readonly watchArguments?: boolean;
  /** Leaves post out, where a test of many steps has seen it elsewhere. */
  readonly withoutPost?: boolean;
  /** Called as soon as the main process is there, to cancel it or to look at it. */
  readonly during?: (step: RunningStep) => Promise<void> | void;
  /** Other metadata and bundles than the checkout's, for tests of this harness. */
  readonly action?: { readonly folder: string; readonly metadata: ActionMetadata };
}

/** What a runner would have seen of one entry. */
export interface EntryResult extends EndedStep {
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly state: Readonly<Record<string, string>>;
  /** What it asked to be set for later steps. */
  readonly environment: Readonly<Record<string, string>>;
  readonly pathAdditions: readonly string[];
  readonly commands: readonly WorkflowCommand[];
  readonly annotations: readonly Annotation[];
  readonly masks: readonly string[];
  /** Both streams as a reader of the log sees them, with the step's own masks applied. */
  readonly log: string;
}

export interface ActionResult extends EntryResult {
  /** The post entry, run after main whatever became of it. */
  readonly post: EntryResult | undefined;
  /** What is left on the machine after post. */
  readonly filesLeft: readonly LeftFile[];
}

/** Runs the built action as a runner does: main, then post with the same inputs and the state that main saved. */
export async function runAction(step: ActionStep): Promise<ActionResult> {
  const { folder, metadata } = step.action ?? { folder: checkout, metadata: readActionMetadata() };
  const machine = step.machine ?? createMachine(step);
  try {
    const env = jobEnvironment(step, machine, metadata);
    const entry = { cwd: machine.workspace, watchArguments: step.watchArguments };
    const main = await runEntry({ ...entry, env, script: path.join(folder, metadata.runs.main), during: step.during });
    const post =
      metadata.runs.post && !step.withoutPost
        ? await runEntry({
            ...entry,
            env: { ...env, ...stateVariables(main.state) },
            script: path.join(folder, metadata.runs.post),
          })
        : undefined;
    return { ...main, post, filesLeft: filesLeftOn(machine) };
  } finally {
    if (step.machine === undefined) machine.remove();
  }
}

async function runEntry(entry: Parameters<typeof runStepProcess>[0]): Promise<EntryResult> {
  const files = createCommandFiles();
  try {
    const ended = await runStepProcess({ ...entry, env: { ...entry.env, ...files.variables } });
    return { ...ended, ...whatItAnswered(files.variables), ...whatItPrinted(ended) };
  } finally {
    rmSync(files.folder, { recursive: true, force: true });
  }
}

function whatItAnswered(variables: Readonly<Record<CommandFile, string>>) {
  const text = (name: CommandFile): string => readFileSync(variables[name], 'utf8');
  return {
    outputs: fileCommandPairs(text('GITHUB_OUTPUT')),
    state: fileCommandPairs(text('GITHUB_STATE')),
    environment: fileCommandPairs(text('GITHUB_ENV')),
    summary: text('GITHUB_STEP_SUMMARY'),
    pathAdditions: text('GITHUB_PATH').split(/\r?\n/).filter(Boolean),
  };
}

function whatItPrinted({ stdout, stderr }: EndedStep) {
  const commands = [...workflowCommands(stdout), ...workflowCommands(stderr)];
  return {
    commands,
    annotations: annotationsOf(commands),
    masks: masksOf(commands),
    log: interpretMasks(`${stdout}\n${stderr}`),
  };
}

function stateVariables(state: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
}

/** Taken over from the machine that tests run on: without them processes do not start, or not in the same way. */
const inherited = ['PATH', 'Path', 'SystemRoot', 'SYSTEMROOT', 'ComSpec', 'PATHEXT', 'TMPDIR', 'TMP', 'TEMP', 'LANG'];

function jobEnvironment(step: ActionStep, machine: RunnerMachine, metadata: ActionMetadata): Record<string, string> {
  const variables = {
    ...Object.fromEntries(inherited.map((name) => [name, process.env[name]])),
    ...runnerVariables(machine),
    ...inputVariables(metadata, step.inputs, {
      'github.token': step.githubToken ?? '',
      'github.repository': 'octo-org/octo-models',
    }),
    ...step.env,
  };
  const set: [string, string][] = [];
  for (const [name, value] of Object.entries(variables)) if (value !== undefined) set.push([name, value]);
  return Object.fromEntries(set);
}

/** The variables that a runner sets for every step. */
export function runnerVariables(machine: RunnerMachine): Record<string, string> {
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: 'hub',
    GITHUB_ACTOR: 'octocat',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: machine.event,
    GITHUB_JOB: 'release',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REPOSITORY: 'octo-org/octo-models',
    GITHUB_REPOSITORY_OWNER: 'octo-org',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '4711',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_WORKFLOW: 'Release',
    GITHUB_WORKSPACE: machine.workspace,
    HOME: machine.home,
    USERPROFILE: machine.home,
    RUNNER_ARCH: 'X64',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: machine.temp,
    RUNNER_TOOL_CACHE: machine.toolCache,
  };
}

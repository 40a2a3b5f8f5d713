import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileCommandPairs } from './file-commands.ts';
import { type ActionResult, runAction, runnerVariables } from './run-action.ts';
import { createCommandFiles, type RunnerMachine } from './runner-machine.ts';
import type { WorkflowRun } from './workflow.ts';
import { type Contexts, fillIn, holds } from './workflow-expressions.ts';
import type { WorkflowStep } from './workflow-file.ts';

/** What a step came to. */
export interface RanStep {
  readonly name: string;
  readonly conclusion: 'success' | 'failure' | 'skipped';
  readonly outputs: Readonly<Record<string, string>>;
  readonly log: string;
  /** Of a step of this action. */
  readonly action?: ActionResult;
}

interface Answer extends Omit<RanStep, 'name' | 'conclusion'> {
  readonly failed: boolean;
  /** For later steps of the job. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly pathAdditions?: readonly string[];
}

/** The job so far. */
interface Job {
  readonly machine: RunnerMachine;
  readonly run: WorkflowRun;
  readonly variables: Record<string, string>;
  readonly paths: string[];
}

export interface RanSteps {
  readonly steps: readonly RanStep[];
  readonly contexts: Readonly<Record<string, unknown>>;
  readonly failed: boolean;
}

/** Runs the steps of a job in order, on one machine. */
export async function runSteps(
  steps: readonly WorkflowStep[],
  contexts: Contexts & { readonly env: Readonly<Record<string, string>> },
  machine: RunnerMachine,
  run: WorkflowRun,
): Promise<RanSteps> {
  const job: Job = { machine, run, variables: {}, paths: [] };
  const ran: RanStep[] = [];
  const answers: Record<string, unknown> = {};
  let failed = false;
  for (const step of steps) {
    const seen = { ...contexts, env: { ...contexts.env, ...job.variables }, steps: answers };
    const result: RanStep = holds(step.if, seen, { failed }) ? await runStep(step, seen, job) : skipped(step);
    ran.push(result);
    const conclusion: RanStep['conclusion'] =
      step['continue-on-error'] && result.conclusion === 'failure' ? 'success' : result.conclusion;
    if (step.id) answers[step.id] = { outputs: result.outputs, outcome: result.conclusion, conclusion };
    failed ||= conclusion === 'failure';
  }
  return { steps: ran, contexts: answers, failed };
}

function nameOf(step: WorkflowStep): string {
  return step.name ?? step.uses ?? step.run ?? '';
}

function skipped(step: WorkflowStep): RanStep {
  return { name: nameOf(step), conclusion: 'skipped', outputs: {}, log: '' };
}

async function runStep(
  step: WorkflowStep,
  contexts: Contexts & { readonly env: Readonly<Record<string, string>> },
  job: Job,
): Promise<RanStep> {
  const fill = (values: Readonly<Record<string, string>> = {}): Record<string, string> =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fillIn(value, contexts)]));
  const env = { ...contexts.env, ...fill(step.env) };
  const answer =
    step.run === undefined
      ? await useAction(step.uses ?? '', fill(step.with), env, job)
      : await runScript(fillIn(step.run, { ...contexts, env }), env, job);
  Object.assign(job.variables, answer.environment);
  job.paths.unshift(...(answer.pathAdditions ?? []));
  const { failed, outputs, log, action } = answer;
  return { name: nameOf(step), conclusion: failed ? 'failure' : 'success', outputs, log, ...(action && { action }) };
}

async function useAction(
  uses: string,
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>>,
  { machine, run }: Job,
): Promise<Answer> {
  if (!/^(?:OWNER\/membrane-hub-action@|\.\/\.membrane-hub-action$)/.test(uses)) {
    const simulated = run.actions[uses.split('@')[0] ?? ''];
    if (simulated === undefined) throw new Error(`Nothing is known of the action ${uses}.`);
    return { failed: false, log: '', outputs: await simulated(inputs, machine, run.folder) };
  }
  const action = await runAction({
    ...{ machine, withoutPost: true, githubToken: run.githubToken },
    inputs: { ...run.inputsBeside, ...inputs },
    env: { GITHUB_EVENT_NAME: run.event.name, ...run.env, ...env },
  });
  const { outputs, environment, pathAdditions, log } = action;
  return { failed: action.exitCode !== 0, outputs, environment, pathAdditions, log, action };
}

/** As the runner runs `shell: bash`. */
async function runScript(script: string, env: Readonly<Record<string, string>>, job: Job): Promise<Answer> {
  const { machine, paths, run } = job;
  const files = createCommandFiles();
  const file = path.join(files.folder, 'script.sh');
  writeFileSync(file, script);
  const search = [...paths, process.env.PATH].join(path.delimiter);
  const variables = { ...runnerVariables(machine), GITHUB_EVENT_NAME: run.event.name, ...env, ...files.variables };
  try {
    const options = { cwd: machine.workspace, env: { ...variables, PATH: search }, timeout: 60_000 };
    const { failed, log } = await new Promise<{ failed: boolean; log: string }>((resolve) => {
      execFile('bash', ['--noprofile', '--norc', '-eo', 'pipefail', file], options, (error, stdout, stderr) =>
        resolve({ failed: error !== null, log: `${stdout}\n${stderr}` }),
      );
    });
    const pairs = (name: 'GITHUB_OUTPUT' | 'GITHUB_ENV') =>
      fileCommandPairs(readFileSync(files.variables[name], 'utf8'));
    const pathAdditions = readFileSync(files.variables.GITHUB_PATH, 'utf8').split('\n').filter(Boolean);
    return { failed, log, outputs: pairs('GITHUB_OUTPUT'), environment: pairs('GITHUB_ENV'), pathAdditions };
  } finally {
    rmSync(files.folder, { recursive: true, force: true });
  }
}

import { z } from 'zod';
import { createMachine, type RunnerMachine } from './runner-machine.ts';
import { type Contexts, evaluated, fillIn, holds } from './workflow-expressions.ts';
import { type CallingJob, readWorkflow, type StepsJob, type Workflow } from './workflow-file.ts';
import { type RanStep, runSteps } from './workflow-steps.ts';

/** What another action does in these tests; `folder` keeps what jobs hand to each other. */
export type SimulatedAction = (
  inputs: Readonly<Record<string, string>>,
  machine: RunnerMachine,
  folder: string,
) => Promise<Readonly<Record<string, string>>> | Readonly<Record<string, string>>;

/** What a workflow runs with, beside its file. */
export interface WorkflowRun {
  readonly event: { readonly name: string; readonly payload: unknown };
  readonly secrets: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  /** Of a workflow that is started by hand, or called. */
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly githubToken: string;
  /** How steps of this action reach the sandbox: inputs that the workflow does not name, and variables of the job. */
  readonly inputsBeside: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly toolCache: string;
  /** By `owner/name`: an action that is not named here is an error. */
  readonly actions: Readonly<Record<string, SimulatedAction>>;
  /** Where a workflow that is called lies. */
  readonly calledFile: (uses: string) => string;
  /** A person's answer where a job waits for an environment. */
  readonly approves?: (environment: string) => boolean;
  readonly folder: string;
}

export interface RanJob {
  readonly result: 'success' | 'failure' | 'skipped';
  readonly outputs: Readonly<Record<string, string>>;
  /** In order; of every job of a matrix, one after the other. */
  readonly steps: readonly RanStep[];
}

export interface RanWorkflow {
  readonly jobs: Readonly<Record<string, RanJob>>;
  readonly succeeded: boolean;
}

/** Runs a workflow's jobs, each after those it needs, as GitHub would. */
export async function runWorkflow(file: string, run: WorkflowRun): Promise<RanWorkflow> {
  const workflow = readWorkflow(file);
  const jobs: Record<string, RanJob> = {};
  for (const [id, job] of inOrder(workflow)) jobs[id] = await runJob(job, { workflow, run, jobs });
  return { jobs, succeeded: Object.values(jobs).every(({ result }) => result !== 'failure') };
}

interface Running {
  readonly workflow: Workflow;
  readonly run: WorkflowRun;
  readonly jobs: Readonly<Record<string, RanJob>>;
}

type Job = StepsJob | CallingJob;

function inOrder({ jobs }: Workflow): [string, Job][] {
  const left = new Map(Object.entries(jobs));
  const ordered: [string, Job][] = [];
  while (left.size > 0) {
    const next = [...left].find(([, { needs = [] }]) => needs.every((id) => !left.has(id)));
    if (next === undefined) throw new Error('The jobs need each other in a circle.');
    const missing = next[1].needs?.find((id) => jobs[id] === undefined);
    if (missing !== undefined) throw new Error(`There is no job ${missing}.`);
    ordered.push(next);
    left.delete(next[0]);
  }
  return ordered;
}

async function runJob(job: Job, running: Running): Promise<RanJob> {
  const needed = (job.needs ?? []).map((id) => [id, running.jobs[id]] as const);
  const contexts = { ...runContexts(running.run), needs: Object.fromEntries(needed.map(withoutSteps)) };
  const failed = needed.some(([, one]) => one?.result !== 'success');
  if (!holds(job.if, contexts, { failed })) return { result: 'skipped', outputs: {}, steps: [] };
  const matrix = job.strategy === undefined ? [{}] : combinations(evaluated(job.strategy.matrix, contexts));
  const each = matrix.map((one, index) => {
    const strategy = { 'job-index': index, 'job-total': matrix.length };
    const own = { ...contexts, matrix: one, strategy };
    return 'uses' in job ? callWorkflow(job, own, running) : runStepsJob(job, own, running);
  });
  return together(await Promise.all(each));
}

function withoutSteps([id, job]: readonly [string, RanJob | undefined]) {
  return [id, { result: job?.result, outputs: job?.outputs }] as const;
}

function together(jobs: readonly RanJob[]): RanJob {
  const result = jobs.some((job) => job.result === 'failure') ? 'failure' : 'success';
  return {
    result,
    outputs: Object.assign({}, ...jobs.map(({ outputs }) => outputs)),
    steps: jobs.flatMap(({ steps }) => steps),
  };
}

/** A list of `include`, or each value of one list with each of the others; both together are not used here. */
function combinations(matrix: unknown): Record<string, unknown>[] {
  const lists = Object.entries(z.record(z.string(), z.array(z.unknown()).min(1)).parse(matrix));
  const include = lists.find(([name]) => name === 'include')?.[1];
  if (include !== undefined && lists.length === 1) return z.array(z.record(z.string(), z.unknown())).parse(include);
  if (lists.length === 0 || lists.some(([name]) => name === 'include' || name === 'exclude')) {
    throw new Error(`A matrix of another kind: ${JSON.stringify(matrix)}`);
  }
  return lists.reduce<Record<string, unknown>[]>(
    (all, [name, values]) => all.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
}

async function runStepsJob(job: StepsJob, contexts: Contexts, { workflow, run }: Running): Promise<RanJob> {
  if (job.environment !== undefined && run.approves?.(job.environment.name) !== true) {
    return { result: 'failure', outputs: {}, steps: [] };
  }
  const machine = createMachine({ toolCache: run.toolCache, event: run.event.payload });
  try {
    const env = { ...workflow.env, ...filledValues(job.env ?? {}, contexts) };
    const ran = await runSteps(job.steps, { ...contexts, env }, machine, run);
    const outputs = filledValues(job.outputs ?? {}, { ...contexts, env, steps: ran.contexts });
    return { result: ran.failed ? 'failure' : 'success', outputs, steps: ran.steps };
  } finally {
    machine.remove();
  }
}

async function callWorkflow(job: CallingJob, contexts: Contexts, { run }: Running): Promise<RanJob> {
  const file = run.calledFile(job.uses);
  const call = readWorkflow(file).on.workflow_call;
  if (call === undefined) throw new Error(`${job.uses} cannot be called.`);
  const given = filledValues(job.with ?? {}, contexts);
  const unknown = Object.keys(given).filter((name) => call.inputs?.[name] === undefined);
  if (unknown.length > 0) throw new Error(`${job.uses} has no input ${unknown.join(', ')}.`);
  const inputs = Object.entries(call.inputs ?? {}).map(([name, { type, default: value }]) => {
    return [name, typed(given[name] ?? value ?? '', type)] as const;
  });
  const secrets = filledValues(job.secrets ?? {}, contexts);
  const called = await runWorkflow(file, { ...run, inputs: Object.fromEntries(inputs), secrets });
  const outputs = Object.entries(call.outputs ?? {}).map(([name, { value }]) => [name, value] as const);
  return {
    result: called.succeeded ? 'success' : 'failure',
    outputs: filledValues(Object.fromEntries(outputs), { jobs: called.jobs }),
    steps: Object.values(called.jobs).flatMap(({ steps }) => steps),
  };
}

function typed(value: string, type: string): unknown {
  if (type === 'boolean') return value === 'true';
  return type === 'number' ? Number(value) : value;
}

function filledValues(values: Readonly<Record<string, string>>, contexts: Contexts): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fillIn(value, contexts)]));
}

/** As the harness's steps see them in their variables. */
function runContexts({ event, secrets, vars = {}, inputs = {}, githubToken }: WorkflowRun) {
  return {
    github: {
      ...{ event: event.payload, event_name: event.name, repository: 'octo-org/octo-models', token: githubToken },
      ...{
        repository_owner: 'octo-org',
        ref: 'refs/heads/main',
        ref_name: 'main',
        workflow: 'Example',
        run_id: '4711',
      },
      ...{ run_attempt: '1', server_url: 'https://github.com', sha: '0123456789abcdef0123456789abcdef01234567' },
    },
    ...{ secrets, vars, inputs },
    job: { workflow_repository: 'OWNER/membrane-hub-action', workflow_sha: '0123456789abcdef0123456789abcdef01234567' },
  };
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkout, readActionMetadata } from '../harness/action-metadata.ts';
import { readWorkflow, type StepsJob, type Workflow } from '../harness/workflow-file.ts';
import { workflowErrors } from '../harness/workflow-syntax.ts';
import { examplesFolder } from './example-run.ts';

const { inputs, outputs } = readActionMetadata();
const examples = filesIn(examplesFolder);
const workflows = [...examples, ...filesIn(path.join(checkout, '.github/workflows'))];

function filesIn(folder: string): string[] {
  return readdirSync(folder).map((name) => path.relative(checkout, path.join(folder, name)));
}

const isOurs = (uses = '') => /^(?:OWNER\/membrane-hub-action[@/]|\.\/)/.test(uses);

function stepJobs({ jobs }: Workflow): StepsJob[] {
  return Object.values(jobs).flatMap((job) => ('uses' in job ? [] : [job]));
}

describe.each(workflows)('%s', (name) => {
  const file = path.join(checkout, name);

  test("is valid for GitHub's own parser, gives no job rights it does not name, and pins what others wrote", async () => {
    expect(await workflowErrors(file)).toEqual([]);
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(/^permissions: \{\}$/m);
    for (const [, uses = ''] of text.matchAll(/^\s*(?:- )?uses: (.+)$/gm)) {
      if (!isOurs(uses)) expect(uses).toMatch(/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });
});

describe.each(examples)('%s', (name) => {
  const workflow = readWorkflow(path.join(checkout, name));

  test('says what runs at once, ends every job, and puts nothing of others into a script', () => {
    expect(workflow.concurrency).toBeDefined();
    for (const job of stepJobs(workflow)) {
      expect(job['timeout-minutes']).toBeGreaterThan(0);
      expect(job.permissions).toBeDefined();
      for (const { run = '' } of job.steps) expect(run).not.toContain('$' + '{{');
    }
  });

  test('names inputs and outputs that the action has', () => {
    for (const { steps } of stepJobs(workflow)) {
      const ours = steps.filter(({ uses }) => isOurs(uses));
      for (const step of ours)
        expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
      const ids = ours.flatMap(({ id }) => id ?? []);
      for (const [, id = '', output] of JSON.stringify(steps).matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)) {
        if (ids.includes(id)) expect(Object.keys(outputs)).toContain(output);
        else expect(steps.map((step) => step.id)).toContain(id);
      }
    }
  });
});

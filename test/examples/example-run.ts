import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import { checkout } from '../harness/action-metadata.ts';
import { simulatedActions } from '../harness/simulated-actions.ts';
import { type RanWorkflow, runWorkflow, type WorkflowRun } from '../harness/workflow.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

export const examplesFolder = path.join(checkout, 'examples');

/** What differs from example to example. */
export interface ExampleRun extends Partial<Omit<WorkflowRun, 'actions' | 'calledFile'>> {
  /** The checked-out repository. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Runs an example against the sandbox, as a workflow of a repository that has the secret MEMBRANE_TOKEN. */
export async function runExample(name: string, sandbox: Sandbox, example: ExampleRun = {}): Promise<RanWorkflow> {
  const folder = mkdtempSync(path.join(tmpdir(), 'example-'));
  const { files = {}, ...more } = example;
  try {
    return await runWorkflow(path.join(examplesFolder, name), {
      event: { name: 'workflow_dispatch', payload: {} },
      secrets: { MEMBRANE_TOKEN: sandbox.token },
      githubToken: '',
      inputsBeside: { 'api-url': sandbox.membraneUrl, 'registry-url': inject('registryUrl') },
      env: {},
      toolCache: inject('toolCache'),
      folder,
      ...more,
      actions: simulatedActions(files),
      calledFile: (uses) => path.join(checkout, called(uses)),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function called(uses: string): string {
  const [, file] = /^OWNER\/membrane-hub-action\/(\.github\/workflows\/[a-z-]+\.yml)@v1$/.exec(uses) ?? [];
  if (file === undefined) throw new Error(`No workflow of this repository: ${uses}`);
  return file;
}

/** What every step said, for a test that fails. */
export function told({ jobs }: RanWorkflow): string {
  const steps = Object.values(jobs).flatMap(({ steps: ran }) => ran);
  return steps.map(({ name, conclusion, log }) => `== ${name}: ${conclusion}\n${log}`).join('\n');
}

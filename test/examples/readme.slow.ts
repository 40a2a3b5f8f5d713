import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { useSandbox } from '../action/sandbox-step.ts';
import { checkout } from '../harness/action-metadata.ts';
import { examplesFolder, runExample, told } from './example-run.ts';

/** What the README's steps find in the checkout. */
const files = {
  'model/README.md': '# A model\n',
  'model/config.json': '{"layers": 2}\n',
  // The seeded organisation breaks the recommended rules, and this policy asks for little.
  '.github/hub-policy.yml': 'rules:\n  unsafe-scan: off\n',
};

const examples = [
  ...readFileSync(path.join(checkout, 'README.md'), 'utf8').matchAll(/^( *)```yaml\n(.*?)^\1```$/gms),
].map(([, indent = '', text = '']) => text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''));

/** A list of steps becomes a workflow of one job, jobs become a workflow; a workflow stays as it is. */
function workflowOf(text: string): string {
  const value: unknown = parse(text);
  if (Array.isArray(value)) {
    const job = { 'runs-on': 'ubuntu-latest', steps: value };
    return stringify({ name: 'readme', on: { workflow_dispatch: null }, jobs: { example: job } });
  }
  const isWhole = typeof value === 'object' && value !== null && 'on' in value;
  return isWhole ? text : stringify({ name: 'readme', on: { workflow_dispatch: null }, ...Object(value) });
}

function titleOf(text: string): string {
  return [...text.matchAll(/operation: (\S+)/g)].map(([, operation]) => operation).join(', ');
}

describe("the README's examples", () => {
  const bed = useSandbox();
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'readme-'));
    await bed.hub.createRepository('model', 'scratch');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('are found', () => expect(examples.length).toBeGreaterThan(8));

  test.each(examples.map((text, index) => [index + 1, titleOf(text), text] as const))(
    '%i: %s',
    async (index, title, text) => {
      const file = path.join(folder, `${index}.yml`);
      writeFileSync(file, workflowOf(text));
      const event = { name: 'workflow_dispatch', payload: {} };
      const ran = await runExample(path.relative(examplesFolder, file), bed.sandbox, { event, files });
      if (title !== 'audit') expect(ran.succeeded, told(ran)).toBe(true);
      else expect(told(ran)).toMatch(/POLICY_VIOLATED|Audited my-org/);
    },
  );
});

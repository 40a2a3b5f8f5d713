import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { readActionMetadata } from '../harness/action-metadata.ts';
import { withMachine } from '../harness/runner-machine.ts';
import { outputOf } from './operation-case.ts';
import { errorOf, runStep, useSandbox } from './sandbox-step.ts';

const bed = useSandbox({ hub: { generate: { organisation: 'big-org', models: 1000 } } });

test.each(['cli', 'api'] as const)('a result too large for an output goes to the file, whole, over %s', (transport) =>
  withMachine({ toolCache: inject('toolCache') }, async (machine) => {
    const input = { author: 'big-org', limit: 1000, full: true };
    const result = await runStep(bed.sandbox, { operation: 'list-models', transport, input, machine });
    expect(result.exitCode, result.log).toBe(0);
    const file = result.outputs['output-file'] ?? '';
    expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveLength(1000);
    expect(result.outputs.count).toBe('1000');
    expect(outputOf(result)).toMatchObject({ truncated: true, 'output-file': file });
    expect(Buffer.byteLength(result.summary)).toBeLessThan(1_048_576);
    expect(result.summary).toMatch(/950 more/);
  }),
);

test('output-file is written in the workspace', () =>
  withMachine({}, async (machine) => {
    const inputs = { 'output-file': 'results/user.json' };
    const result = await runStep(bed.sandbox, { operation: 'get-current-user', inputs, machine });
    expect(result.exitCode, result.log).toBe(0);
    const file = path.join(machine.workspace, 'results', 'user.json');
    expect(result.outputs['output-file']).toBe(file);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(outputOf(result));
  }));

test('input wins over input-file', async () => {
  const workspaceFiles = { 'hub.yml': 'repository: my-org/private-model\nblobs: true\n' };
  const inputs = { 'input-file': 'hub.yml', input: 'repository: my-org/my-model' };
  const result = await runStep(bed.sandbox, { operation: 'get-model', inputs, workspaceFiles });
  expect(result.exitCode, result.log).toBe(0);
  const withSizes = expect.arrayContaining([expect.objectContaining({ size: expect.any(Number) })]);
  expect(outputOf(result)).toMatchObject({ id: 'my-org/my-model', siblings: withSizes });
});

test('every output of action.yml that is not of one operation alone is set on success, and what went wrong on failure', async () => {
  const { outputs } = readActionMetadata();
  const names = Object.keys(outputs);
  const everybodys = names.filter((name) => !outputs[name]?.description.startsWith('For `'));
  const good = await runStep(bed.sandbox, { operation: 'get-model', input: { repository: 'my-org/my-model' } });
  expect(Object.keys(good.outputs).toSorted()).toEqual(everybodys.toSorted());
  const bad = await runStep(bed.sandbox, { operation: 'get-model', input: { repository: 'my-org/none' } });
  expect(bad.outputs).toMatchObject({ status: 'failed', changed: 'false', 'connection-state': 'READY' });
  expect(names).toEqual(expect.arrayContaining(Object.keys(bad.outputs)));
});

test('fail-on-error: false leaves the step green and tells it in the outputs', async () => {
  const inputs = { 'fail-on-error': 'false' };
  const input = { repository: 'my-org/none' };
  const result = await runStep(bed.sandbox, { operation: 'get-model', input, inputs });
  expect(result.exitCode).toBe(0);
  expect(result.outputs.status).toBe('failed');
  expect(errorOf(result)).toMatchObject({ code: 'HUB_NOT_FOUND', status: 404 });
  expect(result.annotations).toEqual([expect.objectContaining({ kind: 'warning' })]);
});

test('summary: false writes none', async () => {
  const result = await runStep(bed.sandbox, { operation: 'get-current-user', inputs: { summary: 'false' } });
  expect(result.exitCode, result.log).toBe(0);
  expect(result.summary).toBe('');
});

test('text stays text: versions, dates, yes and no', async () => {
  await bed.hub.createRepository('model', '1.0');
  const input = 'repository: my-org/1.0\ntitle: 2026-01-01\ndescription: no';
  const result = await runStep(bed.sandbox, { operation: 'create-discussion', inputs: { input } });
  expect(result.exitCode, result.log).toBe(0);
  expect(await bed.hub.get('/api/models/my-org/1.0/discussions/1')).toMatchObject({ title: '2026-01-01' });
});

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMachine, type RunnerMachine } from '../harness/runner-machine.ts';
import { createGithub, type Github } from '../sandbox/github/github.ts';
import type { ServedApplication } from '../sandbox/http/application.ts';
import { serve } from '../sandbox/http/serve.ts';
import { recordOf } from './operation-case.ts';
import { errorOf, runStep, useSandbox } from './sandbox-step.ts';

const policy = 'rules:\n  license-missing: high\n';
const bed = useSandbox({ hub: { generate: { organisation: 'big-org', models: 60, datasets: 10, spaces: 10 } } });
let machine: RunnerMachine;
beforeAll(() => {
  machine = createMachine({ workspaceFiles: { 'policy.yml': policy } });
});
afterAll(() => machine.remove());

const run = (operation: string, input: object, inputs: Record<string, string> = {}, env: Record<string, string> = {}) =>
  runStep(bed.sandbox, { operation, machine, input, inputs, env, withoutPost: true });

describe('audit', () => {
  test('fails on what the policy calls severe, with every report written', async () => {
    const input = { namespace: 'my-org', failOn: 'high', report: 'reports' };
    const result = await run('audit', input);
    expect(result.exitCode).toBe(1);
    expect(errorOf(result)).toMatchObject({ code: 'POLICY_VIOLATED' });
    expect(result.outputs).toMatchObject({
      status: 'failed',
      'report-path': expect.stringMatching(/reports\/.*\.html$/),
    });
    expect(Number(result.outputs['findings-count'])).toBeGreaterThan(0);
    expect(readdirSync(path.join(machine.workspace, 'reports'))).toHaveLength(7);
    const sarif = JSON.parse(readFileSync(result.outputs['sarif-path'] ?? '', 'utf8'));
    expect(sarif).toMatchObject({ version: '2.1.0', runs: [{ results: expect.any(Array) }] });
    expect(result.summary).toContain('my-org');
    expect(result.summary).toContain('mermaid');
  });

  test('stays green where nothing may fail it, and leaves the reports with the runner', async () => {
    const result = await run('audit', { namespace: 'my-org', failOn: 'none' });
    expect(result.exitCode, result.log).toBe(0);
    expect(result.outputs).toMatchObject({ status: 'succeeded', changed: 'false', error: '' });
    expect(existsSync(result.outputs['report-path'] ?? '')).toBe(true);
  });

  test('shards, planned and merged, find what one audit finds', async () => {
    const whole = await run('audit', { namespace: 'big-org', failOn: 'none' });
    const plan = await run('audit-plan', { namespace: 'big-org', perShard: 100, maxShards: 4 });
    expect(JSON.parse(plan.outputs.matrix ?? '')).toEqual({ shard: ['1/1'] });
    const results = ['1/2', '2/2'].map((shard) => ({ shard, result: `part-${shard[0]}.json` }));
    for (const one of results) await run('audit', { namespace: 'big-org', failOn: 'none', ...one });
    const merged = await run('audit-merge', { results: results.map(({ result }) => result), failOn: 'none' });
    expect(merged.exitCode, merged.log).toBe(0);
    for (const name of ['findings-count', 'score']) expect(merged.outputs[name]).toBe(whole.outputs[name]);
  });

  test('the second run over a cache says what is new and asks for less', async () => {
    const input = { namespace: 'big-org', failOn: 'none', cache: 'audit-cache.jsonl' };
    const first = await run('audit', input);
    const second = await run('audit', input);
    expect(first.outputs['new-count']).toBe('');
    expect(second.outputs['new-count']).toBe('0');
    const requests = (result: typeof first) => JSON.stringify(recordOf(result).cost);
    expect(requests(second)).not.toBe(requests(first));
  });
});

describe('the issue of an audit', () => {
  let github: Github;
  let server: ServedApplication;
  beforeAll(async () => {
    github = createGithub({ repository: 'octo-org/octo-models' });
    server = await serve(github.application);
  });
  afterAll(() => server.close());

  test('is opened once and kept up to date', async () => {
    for (let time = 0; time < 2; time += 1) {
      const input = { namespace: 'my-org', failOn: 'none', issue: true };
      const result = await run('audit', input, { 'github-token': github.token }, { GITHUB_API_URL: server.url });
      expect(result.exitCode, result.log).toBe(0);
    }
    expect(github.issues.filter((issue) => issue.pull_request === undefined)).toHaveLength(1);
  });
});

describe('settings as code', () => {
  test('a snapshot applied to itself changes nothing; a change is planned, then made', async () => {
    const file = 'settings.yml';
    const written = await run('snapshot', { namespace: 'my-org', file });
    expect(written.exitCode, written.log).toBe(0);
    const same = await run('apply', { file });
    expect(same.outputs).toMatchObject({ status: 'succeeded', changed: 'false', count: '0' });
    const place = path.join(machine.workspace, file);
    const text = readFileSync(place, 'utf8');
    writeFileSync(place, text.replace(/(my-model:\n(?: {6}.*\n)*? {6}gated: )false/, '$1manual'));
    expect(readFileSync(place, 'utf8')).not.toBe(text);
    const planned = await run('apply', { file }, { 'dry-run': 'true' });
    expect(planned.outputs).toMatchObject({ status: 'planned', changed: 'true', count: '1' });
    expect(await bed.hub.get('/api/models/my-org/my-model')).toMatchObject({ gated: false });
    const applied = await run('apply', { file });
    expect(applied.outputs).toMatchObject({ status: 'succeeded', changed: 'true' });
    expect(await bed.hub.get('/api/models/my-org/my-model')).toMatchObject({ gated: 'manual' });
  });
});

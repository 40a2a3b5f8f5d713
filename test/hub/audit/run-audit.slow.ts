import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { auditMergeParameters, auditParameters, auditPlanParameters } from '../../../src/hub/audit/audit-parameters.ts';
import type { AuditReport } from '../../../src/hub/audit/findings.ts';
import type { HubCalls } from '../../../src/hub/audit/hub-calls.ts';
import { mergeAudits } from '../../../src/hub/audit/merge-audits.ts';
import { planAudit } from '../../../src/hub/audit/plan-audit.ts';
import { runAudit } from '../../../src/hub/audit/run-audit.ts';
import { type AuditedHub, startAuditedHub, today } from './audited-hub.ts';

const dayMs = 86_400_000;
const policy = {
  rules: {
    'stale-discussion': { days: 30 },
    'stale-repository': { days: 900 },
    'license-not-allowed': { allow: ['apache-2.0', 'mit'] },
    'card-section-missing': { sections: ['Number'], only: ['*0'] },
    'namespace-over-budget': { limit: '1 GB' },
    'admin-not-listed': {},
  },
  exemptions: [{ rule: 'stale-repository', repositories: ['amber-*'], reason: 'kept for a paper' }],
  owners: [{ repositories: ['*-jade-*'], owner: '@jade' }],
};

let hub: AuditedHub;
beforeAll(async () => {
  hub = await startAuditedHub({
    generate: { organisation: 'big', models: 650, datasets: 60, spaces: 60 },
    settings: { pageSizes: { ...pageSizes, repositoriesMax: 100 } },
  });
});
afterAll(() => hub.close());
afterEach(() => {
  hub.requests.length = 0;
  hub.said.length = 0;
});

const pageSizes = {
  ...{ repositories: 100, repositoriesMax: 100, tree: 1000, treeExpanded: 100, treeMax: 1000 },
  ...{ commits: 50, members: 500, collections: 10, discussions: 50 },
};

function parametersOf(changes: Record<string, unknown> = {}) {
  return auditParameters.parse({ namespace: 'big', policy, ...changes });
}

/** What must be the same however the work was split. */
function essence(report: AuditReport) {
  const { startedAt: _s, finishedAt: _f, cost: _c, ...rest } = report;
  return rest;
}

describe('an audit of a generated organization', () => {
  test('finds what is wrong, sorted, counted, exempted, with owners', async () => {
    const { report, violation } = await runAudit(parametersOf(), hub.context());
    expect(report.repositories).toEqual({ model: 650, dataset: 60, space: 60 });
    expect(report.findings.length).toBeGreaterThan(250);
    expect(new Set(report.findings.map((one) => one.fingerprint)).size).toBe(report.findings.length);
    expect(report.counts.byRule['admin-not-listed']).toBe(1);
    expect(report.counts.byRule['namespace-over-budget']).toBe(1);
    expect(report.counts.byRule['repository-disabled']).toBe(0);
    expect(report.exempted[0]?.count).toBeGreaterThan(0);
    expect(
      report.findings.filter((one) => one.rule === 'stale-repository' && one.subject.id.startsWith('big/amber')),
    ).toEqual([]);
    const jade = report.findings.filter((one) => /-jade-/.test(one.subject.id));
    expect(jade.length).toBeGreaterThan(0);
    expect(jade.every((one) => one.owner === '@jade')).toBe(true);
    expect(report.incomplete).toEqual([]);
    expect(violation?.code).toBe('POLICY_VIOLATED');
    expect(report.cost.requests).toBe(hub.requests.length);
  });

  test('fail-on bears what is less severe, and nothing where it is none', async () => {
    const mild = { extends: 'none', rules: { 'stale-repository': { days: 900 } } };
    const run = async (failOn: string) =>
      (await runAudit(parametersOf({ policy: mild, failOn }), hub.context())).violation;
    expect((await run('low'))?.message).toMatch(/found \d+ low/);
    expect(await run('medium')).toBeUndefined();
    expect(await run('none')).toBeUndefined();
  });

  test('asks the lists alone where the rules need no more', async () => {
    const cheap = { extends: 'none', rules: { 'license-missing': 'high', 'pickle-file': 'low' } };
    const { report } = await runAudit(parametersOf({ policy: cheap }), hub.context());
    expect(report.cost.requests).toBe(7 + 1 + 1);
    expect(hub.requests.every((one) => /^\/api\/(models|datasets|spaces)$/.test(one.path))).toBe(true);
  });

  test('a namespace in another case is the same one', async () => {
    const calls = hub.context().calls;
    const canonical: HubCalls = {
      ...calls,
      get: (pathname, query = [], headers = {}) =>
        calls.get(
          pathname.replace('BIG', 'big'),
          query.map(([name, value]) => [name, value === 'BIG' ? 'big' : value] as const),
          headers,
        ),
    };
    const parameters = parametersOf({ namespace: 'BIG', types: ['space'] });
    const { report } = await runAudit(parameters, hub.context({ calls: canonical }));
    expect(report.repositories.space).toBe(60);
  });

  test('items that cannot be read are told', async () => {
    const calls = hub.context().calls;
    const odd: HubCalls = {
      ...calls,
      get: async (pathname, query, headers) => {
        const answer = await calls.get(pathname, query, headers);
        if (pathname !== '/api/spaces' || !Array.isArray(answer.body)) return answer;
        return { ...answer, body: [...answer.body, { id: 7 }, null] };
      },
    };
    const parameters = parametersOf({ types: ['space'] });
    const { report } = await runAudit(parameters, hub.context({ calls: odd }));
    expect(report.incomplete.map((one) => one.repositories)).toEqual([2]);
    expect(report.repositories.space).toBe(60);
  });

  test('a namespace that does not exist is an error, not a clean bill', async () => {
    await expect(runAudit(parametersOf({ namespace: 'no-such-org' }), hub.context())).rejects.toMatchObject({
      code: 'HUB_NOT_FOUND',
    });
  });
});

describe('shards', () => {
  test.each([2, 5, 16])('%d shards merged equal one audit, finding for finding', async (count) => {
    const whole = await runAudit(parametersOf(), hub.context());
    const results = Array.from({ length: count }, (_, index) => `part-${count}-${index}`);
    const perShard: number[] = [];
    for (const [index, result] of results.entries()) {
      const { report } = await runAudit(parametersOf({ shard: `${index + 1}/${count}`, result }), hub.context());
      perShard.push(report.repositoriesTotal);
    }
    expect(Math.max(...perShard)).toBeLessThan((770 / count) * 1.6);
    const merged = await mergeAudits(auditMergeParameters.parse({ results: results.toReversed() }), hub.context());
    expect(essence(merged.report)).toEqual(essence(whole.report));
    expect(merged.violation?.message).toBe(whole.violation?.message);
  });

  test('a missing shard is told; two policies, a torn file and the same shard twice are refused', async () => {
    await runAudit(parametersOf({ shard: '1/2', result: 'one' }), hub.context());
    const merge = (results: string[]) => mergeAudits(auditMergeParameters.parse({ results }), hub.context());
    expect((await merge(['one'])).report.incomplete.map((one) => one.message)).toEqual([
      'The shard 2/2 is missing: run its job again and merge anew.',
    ]);
    await expect(merge(['one', 'one'])).rejects.toThrow(/same shard twice/);
    await runAudit(parametersOf({ shard: '2/2', result: 'two', policy: {} }), hub.context());
    await expect(merge(['one', 'two'])).rejects.toThrow(/two policies/);
    const text = await readFile(path.join(hub.folder, 'one'), 'utf8');
    await writeFile(path.join(hub.folder, 'torn'), text.slice(0, -400));
    await expect(merge(['torn'])).rejects.toThrow(/cut short/);
    await expect(merge(['nowhere'])).rejects.toThrow(/does not exist/);
  });

  test('the plan counts private repositories too and stays within its limits', async () => {
    const plan = (changes: Record<string, unknown>) =>
      planAudit(auditPlanParameters.parse({ namespace: 'big', ...changes }), hub.context());
    expect((await plan({ perShard: 200 })).matrix.shard).toEqual(['1/4', '2/4', '3/4', '4/4']);
    expect((await plan({ perShard: 100, maxShards: 3 })).matrix.shard).toHaveLength(3);
    expect((await plan({})).repositories).toEqual({ model: 650, dataset: 60, space: 60 });
  });
});

describe('the cache', () => {
  test('makes an unchanged second run cheap and the report comparable', async () => {
    const first = await runAudit(parametersOf({ cache: 'cache-1' }), hub.context());
    const later = { now: today + 60_000 };
    const second = await runAudit(parametersOf({ cache: 'cache-1' }), hub.context(later));
    expect(first.report.cost.requests).toBeGreaterThan(10 * second.report.cost.requests);
    expect(second.report.comparison).toMatchObject({ new: [], mended: [] });
    expect(second.report.findings.map((one) => one.fingerprint)).toEqual(
      first.report.findings.map((one) => one.fingerprint),
    );
    expect(second.report.findings.every((one) => one.firstSeen === first.report.startedAt)).toBe(true);
  });

  test('what changed is asked for again: new and mended findings are told', async () => {
    const only = { extends: 'none', rules: { 'unsafe-scan': {}, 'stale-discussion': { days: 30 } } };
    const run = (now: number) =>
      runAudit(parametersOf({ cache: 'cache-2', policy: only, types: ['model'] }), hub.context({ now }));
    const before = await run(today);
    const mended = before.report.findings[0]?.subject.id ?? '';
    const repository = hub.hub.store.repository('model', mended);
    if (!repository) throw new Error('The first run found nothing.');
    const scans = repository.facts.scans;
    repository.facts.scans = new Map();
    expect((await run(today + dayMs)).report.comparison?.mended).toEqual([]);
    const after = await run(today + 8 * dayMs);
    expect(after.report.comparison?.mended.map((one) => one.subject.id)).toEqual([mended]);
    repository.facts.scans = scans;
    const again = await run(today + 16 * dayMs);
    expect(again.report.comparison?.new).toEqual([before.report.findings[0]?.fingerprint]);
  });

  test('a cut, a foreign and a changed cache are no cache', async () => {
    const run = () => runAudit(parametersOf({ cache: 'cache-3', types: ['space'] }), hub.context());
    const { report } = await run();
    const file = path.join(hub.folder, 'cache-3');
    const whole = await readFile(file, 'utf8');
    for (const broken of [whole.slice(0, 900), whole.replace('"at":1', '"at":2'), 'not ours', '']) {
      await writeFile(file, broken);
      const next = await run();
      expect(next.report.cost.requests).toBe(report.cost.requests);
      expect(next.report.comparison).toBeUndefined();
      expect(hub.said.join('\n')).toContain('written anew');
    }
    expect((await run()).report.cost.requests).toBeLessThan(report.cost.requests / 10);
  });

  test('changed-since walks only as far as it must, and forgets nothing of the rest', async () => {
    await runAudit(parametersOf({ cache: 'cache-4' }), hub.context());
    hub.requests.length = 0;
    const one = hub.hub.store.repository('model', `big/${nameOf(7)}`);
    if (!one) throw new Error('There is no seventh model.');
    const before = one.facts.lastModified;
    one.facts.lastModified = new Date(today + 1000);
    hub.hub.store.version += 1;
    const later = { now: today + 2000 };
    const { report } = await runAudit(parametersOf({ cache: 'cache-4', changedSince: 'last-run' }), hub.context(later));
    expect(report.repositories).toEqual({ model: 1, dataset: 0, space: 0 });
    expect(report.cost.requests).toBeLessThan(12);
    expect(report.comparison?.mended).toEqual([]);
    one.facts.lastModified = before;
    hub.hub.store.version += 1;
    const full = await runAudit(parametersOf({ cache: 'cache-4' }), hub.context({ now: today + 3000 }));
    expect(full.report.comparison).toMatchObject({ new: [], mended: [] });
    expect(full.report.cost.requests).toBeLessThan(30);
  });
});

function nameOf(index: number): string {
  const suffix = `-${String(index).padStart(5, '0')}`;
  const found = hub.hub.store.repositories('model').find((one) => one.id.startsWith('big/') && one.id.endsWith(suffix));
  return found?.name ?? '';
}

/** Fails, as a cancelled job does, once so many pages of models have been had. */
function interrupted(calls: HubCalls, pages: number): HubCalls {
  let left = pages;
  return {
    ...calls,
    get: (pathname, query, headers) => {
      if (pathname === '/api/models') left -= 1;
      if (left < 0) throw new Error('the job was cancelled');
      return calls.get(pathname, query, headers);
    },
  };
}

describe('an interrupted audit', () => {
  test.each([0, 2, 5])('goes on after %d pages and finds the same', async (pages) => {
    const whole = await runAudit(parametersOf(), hub.context());
    const parameters = parametersOf({ checkpoint: `checkpoint-${pages}` });
    const calls = interrupted(hub.context().calls, pages);
    await expect(runAudit(parameters, hub.context({ calls }))).rejects.toThrow('the job was cancelled');
    hub.requests.length = 0;
    const resumed = await runAudit(parameters, hub.context());
    expect(essence(resumed.report)).toEqual(essence(whole.report));
    const pagesAsked = hub.requests.filter((one) => one.path === '/api/models').length;
    expect(pagesAsked).toBe(7 - Math.max(0, pages - 1));
    await expect(readFile(path.join(hub.folder, `checkpoint-${pages}`))).rejects.toThrow(/ENOENT/);
  });

  test('pages of another policy are not used', async () => {
    const calls = interrupted(hub.context().calls, 3);
    await expect(runAudit(parametersOf({ checkpoint: 'other' }), hub.context({ calls }))).rejects.toThrow(
      'the job was cancelled',
    );
    const { report } = await runAudit(parametersOf({ checkpoint: 'other', policy: {} }), hub.context());
    const fresh = await runAudit(parametersOf({ policy: {} }), hub.context());
    expect(essence(report)).toEqual(essence(fresh.report));
  });
});

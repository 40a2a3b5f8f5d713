import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue } from '../../src/hub/catalogue.ts';
import { discoverAction } from '../../src/hub/discover.ts';
import { operationsIn } from '../sandbox/membrane/operations/dialect.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { sandboxContext } from './sandbox-context.ts';

const rows = catalogue.filter((row) => row.kind === 'hub');
const offered = new Set(operationsIn('canonical').map(({ key }) => key));
let full: Sandbox;
let empty: Sandbox;

beforeAll(async () => {
  full = await startSandbox();
  empty = await startSandbox({ actions: 'none' });
});

afterAll(() => Promise.all([full.close(), empty.close()]));

test('each action of the sandbox does what an operation of the Hub does', () => {
  expect(rows.map(({ key }) => key)).toEqual(expect.arrayContaining([...offered]));
});

test.each(rows.filter(({ key }) => offered.has(key)))(
  '$key is found by its exact key among actions much like it, with one search',
  async (row) => {
    const before = full.membraneServer.requests.length;
    const found = await discoverAction(row, sandboxContext(full));
    expect(found?.key).toBe(row.key);
    expect(found?.inputSchema).toBeDefined();
    expect(full.membraneServer.requests.length - before).toBe(1);
  },
);

test.each(rows)('$key is not taken for one of its neighbours', async (row) => {
  expect(await discoverAction(row, sandboxContext(empty))).toBeUndefined();
});

import { expect, test } from 'vitest';
import type { Cell } from './cell.ts';
import { runCell } from './cell.ts';
import { namedFaults } from './faults.ts';
import { operationKinds } from './operation-kinds.ts';

/** A few cells of the table that `npm run test:slow` runs: one for each way in which an answer can be missing. */
const selection: readonly [fault: string, kind: Cell['kind'], transport: Cell['transport'], code: string][] = [
  ['connection reset after it ran', 'create', 'cli', ''],
  ['connection reset after it ran', 'discussion', 'api', ''],
  ['connection reset before it ran', 'move', 'api', ''],
  ['no answer, and it ran', 'destroy', 'api', ''],
  ['no answer, and it never ran', 'update', 'cli', 'OUTCOME_UNKNOWN'],
  ['half an answer', 'destroy', 'cli', ''],
  ['lock_timeout', 'discussion', 'cli', ''],
  ['500 after it ran', 'update', 'api', ''],
  ['the answer is lost, and reading back fails too', 'create', 'api', 'OUTCOME_UNKNOWN'],
  ['Hub: another creation is in progress', 'create', 'api', ''],
  ['CLI: is killed while it prints', 'create', 'cli', ''],
  ['CLI: hangs and has a child', 'read', 'cli', 'TIMEOUT'],
  ['ensuring the connection: no answer', 'create', 'cli', 'CONNECTION_TIMEOUT'],
];

test.concurrent.each(selection)('%s, %s over %s', async (name, kindName, transport, code) => {
  const fault = namedFaults.find((one) => one.name === name);
  const kind = operationKinds.find((one) => one.name === kindName);
  if (fault === undefined || kind === undefined) throw new Error(`There is no ${name} or ${kindName}.`);
  const cell = await runCell(fault, kind, transport);
  expect(cell.wrong, cell.log).toEqual([]);
  expect(cell.code, cell.log).toBe(code);
});

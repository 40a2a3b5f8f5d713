import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { checkout } from '../harness/action-metadata.ts';
import type { Cell } from './cell.ts';
import { namedFaults } from './faults.ts';
import { toldIn, writtenOf } from './page.ts';
import { checkeredTable, runCells } from './table.ts';

let cells: readonly Cell[] = [];

beforeAll(async () => {
  cells = await runCells(checkeredTable());
}, 600_000);

test('there are at least forty faults, each with a name of its own', () => {
  expect(new Set(namedFaults.map(({ name }) => name)).size).toBe(namedFaults.length);
  expect(namedFaults.length).toBeGreaterThanOrEqual(40);
});

test('nothing is done twice, nothing is claimed that was not done, no error is uncaught', () => {
  const wrong = cells.filter((cell) => cell.wrong.length > 0);
  expect(
    wrong.map(({ fault, kind, transport, wrong: words, log }) => ({ fault, kind, transport, words, log })),
  ).toEqual([]);
});

test('every operation ends soon after its limit', () => {
  // Setting up, the operation's 8 s, the last look's 10 s and ending the CLI, on a busy machine.
  expect(cells.filter(({ milliseconds }) => milliseconds > 40_000)).toEqual([]);
});

test('docs/faults.md says what was seen', () => {
  const page = readFileSync(path.join(checkout, 'docs/faults.md'), 'utf8');
  const seen = (cell: Cell) => `${cell.fault}, ${cell.kind} over ${cell.transport}:`;
  const told = cells.map((cell) => `${seen(cell)} ${toldIn(cell)}`);
  expect(told).toEqual(cells.map((cell) => `${seen(cell)} ${writtenOf(page, cell)}`));
});

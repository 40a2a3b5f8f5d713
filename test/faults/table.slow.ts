import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { checkout } from '../harness/action-metadata.ts';
import type { Cell } from './cell.ts';
import { namedFaults } from './faults.ts';
import { toldIn, writtenOf } from './page.ts';
import { checkeredTable, runCells } from './table.ts';

let cells: readonly Cell[] = [];
const page = readFileSync(path.join(checkout, 'docs/faults.md'), 'utf8');

beforeAll(async () => {
  const places = checkeredTable();
  const seen = await runCells(places);
  // On a machine that is too busy an operation may reach its limit before its repetition: such cells run again, alone.
  const other = places.filter((_, index) => !isAsWritten(seen[index]));
  const again = await runCells(other, undefined, 1);
  const unexpected = seen.filter((cell) => cell.wrong.length > 0);
  cells = [...seen.filter(isAsWritten), ...again, ...unexpected];
}, 600_000);

function isAsWritten(cell: Cell | undefined): boolean {
  return cell !== undefined && toldIn(cell) === writtenOf(page, cell);
}

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
  // Setting up, the operation's 12 s, the last look's 10 s and ending the CLI, on a busy machine.
  expect(cells.filter(({ milliseconds }) => milliseconds > 40_000)).toEqual([]);
});

test('docs/faults.md says what was seen', () => {
  const seen = (cell: Cell) => `${cell.fault}, ${cell.kind} over ${cell.transport}:`;
  const told = cells.map((cell) => `${seen(cell)} ${toldIn(cell)}`);
  expect(told).toEqual(cells.map((cell) => `${seen(cell)} ${writtenOf(page, cell)}`));
});

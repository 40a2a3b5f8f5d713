/**
 * Runs the built action against every named fault and writes docs/faults.md. `--check` writes nothing and fails where
 * the page is stale. It takes minutes: the ordinary checks run a quarter of the table (`npm run test:slow`).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { faultsPage } from '../test/faults/page.ts';
import { runCells, wholeTable } from '../test/faults/table.ts';
import { root } from './tool.ts';

const file = path.join(root, 'docs/faults.md');
const places = wholeTable();
let ended = 0;
const cells = await runCells(places, ({ fault, kind, transport, wrong }) => {
  ended += 1;
  if (ended % 50 === 0) console.log(`${ended} of ${places.length}`);
  if (wrong.length > 0) console.error(`${fault}, ${kind} over ${transport}: ${wrong.join(', ')}`);
});
const page = faultsPage(cells);
if (cells.some(({ wrong }) => wrong.length > 0)) process.exitCode = 1;
else if (!process.argv.includes('--check')) writeFileSync(file, page);
else if (readFileSync(file, 'utf8') !== page) {
  console.error('docs/faults.md is stale: run `npm run faults` and commit what it writes.');
  process.exitCode = 1;
}

import type { Cell } from './cell.ts';
import { namedFaults } from './faults.ts';
import { operationKinds } from './operation-kinds.ts';

const introduction = `# Faults

What a step comes to when something fails around it. Written by \`npm run faults\`: the built action is run against the
sandbox once for each cell, as a child process, and a cell is what it said and what the sandbox's Hub recorded.

- \`✓ 1\`: the step is green, and the Hub was changed once. A read that succeeds is \`✓\`.
- A code is how the step failed, and the number behind it how often the Hub was changed all the same.
  \`OUTCOME_UNKNOWN\` means that nobody could tell, and that the error names the place to look at.
- Two lines: the Membrane CLI first, then the HTTP API. One line: both, or the only one that can meet the fault.

Steps run with \`retries: 1\` and a few seconds of \`timeout\`, so what repairs itself within a minute shows here as an
error: above all a discussion, which the Hub would open a second time without a word, is sent again only when its first
sending can no longer arrive, a minute later.
`;

/** The page of the whole table. */
export function faultsPage(cells: readonly Cell[]): string {
  const headings = ['Fault', ...operationKinds.map(({ operation }) => `\`${operation}\``)];
  const rows = namedFaults.map(({ name }) => [
    name,
    ...operationKinds.map((kind) => together(cells.filter((cell) => cell.fault === name && cell.kind === kind.name))),
  ]);
  const lines = [headings, headings.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
  return `${introduction}\n${namedFaults.length} faults, ${cells.length} cells.\n\n${lines.join('\n')}\n`;
}

function together(cells: readonly Cell[]): string {
  return [...new Set(cells.map(toldIn))].join('<br>');
}

/** What a cell shows: the outcome, and how often the Hub was changed. */
export function toldIn({ kind, code, effects }: Cell): string {
  if (code === '') return kind === 'read' ? '✓' : `✓ ${effects}`;
  return kind === 'read' ? `\`${code}\`` : `\`${code}\` ${effects}`;
}

/** What the page says of a cell's place: the line of its transport. */
export function writtenOf(page: string, { fault, kind, transport }: Cell): string | undefined {
  const row = page.split('\n').find((line) => line.startsWith(`| ${fault} |`));
  const column = operationKinds.findIndex(({ name }) => name === kind) + 2;
  const lines = row?.split(' | ')[column - 1]?.replace(/ \|$/, '').split('<br>') ?? [];
  return transport === 'api' ? lines.at(-1) : lines[0];
}

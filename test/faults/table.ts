import pLimit from 'p-limit';
import { type Cell, runCell } from './cell.ts';
import { namedFaults } from './faults.ts';
import { operationKinds } from './operation-kinds.ts';

/** Most cells wait, for a limit or for a repetition: more of them than cores can be under way. */
const atOnce = 14;

/** Runs every fault against every kind of operation, over every transport that can meet it. */
export function runTable(progress: (cell: Cell) => void = () => undefined): Promise<Cell[]> {
  const limit = pLimit(atOnce);
  const cells = namedFaults.flatMap((fault) =>
    operationKinds.flatMap((kind) =>
      (['cli', 'api'] as const)
        .filter((transport) => fault.transport === undefined || fault.transport === transport)
        .map((transport) =>
          limit(async () => {
            const cell = await runCell(fault, kind, transport);
            progress(cell);
            return cell;
          }),
        ),
    ),
  );
  return Promise.all(cells);
}

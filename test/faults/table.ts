import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import { type Cell, runCell } from './cell.ts';
import { type NamedFault, namedFaults } from './faults.ts';
import { type OperationKind, operationKinds } from './operation-kinds.ts';

/** Most cells wait, for a limit or for a repetition: more of them than cores can be under way. */
const atOnce = 4 * availableParallelism();

export type Transport = Cell['transport'];

/** A cell that is to be run. */
export interface Place {
  readonly fault: NamedFault;
  readonly kind: OperationKind;
  readonly transport: Transport;
}

/** Every fault against every kind of operation, over every transport that can meet it. */
export function wholeTable(): Place[] {
  return namedFaults.flatMap((fault) =>
    operationKinds.flatMap((kind) => transportsOf(fault).map((transport) => ({ fault, kind, transport }))),
  );
}

/**
 * A quarter of it, which a check on every change has time for: every fault meets half of the kinds, two faults in turn,
 * over one transport and the other in turn, like the squares of a board.
 */
export function checkeredTable(): Place[] {
  return namedFaults.flatMap((fault, row) =>
    operationKinds.flatMap((kind, column) => {
      const transport = transportsOf(fault)[(row + column) % 2];
      const isPicked = (Math.floor(row / 2) + column) % 2 === 0;
      return transport === undefined || !isPicked ? [] : [{ fault, kind, transport }];
    }),
  );
}

function transportsOf(fault: NamedFault): readonly Transport[] {
  return fault.transport === undefined ? ['cli', 'api'] : [fault.transport];
}

/** @param most how many at once */
export function runCells(
  places: readonly Place[],
  onCell: (cell: Cell) => void = () => undefined,
  most: number = atOnce,
): Promise<Cell[]> {
  const limit = pLimit(most);
  return Promise.all(
    places.map(({ fault, kind, transport }) =>
      limit(async () => {
        const cell = await runCell(fault, kind, transport);
        onCell(cell);
        return cell;
      }),
    ),
  );
}

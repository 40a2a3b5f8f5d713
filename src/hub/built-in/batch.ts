import { z } from 'zod';
import { type BatchEntry, readEntries } from '../batch/entry.ts';
import type { InputMapping } from '../input-value.ts';
import { type BuiltInOperation, defineBuiltIn, type Operation } from '../operation.ts';
import { secretValues } from '../operation-request.ts';
import { parameter } from '../parameters.ts';

/** More would be a program of its own, and no summary could show it. */
const mostEntries = 200;

/** @param operations what a batch may hold; asked for when it is needed, because the batch is one of them */
export function batchOf(operations: () => readonly Operation[]): BuiltInOperation {
  const entriesIn = (written: InputMapping) => readEntries(written.get('operations'), operations());
  return defineBuiltIn({
    key: 'batch',
    title: 'Run several operations',
    description:
      'Runs a list of operations on one CLI and one connection. Later ones can use what earlier ones answered, by `$' +
      '{steps.NAME.output.key}`.',
    effect: 'write',
    parameters: z.object({
      operations: parameter(
        z.array(z.record(z.string(), z.unknown())).min(1).max(mostEntries),
        'A list of mappings with `operation`, `input`, and as needed `name`, `if-exists`, `confirm`, `max-items`, `query`.',
      ),
      concurrency: parameter(
        z.int().min(1).max(20).default(1),
        'How many run at a time; with 1 they run in the order of the list.',
      ),
      continueOnError: parameter(
        z.boolean().default(false),
        'Whether to go on after one has failed. The step fails either way.',
      ),
    }),
    check: (_params, written) => entriesIn(written).problems,
    secrets: (written) => entriesIn(written).entries.flatMap(({ request }: BatchEntry) => secretValues(request)),
    async run(options, context, { written }) {
      const { runBatch } = await import('../batch/run-batch.ts');
      return runBatch(entriesIn(written).entries, options, context);
    },
  });
}

import { z } from 'zod';
import { OperationError } from '../../../errors.ts';
import { largestPage, listPages } from '../pages.ts';
import { apiPath, type FactSource } from './fact-source.ts';

const namedFiles = 20;

const sizes = z.object({
  /** The largest files, largest first. */
  largest: z.array(z.object({ path: z.string(), size: z.number() })),
});

/** The largest files of a repository's main branch. */
export type FileSizes = z.infer<typeof sizes>;

const entry = z.object({ type: z.literal('file'), path: z.string(), size: z.number() });

export const fileSizes: FactSource<FileSizes> = {
  schema: sizes,
  async load(record, reader) {
    const path = `${apiPath(record)}/tree/${encodeURIComponent(record.sha ?? 'HEAD')}`;
    const query = [['recursive', 'true'] as const, ['limit', String(largestPage)] as const];
    let largest: FileSizes['largest'] = [];
    try {
      for await (const page of listPages(reader, path, query, 'list the files')) {
        const files = page.items.flatMap((item) => entry.safeParse(item).data ?? []);
        const sorted = [...largest, ...files].toSorted((one, other) => other.size - one.size);
        largest = sorted.slice(0, namedFiles).map((file) => ({ path: file.path, size: file.size }));
      }
    } catch (error) {
      if (!(error instanceof OperationError) || error.details.upstream === undefined) throw error;
      return { kind: 'refused', reason: error.message };
    }
    return { kind: 'value', value: { largest } };
  },
};

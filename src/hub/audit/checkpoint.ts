import { createReadStream } from 'node:fs';
import { appendFile, rm, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseLine } from './line-file.ts';
import { type PageResult, pageResultSchema } from './page-result.ts';

/** What has been done of an audit, a line a page, so that an interrupted one goes on where it was. */
export interface Checkpoint {
  readonly pages: readonly PageResult[];
  /** Called when a page is done, before the next is asked for. */
  add(page: PageResult): Promise<void>;
  remove(): Promise<void>;
}

export const noCheckpoint: Checkpoint = { pages: [], add: async () => undefined, remove: async () => undefined };

/**
 * Opens the file of an interrupted audit, or begins a new one. `identity` says what is audited against what: pages of
 * another namespace, shard, policy or question are no use.
 */
export async function openCheckpoint(file: string, identity: string): Promise<Checkpoint> {
  const pages = await readPages(file, identity);
  const lines = [JSON.stringify({ checkpoint: identity }), ...pages.map((page) => JSON.stringify(page))];
  // Written anew: the last line of an interrupted run may be torn.
  await writeFile(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  return {
    pages,
    add: (page) => appendFile(file, `${JSON.stringify(page)}\n`),
    remove: () => rm(file, { force: true }),
  };
}

async function readPages(file: string, identity: string): Promise<PageResult[]> {
  const pages: PageResult[] = [];
  let line = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1;
      if (line === 1) {
        if (text !== JSON.stringify({ checkpoint: identity })) return [];
        continue;
      }
      const page = pageResultSchema.safeParse(parseLine(text));
      if (!page.success) return pages;
      pages.push(page.data);
    }
  } catch {
    return pages;
  }
  return pages;
}

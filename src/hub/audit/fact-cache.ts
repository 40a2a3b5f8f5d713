import { z } from 'zod';
import { type RememberedFinding, rememberedSchema } from './finding-schema.ts';
import { LineWriter, parseLine, readLineFile } from './line-file.ts';

/** Raised whenever a fact is read in another way: an older file is then no use. */
const version = 1;

const header = z.object({ format: z.literal('membrane-hub-audit-cache'), version: z.number(), namespace: z.string() });

const cachedFact = z.object({ at: z.number(), etag: z.string().exactOptional(), value: z.unknown() });

/** An answer and when it was had, in milliseconds since the epoch. */
export type CachedFact = z.infer<typeof cachedFact>;

const repositoryLine = z.object({
  repository: z.string(),
  sha: z.string().exactOptional(),
  facts: z.record(z.string(), cachedFact),
});

/** What is known of one repository from an earlier run. */
export type CachedRepository = z.infer<typeof repositoryLine>;

const runLine = z.object({ finishedAt: z.string(), startedAt: z.string(), repositories: z.number() });

/** The run before. */
export interface PreviousRun {
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly repositories: number;
  readonly findings: readonly RememberedFinding[];
}

export interface FactCache {
  repository(key: string): CachedRepository | undefined;
  keys(): Iterable<string>;
  has(key: string): boolean;
  readonly previous: PreviousRun | undefined;
  /** The line of a repository as it was, to be kept for one that is not looked at. */
  line(key: string): string | undefined;
}

export const emptyCache: FactCache = {
  repository: () => undefined,
  keys: () => [],
  has: () => false,
  previous: undefined,
  line: () => undefined,
};

/** Reads the cache of an earlier run; a file that is missing, older, of another namespace or broken is no cache. */
export async function readFactCache(
  file: string,
  namespace: string,
): Promise<{ readonly cache: FactCache; readonly problem?: string }> {
  const index = new LineIndex();
  const state = await readLineFile(file, (line) => index.add(line));
  if (state === 'missing') return { cache: emptyCache };
  if (state === 'corrupted') return { cache: emptyCache, problem: 'is cut short or was changed' };
  if (index.head?.version !== version) return { cache: emptyCache, problem: 'was written by another version' };
  if (index.head.namespace !== namespace) return { cache: emptyCache, problem: `is about ${index.head.namespace}` };
  return { cache: index.cache() };
}

const repositoryStart = '{"repository":"';

/** Lines stay text until their repository is met: 100,000 parsed records would take several times the room. */
class LineIndex {
  head: z.infer<typeof header> | undefined;
  readonly #byKey = new Map<string, string>();
  readonly #findings: RememberedFinding[] = [];
  #run: z.infer<typeof runLine> | undefined;

  add(line: string): void {
    if (line.startsWith(repositoryStart)) {
      this.#byKey.set(line.slice(repositoryStart.length, line.indexOf('"', repositoryStart.length)), line);
      return;
    }
    const value = parseLine(line);
    const finding = rememberedSchema.safeParse(value);
    if (finding.success) this.#findings.push(finding.data);
    else if (this.head) this.#run = runLine.safeParse(value).data ?? this.#run;
    else this.head = header.safeParse(value).data;
  }

  cache(): FactCache {
    const lines = this.#byKey;
    return {
      repository: (key) => repositoryLine.safeParse(parseLine(lines.get(key) ?? '')).data,
      keys: () => lines.keys(),
      has: (key) => lines.has(key),
      previous: this.#run && { ...this.#run, findings: this.#findings },
      line: (key) => lines.get(key),
    };
  }
}

/** The cache for the run after this one, written as repositories are done. */
export class FactCacheWriter {
  readonly #lines: LineWriter;

  constructor(file: string) {
    this.#lines = new LineWriter(file);
  }

  async begin(namespace: string): Promise<void> {
    await this.#lines.write(JSON.stringify({ format: 'membrane-hub-audit-cache', version, namespace }));
  }

  async keep(line: string): Promise<void> {
    await this.#lines.write(line);
  }

  async finish(run: PreviousRun): Promise<void> {
    const { findings, ...rest } = run;
    await this.#lines.write(JSON.stringify(rest));
    for (const finding of findings) await this.#lines.write(JSON.stringify(finding));
    await this.#lines.commit();
  }

  async discard(): Promise<void> {
    await this.#lines.discard();
  }
}

/** One repository's line; nothing where nothing is known that a list does not tell. */
export function cacheLine({ repository, sha, facts }: CachedRepository): string | undefined {
  if (Object.keys(facts).length === 0) return undefined;
  return JSON.stringify({ repository, ...(sha === undefined ? {} : { sha }), facts });
}

import { z } from 'zod';
import { type RememberedFinding, rememberedSchema } from './finding-schema.ts';
import { LineWriter, parseLine, readLineFile } from './line-file.ts';
import { StoredLines } from './stored-lines.ts';

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

type RunLine = z.infer<typeof runLine>;

/** The run before. */
export interface PreviousRun extends RunLine {
  readonly findings: readonly RememberedFinding[];
}

export interface FactCache {
  repository(key: string): CachedRepository | undefined;
  keys(): Iterable<string>;
  has(key: string): boolean;
  /** When the run before began. */
  readonly previousStart: string | undefined;
  /** The run before, read anew each time: its findings are not in memory while the lists are walked. */
  previous(): PreviousRun | undefined;
  /** The line of a repository as it was, to be kept for one that is not looked at. */
  line(key: string): string | undefined;
  /** Lets go of the file, after which nothing is known any more. */
  close(): void;
}

export const emptyCache: FactCache = {
  repository: () => undefined,
  keys: () => [],
  has: () => false,
  previousStart: undefined,
  previous: () => undefined,
  line: () => undefined,
  close: () => undefined,
};

/** Reads the cache of an earlier run; a file that is missing, older, of another namespace or broken is no cache. */
export async function readFactCache(
  file: string,
  namespace: string,
): Promise<{ readonly cache: FactCache; readonly problem?: string }> {
  const index = new LineIndex();
  const state = await readLineFile(file, (line, start) => index.add(line, start));
  if (state === 'missing') return { cache: emptyCache };
  if (state === 'corrupted') return { cache: emptyCache, problem: 'is cut short or was changed' };
  if (index.head?.version !== version) return { cache: emptyCache, problem: 'was written by another version' };
  if (index.head.namespace !== namespace) return { cache: emptyCache, problem: `is about ${index.head.namespace}` };
  return { cache: index.cache(new StoredLines(file)) };
}

const repositoryStart = '{"repository":"';

/** Where the lines are. They stay in the file until their repository is met: facts may be as long as a model card. */
class LineIndex {
  head: z.infer<typeof header> | undefined;
  readonly #repositories = new Map<string, number>();
  readonly #findings: number[] = [];
  #run: RunLine | undefined;

  add(line: string, start: number): void {
    if (line.startsWith(repositoryStart)) this.#repositories.set(keyIn(line), start);
    else if (!this.head) this.head = header.safeParse(parseLine(line)).data;
    else if (!this.#run) this.#run = runLine.safeParse(parseLine(line)).data;
    else this.#findings.push(start);
  }

  cache(lines: StoredLines): FactCache {
    const starts = this.#repositories;
    const run = this.#run;
    const line = (key: string) => {
      const start = starts.get(key);
      return start === undefined ? undefined : lines.at(start);
    };
    return {
      repository: (key) => repositoryLine.safeParse(parseLine(line(key) ?? '')).data,
      keys: () => starts.keys(),
      has: (key) => starts.has(key),
      previousStart: run?.startedAt,
      previous: () => run && { ...run, findings: readFindings(lines, this.#findings) },
      line,
      close: () => lines.close(),
    };
  }
}

/** Parsed, because a slice of the line would keep the whole line in memory. */
function keyIn(line: string): string {
  const end = line.indexOf('"', repositoryStart.length);
  return String(parseLine(line.slice(repositoryStart.length - 1, end + 1)));
}

/** Texts that thousands of findings share are kept once. */
function readFindings(lines: StoredLines, starts: readonly number[]): RememberedFinding[] {
  const shared = new Map<string, string>();
  const once = (text: string) => {
    const known = shared.get(text);
    if (known === undefined) shared.set(text, text);
    return known ?? text;
  };
  return starts.flatMap((start) => {
    const read = rememberedSchema.safeParse(parseLine(lines.at(start) ?? ''));
    if (!read.success) return [];
    const { rule, severity, firstSeen, ...rest } = read.data;
    return [
      { ...rest, rule: once(rule), severity, ...(firstSeen === undefined ? {} : { firstSeen: once(firstSeen) }) },
    ];
  });
}

/** What the next run is to know of this one; its findings are made as they are written. */
export interface RememberedRun extends RunLine {
  readonly findings: Iterable<RememberedFinding>;
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

  async finish(run: RememberedRun): Promise<void> {
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

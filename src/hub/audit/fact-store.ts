import { type CachedFact, type CachedRepository, cacheLine, type FactCache } from './fact-cache.ts';
import { baseLicenses } from './facts/base-licenses.ts';
import { cardText } from './facts/card-text.ts';
import type { FactSource } from './facts/fact-source.ts';
import { fileSizes } from './facts/file-sizes.ts';
import { openDiscussions } from './facts/open-discussions.ts';
import { securityScan } from './facts/security-scan.ts';
import type { HubReader } from './hub-calls.ts';
import type { RepositoryRecord } from './repository-record.ts';
import type { Clock, FactName, PreparedNeed, RepositoryFacts } from './rule.ts';
import { shareOf } from './shard.ts';

export function keyOf({ type, id }: Pick<RepositoryRecord, 'type' | 'id'>): string {
  return `${type}:${id}`;
}

/** What was found out about one repository beyond its list entry. */
export interface GatheredFacts {
  readonly facts: RepositoryFacts;
  /** Facts the Hub refused, with a sentence each. */
  readonly refused: ReadonlyMap<FactName, string>;
  readonly hits: number;
  /** For the next run. */
  readonly line: string | undefined;
}

interface OneFact {
  readonly facts: RepositoryFacts;
  readonly refused?: string;
  readonly hit: boolean;
  readonly cached?: CachedFact;
}

/** Gets facts from an earlier run where they still decide, else from the Hub. */
export class FactStore {
  readonly #reader: HubReader;
  readonly #cache: FactCache;
  readonly #clock: Clock;

  constructor(reader: HubReader, cache: FactCache, clock: Clock) {
    this.#reader = reader;
    this.#cache = cache;
    this.#clock = clock;
  }

  async gather(record: RepositoryRecord, needs: readonly PreparedNeed[]): Promise<GatheredFacts> {
    const key = keyOf(record);
    const earlier = needs.length > 0 || this.#cache.has(key) ? this.#cache.repository(key) : undefined;
    const names = [...new Set(needs.map((need) => need.fact))];
    const got = await Promise.all(
      names.map(async (name): Promise<[FactName, OneFact]> => {
        const asking = needs.filter((need) => need.fact === name);
        return [name, await this.#one(name, record, asking, earlier)];
      }),
    );
    return {
      facts: Object.assign({}, ...got.map(([, one]) => one.facts)),
      refused: new Map(got.flatMap(([name, one]) => (one.refused === undefined ? [] : [[name, one.refused]]))),
      hits: got.filter(([, one]) => one.hit).length,
      line: lineFor(record, got, earlier),
    };
  }

  #one(name: FactName, record: RepositoryRecord, needs: readonly PreparedNeed[], earlier?: CachedRepository) {
    const about = { name, record, needs, earlier };
    if (name === 'scan') return this.#resolve(about, securityScan, (scan) => ({ scan }));
    if (name === 'sizes') return this.#resolve(about, fileSizes, (sizes) => ({ sizes }));
    if (name === 'card') return this.#resolve(about, cardText, (card) => ({ card }));
    if (name === 'discussions') return this.#resolve(about, openDiscussions, (discussions) => ({ discussions }));
    return this.#resolve(about, baseLicenses, (licenses) => ({ baseLicenses: licenses }));
  }

  async #resolve<Value>(
    about: {
      readonly name: FactName;
      readonly record: RepositoryRecord;
      readonly needs: readonly PreparedNeed[];
      readonly earlier: CachedRepository | undefined;
    },
    source: FactSource<Value>,
    wrap: (value: Value) => RepositoryFacts,
  ): Promise<OneFact> {
    const { record } = about;
    const known = about.earlier?.facts[about.name];
    const value = known && source.schema.safeParse(known.value).data;
    const sameCommit = record.sha !== undefined && about.earlier?.sha === record.sha;
    if (known && value !== undefined) {
      const clock = this.#spread(keyOf(record));
      const decides = about.needs.every((need) => need.stillHolds(wrap(value), { at: known.at, sameCommit }, clock));
      if (decides) return { facts: wrap(value), hit: true, cached: known };
    }
    const etag = value !== undefined && sameCommit ? known?.etag : undefined;
    const loaded = await source.load(record, this.#reader, this.#clock.now, etag);
    if (loaded.kind === 'refused') return { facts: {}, refused: loaded.reason, hit: false };
    if (loaded.kind === 'value') {
      const { value: fresh, etag: newEtag } = loaded;
      const cached = { at: this.#clock.now, value: fresh, ...(newEtag === undefined ? {} : { etag: newEtag }) };
      return { facts: wrap(fresh), hit: false, cached };
    }
    return value === undefined || !known
      ? { facts: {}, refused: 'The Hub answered that nothing changed, and nothing is known.', hit: false }
      : { facts: wrap(value), hit: true, cached: { ...known, at: this.#clock.now } };
  }

  /** What was asked for on one day falls due over the second half of its time, not on one day again. */
  #spread(key: string): Clock {
    return { now: this.#clock.now, refreshAfter: this.#clock.refreshAfter * (0.5 + shareOf(key) / 2) };
  }
}

/** Facts that no rule asked for this time are kept as long as the commit is the same. */
function lineFor(
  record: RepositoryRecord,
  got: readonly (readonly [FactName, OneFact])[],
  earlier: CachedRepository | undefined,
): string | undefined {
  const fresh = Object.fromEntries(got.flatMap(([name, { cached }]) => (cached ? [[name, cached] as const] : [])));
  const kept = earlier && earlier.sha === record.sha ? earlier.facts : {};
  const sha = record.sha === undefined ? {} : { sha: record.sha };
  return cacheLine({ repository: keyOf(record), ...sha, facts: { ...kept, ...fresh } });
}

/** The Hub's three budgets, each with a window of its own (hub-docs, rate-limits.md). */
export type Bucket = 'api' | 'resolvers' | 'pages';

/** What the Hub's headers say of one budget. */
export interface RateLimit {
  readonly bucket: Bucket;
  /** Requests left in this window. */
  readonly remaining: number;
  /** Milliseconds until the window begins anew. */
  readonly resetMs: number;
  /** Requests in a whole window; missing where only `RateLimit` was sent. */
  readonly quota: number | undefined;
}

/** Downloads have a wider budget than the API. */
export function bucketOf(path: string): Bucket {
  if (path.includes('/resolve/')) return 'resolvers';
  return path.startsWith('/api/') ? 'api' : 'pages';
}

/** Reads `RateLimit: "api";r=99;t=55` and `RateLimit-Policy: "fixed window";"api";q=500;w=300`. */
export function readRateLimit(headers: Readonly<Record<string, string>>): RateLimit | undefined {
  const limit = headers.ratelimit ?? '';
  const bucket = /"(api|resolvers|pages)"/.exec(limit)?.[1];
  const remaining = numberOf(limit, 'r');
  const reset = numberOf(limit, 't');
  if (remaining === undefined || reset === undefined || !isBucket(bucket)) return undefined;
  return { bucket, remaining, resetMs: reset * 1000, quota: numberOf(headers['ratelimit-policy'] ?? '', 'q') };
}

function isBucket(name: string | undefined): name is Bucket {
  return name === 'api' || name === 'resolvers' || name === 'pages';
}

function numberOf(header: string, key: 'r' | 't' | 'q'): number | undefined {
  const digits = new RegExp(`;\\s*${key}=(\\d{1,9})(?:;|,|$)`).exec(header)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** `Retry-After` in seconds or as a date, in milliseconds from `now`. */
export function readRetryAfter(headers: Readonly<Record<string, string>>, now: number): number | undefined {
  const text = headers['retry-after']?.trim();
  if (text === undefined || text === '') return undefined;
  if (/^\d{1,7}$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

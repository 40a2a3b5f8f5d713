import { HubError } from './errors.ts';
import type { HubSettings, RateLimit } from './settings.ts';

export type Bucket = 'api' | 'resolvers' | 'pages';

/** The documented quotas of a free account in five minutes, told where none is enforced. */
const TOLD: Readonly<Record<Bucket, RateLimit>> = {
  api: { quota: 1000, windowSeconds: 300 },
  resolvers: { quota: 5000, windowSeconds: 300 },
  pages: { quota: 200, windowSeconds: 300 },
};

/** Which quota a path counts against. */
export function bucketOf(pathname: string): Bucket {
  if (pathname.includes('/resolve/')) return 'resolvers';
  return pathname.startsWith('/api/') || pathname.includes('.git/') ? 'api' : 'pages';
}

interface Window {
  startedAt: number;
  used: number;
}

/** Counts requests in fixed windows, per account and bucket. */
export class RateLimiter {
  readonly #limits: HubSettings['rateLimits'];
  readonly #now: () => Date;
  readonly #windows = new Map<string, Window>();

  constructor(limits: HubSettings['rateLimits'], now: () => Date) {
    this.#limits = limits;
    this.#now = now;
  }

  /** Counts one request; the headers go on every answer. */
  count(account: string, bucket: Bucket): { headers: Record<string, string>; refusal: HubError | undefined } {
    const enforced = this.#limits[bucket];
    const { quota, windowSeconds } = enforced ?? TOLD[bucket];
    const now = this.#now().getTime() / 1000;
    const window = this.#windowAt(`${account} ${bucket}`, now, windowSeconds);
    window.used += 1;
    const left = Math.max(enforced === undefined ? 1 : 0, quota - window.used);
    const reset = Math.max(0, Math.ceil(window.startedAt + windowSeconds - now));
    const headers = {
      RateLimit: `"${bucket}";r=${left};t=${reset}`,
      'RateLimit-Policy': `"fixed window";"${bucket}";q=${quota};w=${windowSeconds}`,
    };
    const over = enforced !== undefined && window.used > quota;
    return { headers, refusal: over ? tooMany(quota, bucket, windowSeconds) : undefined };
  }

  #windowAt(key: string, now: number, length: number): Window {
    const known = this.#windows.get(key);
    if (known !== undefined && now < known.startedAt + length) return known;
    const fresh = { startedAt: now, used: 0 };
    this.#windows.set(key, fresh);
    return fresh;
  }
}

function tooMany(quota: number, bucket: Bucket, windowSeconds: number): HubError {
  return new HubError(
    429,
    `We had to rate limit you, you hit the quota of ${quota} ${bucket} requests per ${windowSeconds / 60} minutes period.`,
  );
}

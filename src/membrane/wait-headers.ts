/** Longest wait that is believed, milliseconds: a day. A wrong clock must not become a wait for ever. */
const longestWait = 86_400_000;

/**
 * How long an answer asks to wait, milliseconds: `Retry-After` (RFC 9110: seconds or a date), else the `RateLimit`
 * field of the service behind (`"api";r=0;t=55`: nothing remains for 55 s).
 * @param headers names in lower case
 * @param now milliseconds since the epoch
 */
export function waitFromHeaders(headers: Readonly<Record<string, string>>, now: number): number | undefined {
  return bounded(retryAfter(headers['retry-after'], now) ?? rateLimit(headers.ratelimit));
}

function retryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  const text = value.trim();
  if (/^\d{1,9}(\.\d{1,6})?$/.test(text)) return Number(text) * 1000;
  // A date has letters: a bare negative number would otherwise be read as a year.
  const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Several limits may be listed; only those with nothing left ask for a wait, and the longest counts. */
function rateLimit(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const waits = value
    .slice(0, 2000)
    .split(',')
    .filter((limit) => parameter(limit, 'r') === 0)
    .map((limit) => parameter(limit, 't'))
    .filter((seconds) => seconds !== undefined);
  return waits.length > 0 ? Math.max(...waits) * 1000 : undefined;
}

function parameter(limit: string, name: 'r' | 't'): number | undefined {
  for (const part of limit.split(';').slice(1)) {
    const [key, value] = part.split('=');
    if (key?.trim() === name && value !== undefined && /^\s*\d{1,9}\s*$/.test(value)) return Number(value);
  }
  return undefined;
}

function bounded(wait: number | undefined): number | undefined {
  return wait === undefined ? undefined : Math.min(wait, longestWait);
}

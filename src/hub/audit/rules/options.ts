import { z } from 'zod';

/** Globs over repository names. */
export const patterns = (doc: string) => z.array(z.string().min(1)).min(1).describe(doc);

/** The same where the rule has an idea of its own. */
export const patternsOr = (initial: readonly string[], doc: string) =>
  z
    .array(z.string().min(1))
    .min(1)
    .default([...initial])
    .describe(doc);

/** Globs or names that may be none. */
export const anyPatterns = (doc: string) => z.array(z.string().min(1)).default([]).describe(doc);

export const days = (initial: number, doc: string) => z.int().min(1).max(36_500).default(initial).describe(doc);

export const dayMs = 86_400_000;

const units: Readonly<Record<string, number>> = { kb: 1e3, mb: 1e6, gb: 1e9, tb: 1e12, pb: 1e15 };
/** Without flags: the published schema carries the expression alone. */
const sizeForm = /^(\d{1,12}(?:\.\d{1,3})?) ?([kKmMgGtTpP][bB])$/;

/** Bytes, as a whole number or as `50 GB` (the Hub counts in thousands). */
export const bytes = (doc: string) =>
  z
    .union([z.int().min(1), z.string().regex(sizeForm).meta({ allowed: 'a size such as 50 GB' })])
    .transform(toBytes)
    .describe(doc);

function toBytes(given: number | string): number {
  if (typeof given === 'number') return given;
  const [, amount = '', unit = ''] = sizeForm.exec(given) ?? [];
  return Math.round(Number(amount) * (units[unit.toLowerCase()] ?? 1));
}

/** `1.5 GB`, for messages. */
export function inBytes(amount: number): string {
  const unit = Object.entries(units).findLast(([, size]) => amount >= size);
  if (!unit) return `${amount} bytes`;
  return `${Number((amount / unit[1]).toFixed(1))} ${unit[0].toUpperCase()}`;
}

/** Whole days from a date to now; nothing where the date is unreadable. */
export function daysSince(date: string | undefined, now: number): number | undefined {
  const from = Date.parse(date ?? '');
  return Number.isNaN(from) ? undefined : Math.floor((now - from) / dayMs);
}

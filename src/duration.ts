const unitMilliseconds = { h: 3_600_000, m: 60_000, s: 1_000, ms: 1 } as const;
const pattern = /^(?:(?<h>\d{1,4})h)?(?:(?<m>\d{1,6})m(?!s))?(?:(?<s>\d{1,7})s)?(?:(?<ms>\d{1,9})ms)?$/;

/** Reads `90s`, `5m`, `1h30m`, `500ms` or a bare number of seconds; undefined for anything else and for nothing at all. */
export function parseDuration(text: string): number | undefined {
  const trimmed = text.trim();
  if (/^\d{1,7}$/.test(trimmed)) return Number(trimmed) * unitMilliseconds.s;
  const groups = trimmed === '' ? undefined : pattern.exec(trimmed)?.groups;
  if (!groups) return undefined;
  return Object.entries(unitMilliseconds).reduce((sum, [unit, size]) => sum + Number(groups[unit] ?? 0) * size, 0);
}

/** Milliseconds for people: `850 ms`, `4.2 s`, `3 min 5 s`, `1 h 2 min`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1_000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1_000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1_000);
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3_600)} h ${Math.floor((seconds % 3_600) / 60)} min`;
}

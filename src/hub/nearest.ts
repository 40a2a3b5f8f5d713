import { distance } from 'fastest-levenshtein';
import { spelling } from './name-forms.ts';

/** Longer text than any name: comparing it would take long and help nobody. */
const longestName = 100;

/** The known name closest to what was written, if it is close enough to be a slip of the hand. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const closest = ranked(written, known)[0];
  if (!closest) return undefined;
  const allowed = Math.max(2, Math.floor(spelling(closest.name).length * 0.4));
  return closest.steps <= allowed ? closest.name : undefined;
}

/** A known name that is certainly meant: at most two letters away from a name of four letters and more. */
export function nearTypo(written: string, known: readonly string[]): string | undefined {
  const closest = ranked(written, known)[0];
  return closest && closest.steps <= 2 && spelling(written).length >= 4 ? closest.name : undefined;
}

function ranked(written: string, known: readonly string[]): { name: string; steps: number }[] {
  const plain = spelling(written.slice(0, longestName));
  return known
    .map((name) => ({ name, steps: distance(plain, spelling(name)) }))
    .toSorted((one, other) => one.steps - other.steps);
}

import { distance } from 'fastest-levenshtein';
import { spelling } from './name-forms.ts';

/** Longer text than any name: comparing it would take long and help nobody. */
const longestName = 100;

/** The known name closest to what was written, if it is close enough to be a slip of the hand. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const longer = lengthened(written, known);
  if (longer !== undefined) return longer;
  const closest = ranked(written, known)[0];
  if (!closest) return undefined;
  const allowed = Math.max(2, Math.floor(spelling(closest.name).length * 0.4));
  return closest.steps <= allowed ? closest.name : undefined;
}

/**
 * A known name that is certainly meant: four letters and more with two of them swapped or one wrong, from eight on with
 * two wrong. `reason` is no `region`: an action may well have a parameter of that name.
 */
export function nearTypo(written: string, known: readonly string[]): string | undefined {
  const closest = ranked(written, known)[0];
  const { length } = spelling(written);
  if (!closest || length < 4) return undefined;
  const close = closest.steps <= (length < 8 ? 1 : 2) || sameLetters(written, closest.name);
  return close ? closest.name : undefined;
}

/** The only name that begins with what was written: `create-repo` for `create-repository`. */
function lengthened(written: string, known: readonly string[]): string | undefined {
  const plain = spelling(written);
  const [only, another] = plain.length < 4 ? [] : known.filter((name) => spelling(name).startsWith(plain));
  return another === undefined ? only : undefined;
}

function sameLetters(one: string, other: string): boolean {
  return [...spelling(one)].toSorted().join('') === [...spelling(other)].toSorted().join('');
}

function ranked(written: string, known: readonly string[]): { name: string; steps: number }[] {
  const plain = spelling(written.slice(0, longestName));
  return known
    .map((name) => ({ name, steps: distance(plain, spelling(name)) }))
    .toSorted((one, other) => one.steps - other.steps);
}

import { longestComment } from '../operations/discussion-parameters.ts';

/** What the Hub takes as a title, characters. */
const longestTitle = 200;

export function cutTitle(title: string): string {
  const text = title.trim();
  return text.length <= longestTitle ? text : `${cutAt(text, longestTitle - 1).trimEnd()}…`;
}

/**
 * A text that fits into one comment of the Hub: what is too long is cut, and the end says where the rest is.
 * @param reserved characters that will be put behind it
 * @param runUrl the page of the workflow run
 */
export function cutText(text: string, runUrl: string | undefined, reserved = 0): string {
  const limit = longestComment - reserved;
  if (text.length <= limit) return text;
  const where = runUrl === undefined ? 'the workflow run that wrote it' : `[the workflow run](${runUrl})`;
  const note = `\n\n… This text was too long for the Hub and is cut here; see ${where}.`;
  return `${cutAt(text, limit - note.length)}${note}`;
}

/** Never half of a surrogate pair. */
function cutAt(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}

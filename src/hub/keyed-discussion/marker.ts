import { createHash } from 'node:crypto';

/** What the last line of a text of ours says, invisible where it is rendered. */
export interface Marker {
  readonly key: string;
  /** A digest of the text as it was given, before it was cut. */
  readonly digest: string;
}

/** The last line of the word with which a duplicate is closed. */
export const duplicateMarker = '<!-- membrane-hub-action duplicate -->';

/** Sixty-four bits tell the texts of one discussion apart. */
const digestLength = 16;

export function digestOf(text: string): string {
  const plain = text.replaceAll('\r\n', '\n').trim();
  return createHash('sha256').update(plain).digest('hex').slice(0, digestLength);
}

export function markerLine({ key, digest }: Marker): string {
  // Two dashes would end an HTML comment.
  return `<!-- membrane-hub-action key=${encodeURIComponent(key).replaceAll('-', '%2D')} text=${digest} -->`;
}

/** The text with its marker. Only the last line counts, so that nothing in the text itself can pass for a marker. */
export function marked(text: string, marker: Marker): string {
  return `${text}\n\n${markerLine(marker)}`;
}

/** The marker at the end of a text; undefined where there is none, or what stands there is none of ours. */
export function readMarker(text: string): Marker | undefined {
  const [, key, digest] = /^<!-- membrane-hub-action key=(\S+) text=([0-9a-f]+) -->$/.exec(lastLine(text)) ?? [];
  if (key === undefined || digest === undefined) return undefined;
  try {
    return { key: decodeURIComponent(key), digest };
  } catch {
    return undefined;
  }
}

export function lastLine(text: string): string {
  const end = text.trimEnd();
  return end.slice(end.lastIndexOf('\n') + 1);
}

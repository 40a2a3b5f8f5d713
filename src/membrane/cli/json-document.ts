import { maxJsonDepth, type ParsedJson, parseBoundedJson } from '../bounded-json.ts';
import { type JsonSpan, jsonSpans } from './json-spans.ts';
import { withoutAnsi } from './terminal-text.ts';

/**
 * Finds the JSON document in what a CLI printed: notices, progress lines and colours may stand around it. A document
 * that `expected` accepts wins; else one on lines of its own; else, of several, the longest. One that is cut off is not
 * found, and neither are its complete parts. Linear in the length of the output.
 */
export function findJsonDocument(output: string, expected: (value: unknown) => boolean = () => false): ParsedJson {
  const whole = parseBoundedJson(output.replace(/^\uFEFF/, ''));
  if (whole.ok) return whole;
  const text = withoutAnsi(output);
  const found = jsonSpans(text, maxJsonDepth).map((span) => ({ ...rank(text, span), value: documentAt(text, span) }));
  const readable = found.filter((document) => document.value.ok);
  readable.sort((one, other) => Number(other.ownLines) - Number(one.ownLines) || other.length - one.length);
  const wanted = readable.find(({ value }) => value.ok && expected(value.value));
  return (wanted ?? readable[0])?.value ?? { ok: false };
}

function documentAt(text: string, span: JsonSpan): ParsedJson {
  return parseBoundedJson(text.slice(span.start, span.end));
}

function rank(text: string, { start, end }: JsonSpan): { readonly ownLines: boolean; readonly length: number } {
  return { ownLines: isBlankUntilBreak(text, start, -1) && isBlankUntilBreak(text, end - 1, 1), length: end - start };
}

/** Whether nothing but blanks stands between `index` and the line's end (or start, for step -1). */
function isBlankUntilBreak(text: string, index: number, step: 1 | -1): boolean {
  for (let at = index + step; ; at += step) {
    const character = text[at];
    // A carriage return alone is how progress lines are overwritten.
    if (character === undefined || character === '\n' || character === '\r') return true;
    if (character !== ' ' && character !== '\t' && character !== '\uFEFF') return false;
  }
}

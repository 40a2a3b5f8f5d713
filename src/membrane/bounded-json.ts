/** Nesting beyond this is no honest answer, and recursive readers further on could exhaust the stack on it. */
export const maxJsonDepth = 400;

export type ParsedJson = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

const unreadable: ParsedJson = { ok: false };

/** Parses text from outside; too deep a nesting counts as unreadable. */
export function parseBoundedJson(text: string): ParsedJson {
  if (jsonDepth(text) > maxJsonDepth) return unreadable;
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch {
    return unreadable;
  }
}

/** The deepest nesting of brackets outside strings; linear, and it needs no valid JSON. */
function jsonDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"') index = endOfString(text, index);
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}

/** The index of the quote that ends the string which starts at `start`, or the last index of the text. */
function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1;
    else if (text[index] === '"') return index;
  }
  return text.length - 1;
}

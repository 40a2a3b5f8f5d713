import { type Document, isMap, isScalar, type Pair, parseDocument, stringify, type YAMLMap } from 'yaml';
import type { Json, JsonObject } from '../json.ts';

/** The same block that the Hub and its clients look for: `---` first, `---` alone on a line after it. */
const block = /^(\uFEFF?\s*---[^\S\r\n]*\r?\n)([\s\S]*?)((?:^|(?<=\n))---[^\S\r\n]*(?:\r?\n|$))/;

/** Beyond this a card is no metadata any more, and parsing it would take long. */
const longestBlock = 1_048_576;

/** Text such as `no` or a date is put in quotes: Python's YAML, which readers of cards use, would turn it into a value. */
const style = { lineWidth: 0, compat: 'yaml-1.1' } as const;

export interface FrontMatter {
  readonly before: string;
  readonly yaml: string;
  readonly after: string;
}

/** The YAML block of a card and what stands around it; undefined where there is none. */
export function findFrontMatter(readme: string): FrontMatter | undefined {
  const found = block.exec(readme);
  if (found === null) return undefined;
  const [, before = '', yaml = ''] = found;
  return { before, yaml, after: readme.slice(before.length + yaml.length) };
}

/** Why a card's front matter cannot be read, with line and column of the file. */
export function frontMatterProblem(readme: string): string | undefined {
  const found = findFrontMatter(readme);
  if (found === undefined)
    return /^\uFEFF?\s*---\r?\n/.test(readme) ? "has no '---' that ends its front matter." : undefined;
  if (found.yaml.length > longestBlock) return 'has a front matter of more than 1 MiB.';
  const document = parse(found.yaml);
  const error = document.errors[0];
  if (error !== undefined) {
    const line = (error.linePos?.[0].line ?? 1) + found.before.split('\n').length - 1;
    const what = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '');
    return `has a front matter that does not parse: ${what} at line ${line}, column ${error.linePos?.[0].col ?? 1}.`;
  }
  return isMap(document.contents) || document.contents === null || isNull(document)
    ? undefined
    : 'has a front matter that is not a mapping of names to values.';
}

/**
 * Sets values in a card's front matter. Only the lines of these values are written anew; all else, comments, quotes and
 * line ends included, stays byte for byte. The front matter must parse (`frontMatterProblem`).
 */
export function setFrontMatter(readme: string, values: JsonObject): string {
  const found = findFrontMatter(readme);
  const newline = readme.includes('\r\n') ? '\r\n' : '\n';
  if (found === undefined) return `---\n${stringify(values, style)}---\n`.replaceAll('\n', newline) + readme;
  const yaml = Object.entries(values).reduce((text, [key, value]) => setValue(text, key, value, newline), found.yaml);
  return found.before + yaml + found.after;
}

function setValue(yaml: string, key: string, value: Json, newline: string): string {
  const contents = parse(yaml).contents;
  const written = stringify({ [key]: value }, style)
    .trimEnd()
    .replaceAll('\n', newline);
  if (isMap(contents) && contents.flow !== true) {
    const pair = contents.items.find((item) => isScalar(item.key) && item.key.value === key);
    const place = pair === undefined ? undefined : rangeOf(pair, yaml);
    return place === undefined ? append(yaml, written, newline) : splice(yaml, place, written, value);
  }
  if (contents === null || !isMap(contents)) return append(yaml, written, newline);
  return setInFlow(yaml, key, value, newline);
}

/** A value that is there already is left as it is written. */
function splice(yaml: string, [start, end]: readonly [number, number], written: string, value: Json): string {
  const present = parse(yaml.slice(start, end)).toJS();
  const same = Object.values(Object(present)).some((one) => JSON.stringify(one) === JSON.stringify(value));
  return same ? yaml : yaml.slice(0, start) + written + yaml.slice(end);
}

function rangeOf(pair: Pair<unknown, unknown>, yaml: string): readonly [number, number] | undefined {
  const { key, value } = pair;
  const start = isScalar(key) ? key.range?.[0] : undefined;
  if (start === undefined) return undefined;
  const ends = [rangeEnd(key), rangeEnd(value)].filter((end) => end !== undefined);
  const colon = yaml.indexOf(':', rangeEnd(key) ?? start) + 1;
  const text = yaml.slice(start, Math.max(colon, ...ends));
  return [start, start + text.trimEnd().length];
}

function rangeEnd(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return undefined;
  const end: unknown = node.range[1];
  return typeof end === 'number' ? end : undefined;
}

function append(yaml: string, written: string, newline: string): string {
  const ended = yaml === '' || yaml.endsWith('\n') ? yaml : yaml + newline;
  return `${ended}${written}${newline}`;
}

/** `{license: mit}` on one line has no lines of its own to replace: it is written anew as a whole. */
function setInFlow(yaml: string, key: string, value: Json, newline: string): string {
  const document: Document<YAMLMap> | Document = parse(yaml);
  document.set(key, value);
  return document.toString({ lineWidth: 0 }).replaceAll(/\r?\n/g, newline);
}

function parse(yaml: string) {
  return parseDocument(yaml, { version: '1.2', schema: 'core', prettyErrors: true });
}

function isNull(document: ReturnType<typeof parse>): boolean {
  return isScalar(document.contents) && document.contents.value === null;
}

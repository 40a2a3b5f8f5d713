import { type Document, LineCounter, parseAllDocuments } from 'yaml';
import type { InputProblem } from '../input-problem.ts';
import { readTree, TreeProblem } from './input-tree.ts';
import type { InputMapping } from './input-value.ts';
import { sameName } from './name-forms.ts';

/** Bytes. Parameters are small; Membrane takes 10 MB a request, and a parser must stay quick on hostile text. */
export const inputLimit = 1024 * 1024;

/** Broken text breaks in many places; the first few say it all. */
const shownProblems = 5;

export type ParsedDocument =
  | { readonly ok: true; readonly document: InputMapping }
  | { readonly ok: false; readonly problems: readonly InputProblem[] };

/**
 * Reads the text of `input` or of `input-file`: one mapping in YAML 1.2 or JSON. Nothing is turned into another type
 * here: see PlainScalar. An empty text is an empty mapping.
 */
export function parseInputDocument(text: string, name = 'input'): ParsedDocument {
  const size = Buffer.byteLength(text);
  if (size > inputLimit) {
    return refuse(name, `is ${size} bytes long; at most ${inputLimit} bytes (1 MiB) are read.`);
  }
  const lines = new LineCounter();
  const documents = parseYaml(text, lines);
  if (!documents) return refuse(name, 'is nested too deeply.');
  const [document, second] = documents;
  if (second) return refuse(name, `must be one document, and a second one begins${place(lines, second.range[0])}.`);
  if (!document) return { ok: true, document: new Map() };
  if (document.errors.length > 0) return { ok: false, problems: syntaxProblems(document, lines, name) };
  return readMapping(document, lines, name);
}

/** A tag of the user's own is refused where it is met; `uniqueKeys` is quadratic in the library and done by readTree. */
function parseYaml(text: string, lineCounter: LineCounter): readonly Document.Parsed[] | undefined {
  try {
    const options = { version: '1.2', schema: 'core', uniqueKeys: false, lineCounter } as const;
    const documents = parseAllDocuments(text, { ...options, prettyErrors: false, logLevel: 'silent' });
    return 'empty' in documents ? [] : documents;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function readMapping(document: Document.Parsed, lines: LineCounter, name: string): ParsedDocument {
  try {
    return { ok: true, document: readTree(document.contents) };
  } catch (error) {
    if (!(error instanceof TreeProblem)) throw error;
    return refuse(name, `${error.message}${place(lines, error.offset)}.`);
  }
}

function syntaxProblems(document: Document.Parsed, lines: LineCounter, name: string): InputProblem[] {
  return document.errors.slice(0, shownProblems).map((error) => ({
    name,
    message: `is not readable as YAML or JSON${place(lines, error.pos[0])}: ${error.message.slice(0, 200)}.`,
  }));
}

function place(lines: LineCounter, offset: number | undefined): string {
  if (offset === undefined) return '';
  const { line, col } = lines.linePos(offset);
  return ` (line ${line}, column ${col})`;
}

function refuse(name: string, message: string): ParsedDocument {
  return { ok: false, problems: [{ name, message }] };
}

/** The keys of both; what is written inline wins over the file, also where it spells a name in another way. */
export function mergeDocuments(file: InputMapping, inline: InputMapping): InputMapping {
  const written = [...inline.keys()];
  const kept = [...file].filter(([key]) => !written.some((name) => sameName(name, key)));
  return new Map([...kept, ...inline]);
}

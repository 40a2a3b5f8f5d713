/** From `start` to before `end`. */
export interface JsonSpan {
  readonly start: number;
  readonly end: number;
}

/** What may come next inside an object or a list. */
type Expected = 'key or end' | 'key' | 'colon' | 'value' | 'value or end' | 'comma or end';

interface Frame {
  readonly close: '}' | ']';
  expected: Expected;
}

/** More documents than any output holds beside its noise. */
const maxSpans = 10_000;

/**
 * The complete objects and lists (RFC 8259) of a text that are not part of another one. One pass, no step back: what
 * breaks the grammar breaks it for every bracket that is open there, so all of them are dropped together.
 */
export function jsonSpans(text: string, maxDepth: number): JsonSpan[] {
  const spans: JsonSpan[] = [];
  const open: Frame[] = [];
  let start = 0;
  for (let index = 0; index < text.length && spans.length < maxSpans; ) {
    if (open.length === 0) {
      start = nextBracket(text, index);
      if (start === text.length) break;
      push(open, text[start]);
      index = start + 1;
      continue;
    }
    if (open.length > maxDepth) return [];
    const next = step(text, index, open);
    // The character that broke the grammar may itself begin a document.
    if (next.broken) open.length = 0;
    else if (open.length === 0) spans.push({ start, end: next.index });
    index = next.index;
  }
  return spans;
}

function nextBracket(text: string, from: number): number {
  for (let index = from; index < text.length; index += 1) {
    if (text[index] === '{' || text[index] === '[') return index;
  }
  return text.length;
}

function push(open: Frame[], bracket: string | undefined): void {
  if (bracket === '{') open.push({ close: '}', expected: 'key or end' });
  else open.push({ close: ']', expected: 'value or end' });
}

interface Step {
  readonly index: number;
  readonly broken: boolean;
}

function step(text: string, index: number, open: Frame[]): Step {
  const frame = open.at(-1);
  const character = text[index];
  if (frame === undefined || character === undefined) return { index: index + 1, broken: true };
  if (character === ' ' || character === '\n' || character === '\r' || character === '\t') return passed(index + 1);
  if (character === frame.close) return closed(index, frame, open);
  switch (frame.expected) {
    case 'colon':
      return punctuation(index, character === ':', frame, 'value');
    case 'comma or end':
      return punctuation(index, character === ',', frame, frame.close === '}' ? 'key' : 'value');
    case 'key':
    case 'key or end':
      return character === '"' ? scalar(endOfString(text, index), frame, 'colon') : { index, broken: true };
    case 'value':
    case 'value or end':
      return value(text, index, frame, open);
  }
}

function passed(index: number): Step {
  return { index, broken: false };
}

function closed(index: number, frame: Frame, open: Frame[]): Step {
  const mayEnd = frame.expected !== 'colon' && frame.expected !== 'key' && frame.expected !== 'value';
  if (!mayEnd) return { index: index + 1, broken: true };
  open.pop();
  return passed(index + 1);
}

function punctuation(index: number, present: boolean, frame: Frame, expected: Expected): Step {
  if (!present) return { index, broken: true };
  frame.expected = expected;
  return passed(index + 1);
}

function value(text: string, index: number, frame: Frame, open: Frame[]): Step {
  const character = text[index];
  if (character === '{' || character === '[') {
    frame.expected = 'comma or end';
    push(open, character);
    return passed(index + 1);
  }
  if (character === '"') return scalar(endOfString(text, index), frame, 'comma or end');
  literal.lastIndex = index;
  return scalar(literal.test(text) ? passed(literal.lastIndex) : { index, broken: true }, frame, 'comma or end');
}

const literal = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y;

function scalar(end: Step, frame: Frame, expected: Expected): Step {
  frame.expected = expected;
  return end;
}

/** JSON strings hold no control characters: a line break ends what only looked like one. */
function endOfString(text: string, start: number): Step {
  for (let index = start + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x22) return passed(index + 1);
    if (code < 0x20) return { index, broken: true };
    if (code === 0x5c) index += 1;
  }
  return { index: text.length, broken: true };
}

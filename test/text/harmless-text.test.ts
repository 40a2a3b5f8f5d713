import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forHtml, forLine, forLog, shortened, visible } from '../../src/text/harmless-text.ts';

/** What the runner would take for a command: `::` first in a line after white space, `##[` anywhere. */
const command = /^\s*::|##\[/m;

/** Pieces of hostile text, so that random texts hit the interesting places. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '::',
        ':',
        '#',
        '##[',
        '[',
        '\n',
        '\r',
        '\r\n',
        ' ',
        '\t',
        '\u2028',
        '\u001b[31m',
        '\u001b',
        '\u202e',
      ),
      fc.constantFrom(
        '|',
        '<',
        '>',
        '&',
        '"',
        "'",
        '`',
        '@ada',
        '#12',
        'https://x.y',
        'www.x.y',
        '<!--',
        '-->',
        '👩‍💻',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));

const runs = { seed: 20_261_123, numRuns: 3_000 };

describe('text from outside', () => {
  test('is never a workflow command in the log', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(forLog(text)).not.toMatch(command);
        expect(forLine(text)).not.toMatch(command);
        expect(forLine(text)).not.toMatch(/[\n\r\u2028\u2029]/);
      }),
      runs,
    );
  });

  test('never leaves its element on the summary page', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const withoutBreaks = forHtml(text).replaceAll('<!-- -->', '');
        expect(withoutBreaks).not.toMatch(/[<>"'`|\n]/);
        expect(forHtml(text)).not.toMatch(/(?<!&)[@#]\w/);
      }),
      runs,
    );
  });

  test('holds nothing that hides or reorders', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(visible(text)).not.toMatch(/(?![\t\n\u200d])[\p{Cc}\p{Cf}]/u);
      }),
      runs,
    );
  });

  test('stays as it is where it is harmless', () => {
    const text = 'Created model my-org/my-model – naïve “quotes”, 数据, 👩‍💻\n\tsecond line: a::b';
    expect(forLog(text)).toBe(text);
  });

  test.each([
    ['::set-output name=a::b', ': :set-output name=a::b'],
    ['  ::add-mask::x', '  : :add-mask::x'],
    ['a\r\n::error::x', 'a\n: :error::x'],
    ['see ##[error]x', 'see ## [error]x'],
    ['\u001b[31mred\u001b[0m', 'red'],
    ['a\u202eb', 'a\\u{202e}b'],
  ])('%j is shown as %j', (text, shown) => expect(forLog(text)).toBe(shown));
});

test('shortening never leaves half a character', () => {
  expect(shortened('abc', 3)).toBe('abc');
  expect(shortened('abcd', 3)).toBe('ab…');
  expect(shortened('a👍bc', 3)).toBe('a…');
});

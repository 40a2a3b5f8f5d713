import { expect, test } from 'vitest';
import { withoutAnsi } from '../../../src/membrane/cli/terminal-text.ts';

test.each([
  ['plain', 'plain'],
  ['\u001b[1;31mred\u001b[0m', 'red'],
  ['\u001b[2K\u001b[1Gline', 'line'],
  ['\u001b]0;title\u0007text', 'text'],
  ['\u001b]8;;https://x\u001b\\link\u001b]8;;\u001b\\', 'link'],
  ['\u001b(Btext\u001b7', 'text'],
  ['end\u001b', 'end'],
  ['\u001b[', ''],
])('%j', (text, shown) => {
  expect(withoutAnsi(text)).toBe(shown);
});

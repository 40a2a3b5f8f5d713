import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { readTree, TreeProblem } from '../../src/hub/input-tree.ts';

function read(text: string) {
  return readTree(parseDocument(text, { uniqueKeys: false }).contents);
}

test('an anchor given again means the last one before the alias', () => {
  const document = read('a: &x one\nb: *x\nc: &x two\nd: *x');
  expect([...document.values()]).toEqual(['one', 'one', 'two', 'two']);
});

test('an alias can stand for a key of a parameter only as a value', () => {
  expect(() => read('a: &x one\n*x : two')).toThrow(TreeProblem);
});

test('a problem knows where it was found', () => {
  try {
    read('ok: 1\nbad: !mine x');
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ message: "uses the tag '!mine'", offset: 17 });
  }
});

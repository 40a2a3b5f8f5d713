import { expect, test } from 'vitest';
import { z } from 'zod';
import { column, defineOperation } from '../../src/hub/operation.ts';
import { parameter } from '../../src/hub/parameters.ts';

const row = defineOperation({
  key: 'count-things',
  title: 'Count things',
  description: 'Counts.',
  family: 'Tests',
  effect: 'destroy',
  intent: 'count',
  parameters: z.object({
    thing: parameter(z.string(), 'What.'),
    times: parameter(z.int().default(2), 'How often.'),
  }),
  done: 'Counted',
  describe: ({ thing, times }) => `${thing} ${times} times`,
  route: ({ thing }) => ({ method: 'GET', path: `/api/${thing}` }),
  confirm: { what: 'the thing', text: ({ thing }) => thing },
  check: ({ times }) => (times > 3 ? [{ name: 'input.times', message: 'is too much.' }] : []),
});

test('a row fills in defaults before it says anything', () => {
  expect(row.describe({ thing: 'x' })).toBe('x 2 times');
  expect(row.confirm?.text({ thing: 'x' })).toBe('x');
  expect(row.page({ thing: 'x' }, {})).toBeUndefined();
  expect(row.current).toBeUndefined();
});

test('a rule over several parameters waits until each is right by itself', () => {
  expect(row.check({ thing: 'x', times: 4 })).toHaveLength(1);
  expect(row.check({ times: 4 })).toEqual([]);
});

test('a column looks in several places', () => {
  expect(column('Author', 'author.name', 'author')).toEqual({
    heading: 'Author',
    paths: [['author', 'name'], ['author']],
  });
});

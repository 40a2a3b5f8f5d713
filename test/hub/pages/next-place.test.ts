import { describe, expect, test } from 'vitest';
import { nextLink } from '../../../src/hub/pages/next-link.ts';
import { type AnsweredPage, nextPlace } from '../../../src/hub/pages/next-place.ts';

const page = (given: Partial<AnsweredPage>): AnsweredPage => ({
  ...{ body: [], headers: {}, items: ['a', 'b'], page: 0, limit: 2 },
  ...given,
});

describe('link', () => {
  const hubs = 'https://huggingface.co/api/models';

  test.each([
    [
      `<${hubs}?cursor=x&limit=2>; rel="next"`,
      [
        ['cursor', 'x'],
        ['limit', '2'],
      ],
    ],
    [`<${hubs}?cursor=a%2Bb>;rel=next`, [['cursor', 'a+b']]],
    [
      `<${hubs}?p=0>; rel="first", <${hubs}?p=2&filter=a&filter=b>; rel="next"`,
      [
        ['p', '2'],
        ['filter', 'a'],
        ['filter', 'b'],
      ],
    ],
    [`<${hubs}?p=9>; title="a, b"; rel="last next"`, [['p', '9']]],
    ['</api/models?cursor=x>; rel="next"', [['cursor', 'x']]],
    ['<https://attacker.example/steal?cursor=x>; rel="next"', [['cursor', 'x']]],
  ])('%s goes on by its query alone', (header, query) => {
    expect(nextLink(header)).toEqual(query);
  });

  test.each([
    undefined,
    '',
    `<${hubs}?p=0>; rel="prev"`,
    '<http://[>; rel="next"',
    'rel="next"',
    `<${'<'.repeat(20_000)}`,
  ])('%s is the end', (header) => {
    expect(nextPlace('link', page({ headers: header === undefined ? {} : { link: header } }))).toBe('end');
  });

  test.each([
    ['a cursor of the action', { body: { items: [], next_page_token: 'c' } }, { by: 'cursor', cursor: 'c' }],
    ['an empty cursor', { body: { nextCursor: null } }, 'end'],
    ['a page shorter than was asked for', { items: ['a'] }, 'end'],
    ['a full page without a word', {}, 'hidden'],
    ['a page of unknown size', { items: ['a'], limit: undefined }, 'hidden'],
    ['nothing', { items: [], limit: undefined }, 'end'],
  ] as const)('without headers, %s', (_, given, next) => {
    expect(nextPlace('link', page({ headers: undefined, ...given }))).toEqual(next);
  });
});

test.each([
  ['page-of-count', { body: { start: 0, count: 5 } }, { by: 'page', page: 1 }],
  ['page-of-count', { body: { start: 3, count: 5 }, page: 3 }, 'end'],
  ['page-of-count', { body: {} }, 'hidden'],
  ['page-of-count', { body: { start: 0, count: 5 }, items: [] }, 'end'],
  ['page-limit', { page: 4 }, { by: 'page', page: 5 }],
  ['page-limit', { items: ['a'] }, 'end'],
  ['page-limit', { items: ['a'], limit: undefined }, { by: 'page', page: 1 }],
  ['page-limit', { items: [], limit: undefined }, 'end'],
] as const)('%s after %j', (paging, given, next) => {
  expect(nextPlace(paging, page(given))).toEqual(next);
});

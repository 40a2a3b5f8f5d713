import { expect, test } from 'vitest';
import { waitFromHeaders } from '../../src/membrane/wait-headers.ts';

const now = Date.parse('2026-11-23T12:00:00Z');

test.each([
  [{ 'retry-after': '7' }, 7000],
  [{ 'retry-after': ' 0.5 ' }, 500],
  [{ 'retry-after': 'Mon, 23 Nov 2026 12:00:30 GMT' }, 30_000],
  [{ 'retry-after': 'Mon, 23 Nov 2026 11:00:00 GMT' }, 0],
  [{ 'retry-after': '99999999' }, 86_400_000],
  [{ 'retry-after': '-5' }, undefined],
  [{ 'retry-after': 'soon' }, undefined],
  [{ ratelimit: '"api";r=0;t=55' }, 55_000],
  [{ ratelimit: '"api";r=3;t=55' }, undefined],
  [{ ratelimit: '"api";r=0;t=5, "pages";r=0;t=90, "resolvers";r=9;t=200' }, 90_000],
  [{ ratelimit: '"api";r=0' }, undefined],
  [{ ratelimit: ';;;=,=' }, undefined],
  [{ 'retry-after': '2', ratelimit: '"api";r=0;t=55' }, 2000],
  [{}, undefined],
])('reads %j', (headers, wait) => {
  expect(waitFromHeaders(headers, now)).toBe(wait);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OperationError } from '../../src/errors.ts';
import { assertSendable, filledPath, filledPathWithQuery } from '../../src/membrane/proxy-path.ts';

test.each([
  ['/api/models', {}, '/api/models'],
  ['/api/{type}/{name}', { type: 'models', name: 'a b' }, '/api/models/a%20b'],
  ['/x/{name}', { name: 'a/../b?c#d' }, '/x/a%2F..%2Fb%3Fc%23d'],
  ['/already%20encoded/100%', {}, '/already%20encoded/100%25'],
  ['/hash#tag', {}, '/hash%23tag'],
  ['/ümlaut/文', {}, '/%C3%BCmlaut/%E6%96%87'],
  ['/kelvin\u212a', {}, '/kelvin%E2%84%AA'],
  ['/q?a=1&b=[2]', {}, '/q?a=1&b=[2]'],
])('fills %s', (path, pathParameters, filled) => {
  expect(filledPath({ path, pathParameters })).toBe(filled);
});

test('repeated names of a query stay, in order', () => {
  const query = [
    ['tag', 'a&b'],
    ['x', ''],
    ['tag', 'c'],
  ] as const;
  expect(filledPathWithQuery({ path: '/p', query })).toBe('/p?tag=a%26b&x=&tag=c');
  expect(filledPathWithQuery({ path: '/p?z=0', query: [['y', '1']] })).toBe('/p?z=0&y=1');
});

test.each(['models', '', '//other.example/x', '/a/../b', '/a/..', '/./b', '/a/%2e%2E/b', '/a/.%2e/b', '/a/%5c..%5cb'])(
  'refuses %j',
  (path) => {
    expect(() => filledPath({ path })).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
  },
);

test.each([[{}], [{ other: '1' }], [{ name: '..' }]])(
  'refuses the place of /x/{name} filled from %j',
  (pathParameters: Record<string, string>) => {
    expect(() => filledPath({ path: '/x/{name}', pathParameters })).toThrow(
      expect.objectContaining({ code: 'INPUT_INVALID' }),
    );
  },
);

test('no path leads out of the proxy or to another host', () => {
  const piece = fc.oneof(
    fc.constantFrom('..', '.', '%2e', '%2E%2e', '\\', '%5c', '/', '//', '?', '#', '@', ':', '\t', '\n', '{a}'),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  const base = 'https://api.example.com/connections/c1/proxy';
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.string({ unit: 'binary' }), (pieces, a) => {
      try {
        const url = new URL(
          base + filledPathWithQuery({ path: `/${pieces.join('')}`, pathParameters: { a }, query: [['a', a]] }),
        );
        expect(url.href.startsWith(`${base}/`)).toBe(true);
        expect(url.hash).toBe('');
      } catch (error) {
        expect(error).toBeInstanceOf(OperationError);
      }
    }),
    { seed: 11, numRuns: 5000 },
  );
});

test.each([
  ['a body on a GET', { method: 'GET', path: '/', body: { kind: 'raw', text: 'x' } }],
  ['a line break in a header', { method: 'GET', path: '/', headers: { a: 'b\r\nc: d' } }],
  ['a header without a name', { method: 'GET', path: '/', headers: { '': 'b' } }],
] as const)('refuses %s', (_what, request) => {
  expect(() => assertSendable(request)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
});

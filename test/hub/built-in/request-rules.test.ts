import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headerProblems, pathProblems, placeholderProblems } from '../../../src/hub/built-in/request-rules.ts';

test.each(['/api/models', '/api/models/{repo}/tree/main', '/a%2Fb', '/api/x?search=..', '/.well-known/x', '/a..b/c'])(
  '%s is a path',
  (path) => {
    expect(pathProblems(path)).toEqual([]);
  },
);

test.each([
  'api/models',
  'https://evil.example/api',
  '//evil.example/api',
  '/\\evil.example',
  '/api\\..\\x',
  '/api/../x',
  '/api/..',
  '/./x',
  '/api/%2e%2e/x',
  '/api/%2E./x',
  '/api/%252e%252e/x',
  '/api/..%2fx',
  '/api/a%2f..%2fx',
  '/api/x\r\nHost: evil',
  '/api/x%0d%0aHost:evil',
  '/api/x%00',
  '/api/\u2028x',
  '/api/x#fragment',
  '',
])('%j is refused', (path) => {
  expect(pathProblems(path)).toHaveLength(1);
});

test('a path that is accepted stays on its host and does not climb', () => {
  const pieces = fc.constantFrom(
    '/',
    '.',
    '..',
    '%2e',
    '%2f',
    '%5c',
    '\\',
    'a',
    '@',
    ':',
    '//',
    'http:',
    '?',
    '#',
    '%',
    '\t',
    '\n',
    '%252e',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const path = parts.join('');
      if (pathProblems(path).length > 0) return;
      const url = URL.parse(`https://hub.example/before${path}`);
      expect(url?.host).toBe('hub.example');
      expect(url?.pathname.startsWith('/before/')).toBe(true);
    }),
    { numRuns: 5_000, seed: 20_265 },
  );
});

test.each([
  ['/api/{repo}', { repo: 'a/b' }, []],
  ['/api/{repo}', {}, ['input.path-params.repo']],
  ['/api/x', { repo: 'a' }, ['input.path-params.repo']],
  ['/api/{repo}', { repo: '..' }, ['input.path-params.repo']],
  ['/api/{repo}', { repo: 'a/../b' }, ['input.path-params.repo']],
  ['/api/{repo}', { repo: '' }, ['input.path-params.repo']],
  ['/api/{repo}', { repo: 'a\nb' }, ['input.path-params.repo']],
  ['/api/{constructor}', {}, ['input.path-params.constructor']],
])('%s with %j', (path, values, names) => {
  expect(placeholderProblems(path, values).map(({ name }) => name)).toEqual(names);
});

test.each([
  ['Accept', 'application/json', 0],
  ['X-Thing', 'a\tb', 0],
  ['Authorization', 'Bearer x', 1],
  ['HOST', 'evil.example', 1],
  ['Bad Name', 'x', 1],
  ['X-Thing', 'a\r\nHost: evil', 1],
  ['X-Thing', 'é', 1],
])('header %s: %j', (name, value, count) => {
  expect(headerProblems({ [name]: value })).toHaveLength(count);
});

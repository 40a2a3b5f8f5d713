import { expect, test } from 'vitest';
import { encodeRevision, get, query, repositoryPage, repositoryPath, send } from '../../src/hub/hub-request.ts';

test('a query holds what was given, a list as a repeated key', () => {
  expect(query({ filter: ['a', 'b'], limit: 5, full: false, search: undefined })).toEqual([
    ['filter', 'a'],
    ['filter', 'b'],
    ['limit', '5'],
    ['full', 'false'],
  ]);
  expect(get('/api/x')).toEqual({ method: 'GET', path: '/api/x', query: [] });
});

test('a body leaves out what was not given and keeps false', () => {
  expect(send('PUT', '/api/x', { gated: false, private: undefined }).body).toEqual({
    kind: 'json',
    value: { gated: false },
  });
});

test('addresses', () => {
  expect(repositoryPath('dataset', 'a/b')).toBe('/api/datasets/a/b');
  expect(encodeRevision('refs/pr/1')).toBe('refs%2Fpr%2F1');
  expect(repositoryPage('model', 'a/b')).toBe('https://huggingface.co/a/b');
  expect(repositoryPage('space', 'a/b')).toBe('https://huggingface.co/spaces/a/b');
});

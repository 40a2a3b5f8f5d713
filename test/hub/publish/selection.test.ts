import { expect, test } from 'vitest';
import { selectionOf } from '../../../src/hub/publish/selection.ts';

test.each([
  [{}, 'a.txt', undefined],
  [{}, '.git', 'git'],
  [{}, 'sub/.git/config', 'git'],
  [{ include: ['.git'] }, '.git', 'git'],
  [{}, '.github', 'workflows'],
  [{}, '.github/workflows/x.yml', 'workflows'],
  [{}, 'sub/.github/x', undefined],
  [{ include: ['**', '.github'] }, '.github/workflows/x.yml', undefined],
  [{}, '.env', 'secret'],
  [{}, 'a/.env.production', 'secret'],
  [{}, '.env.example', undefined],
  [{}, 'keys/server.pem', 'secret'],
  [{}, 'home/.ssh/config', 'secret'],
  [{}, 'x/.aws/credentials', 'secret'],
  [{}, 'tokenizer.json', undefined],
  [{ include: ['*.pem'] }, 'ca.pem', 'secret'],
  [{ include: ['ca.pem'] }, 'ca.pem', undefined],
  [{ include: ['keys'] }, 'keys/ca.pem', 'secret'],
  [{ include: ['sub/.env'] }, 'sub/.env', undefined],
  [{ include: ['ca.pem'], exclude: ['*.pem'] }, 'ca.pem', 'exclude'],
  [{ include: ['*.txt'] }, 'a.bin', 'include'],
  [{ exclude: ['logs'] }, 'logs/a.txt', 'exclude'],
])('%j: %s is %s', (request, path, expected) => {
  expect(selectionOf({ include: undefined, exclude: undefined, ...request }).exclusion(path)).toBe(expected);
});

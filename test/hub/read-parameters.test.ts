import { expect, test } from 'vitest';
import { getModel } from '../../src/hub/operations/models.ts';
import { moveRepository } from '../../src/hub/operations/repositories.ts';
import { adoptAliases, missingProblems, readDocument } from '../../src/hub/read-parameters.ts';
import { documentOf } from './request-of.ts';

test('a document is taken apart into what is known and what is not', () => {
  const read = readDocument(getModel, documentOf('repository: a/b\nrevision: 1.0\nmode: x'));
  expect(read.params).toEqual({ repository: 'a/b', revision: '1.0' });
  expect([...read.own]).toEqual([['mode', 'x']]);
});

test('other names of parameters are read as these, likeliest first, and never over one that is given', () => {
  const read = adoptAliases(moveRepository, readDocument(moveRepository, documentOf('source: a/b\nto: a/c')), [
    'source',
    'to',
  ]);
  expect(read.params).toEqual({ repository: 'a/b', toRepository: 'a/c' });
  const given = readDocument(moveRepository, documentOf('repository: a/b\nsource: a/c'));
  expect([...adoptAliases(moveRepository, given, ['source']).own.keys()]).toEqual(['source']);
});

test('what is required and not there is said', () => {
  expect(missingProblems(getModel, new Map())).toEqual([
    { name: 'input.repository', message: "is required: a full name, 'namespace/name'." },
  ]);
  expect(missingProblems(getModel, documentOf('repository: a/b'))).toEqual([]);
});

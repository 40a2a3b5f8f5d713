import { expect, test } from 'vitest';
import { z } from 'zod';
import { informationParameters, listParameters } from '../../../src/hub/operations/information-parameters.ts';
import { readParameters } from '../../../src/hub/parameters.ts';

test('what reads one object takes its name in the words of its kind', () => {
  const [repository] = readParameters(z.object(informationParameters('space')));
  expect(repository).toMatchObject({ name: 'repository', required: true, doc: 'The Space, `namespace/name`.' });
  expect(repository?.aliases).toContain('spaceId');
  expect(repository?.aliases).not.toContain('modelId');
});

test('a list takes the orders of its own kind', () => {
  const parameters = readParameters(z.object(listParameters(['likes', 'downloads'], 'things')));
  expect(parameters.every(({ required }) => !required)).toBe(true);
  expect(parameters.find(({ name }) => name === 'sort')?.json).toMatchObject({ enum: ['likes', 'downloads'] });
});

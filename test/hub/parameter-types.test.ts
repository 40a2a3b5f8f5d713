import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  limit,
  namespace,
  objectId,
  privateFlag,
  repository,
  repositoryType,
  visibility,
} from '../../src/hub/parameter-types.ts';
import { checkValue, readParameters } from '../../src/hub/parameters.ts';

const parameters = readParameters(
  z.object({
    repository: repository(),
    type: repositoryType(),
    namespace: namespace(),
    group: objectId(),
    limit: limit(10, 100, '50'),
    private: privateFlag('Hidden.'),
    visibility: visibility('Who sees it.'),
  }),
);

test.each([
  ['repository', 'my-org/my-model', undefined],
  ['repository', 'my-model', "must be the repository's full name, 'namespace/name'."],
  ['namespace', 'my-org', undefined],
  ['namespace', 'my org', "may hold letters, digits, '-', '_' and '.' only."],
  ['group', '0123456789abcdef01234567', undefined],
  ['group', 'research', 'must be 24 hexadecimal digits.'],
  ['limit', 9, 'must be a whole number from 10 to 100.'],
  ['visibility', 'protected', undefined],
])('%s: %s', (name, value, message) => {
  const found = parameters.filter((one) => one.name === name);
  expect(found).toHaveLength(1);
  expect(found.flatMap((one) => checkValue(one, value)).map((problem) => problem.message)).toEqual(
    message ? [message] : [],
  );
});

test('private and visibility can each be said by the other', () => {
  const [flag] = parameters.filter(({ name }) => name === 'private');
  expect(flag?.translations[0]).toEqual({
    names: ['visibility', 'repoVisibility', 'access'],
    values: [
      [true, 'private'],
      [false, 'public'],
    ],
  });
});

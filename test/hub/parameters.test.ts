import { expect, test } from 'vitest';
import { z } from 'zod';
import { checkValue, parameter, readParameters } from '../../src/hub/parameters.ts';

const parameters = readParameters(
  z.object({
    fullName: parameter(z.string().min(3).max(5), 'What it is called.', { aliases: ['name'] }),
    type: parameter(z.enum(['model', 'space']).default('model'), 'Its kind.'),
    secrets: parameter(
      z.array(z.object({ key: z.string().regex(/^A/), value: z.string().max(2) })).optional(),
      'Hidden.',
      {
        secret: true,
      },
    ),
  }),
);

function named(name: string) {
  const found = parameters.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
}

test('a parameter says everything the rest needs', () => {
  expect(named('fullName')).toMatchObject({
    kebab: 'full-name',
    required: true,
    doc: 'What it is called.',
    aliases: ['name'],
    secret: false,
    default: undefined,
    json: { type: 'string', minLength: 3, maxLength: 5 },
  });
  expect(named('type')).toMatchObject({ required: false, default: 'model' });
});

test('a problem says what is allowed and what was given', () => {
  expect(checkValue(named('fullName'), 'abc')).toEqual([]);
  expect(checkValue(named('fullName'), 'ab')).toEqual([
    { name: 'input.full-name', message: 'must be text from 3 to 5 characters.', given: 'ab' },
  ]);
});

test('a secret is not repeated, and its problem names the place', () => {
  expect(checkValue(named('secrets'), [{ key: 'A', value: 'hunter2' }])).toEqual([
    { name: 'input.secrets[0].value', message: 'must be text of at most 2 characters.' },
  ]);
});

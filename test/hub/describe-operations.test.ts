import { expect, test } from 'vitest';
import { catalogue } from '../../src/hub/catalogue.ts';
import { describeOperations } from '../../src/hub/describe-operations.ts';

test('every row is described, in the order of the catalogue', () => {
  expect(describeOperations().map(({ key }) => key)).toEqual(catalogue.map(({ key }) => key));
});

test('a description says what a reader needs', () => {
  const found = describeOperations().find(({ key }) => key === 'update-model-settings');
  expect(found).toMatchObject({ effect: 'write', builtIn: false, family: 'Models', confirm: undefined });
  expect(found?.parameters.find(({ name }) => name === 'gated')).toMatchObject({
    required: false,
    allowed: ['auto', 'manual', false],
  });
  expect(found?.parameters.find(({ name }) => name === 'repository')).toMatchObject({
    required: true,
    allowed: [],
    type: "a full name, 'namespace/name'",
  });
  expect(describeOperations().find(({ key }) => key === 'delete-repository')?.confirm).toBe(
    "it must repeat the repository's full name.",
  );
});

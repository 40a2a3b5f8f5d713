import { expect, test } from 'vitest';
import { catalogue, findOperation } from '../../src/hub/catalogue.ts';
import { sameName } from '../../src/hub/name-forms.ts';

const hub = catalogue.filter((row) => row.kind === 'hub');

test('the keys are those of the specification', () => {
  expect(hub.map(({ key }) => key).toSorted()).toEqual(
    `create-collection create-discussion create-repository delete-repository duplicate-repository get-current-user
    get-daily-papers get-dataset get-discussion get-model get-space list-collections list-datasets list-discussions
    list-models list-organization-members list-repository-files list-spaces move-repository update-model-settings`.split(
      /\s+/,
    ),
  );
  expect(catalogue.filter((row) => row.kind === 'built-in').map(({ key }) => key)).toEqual([
    'request',
    'search-actions',
    'run-action',
    'ensure-connection',
  ]);
});

test('an operation is found by its exact key', () => {
  expect(findOperation('get-model')?.key).toBe('get-model');
  expect(findOperation('constructor')).toBeUndefined();
});

test.each(catalogue)('$key is complete', (row) => {
  expect(row.title).not.toBe('');
  expect(row.description).toMatch(/\.$/);
  for (const { name, doc } of row.parameters) {
    expect(name).toMatch(/^[a-z][A-Za-z0-9]*$/);
    expect(doc).toMatch(/\.$/);
  }
  const names = row.parameters.map(({ name }) => name);
  expect(names.filter((name, index) => names.findIndex((other) => sameName(other, name)) < index)).toEqual([]);
});

test.each(hub)('$key can be searched for, and a write tells how its present state is read', (row) => {
  expect(row.intent.length).toBeLessThanOrEqual(200);
  expect(row.current === undefined).toBe(row.effect === 'read');
  expect(row.key.startsWith('list-') || row.key === 'get-daily-papers').toBe(row.paging !== undefined);
  expect(row.columns.length > 0).toBe(row.paging !== undefined);
});

test('what destroys must be confirmed', () => {
  const confirmed = hub.filter(({ confirm }) => confirm !== undefined).map(({ key }) => key);
  expect(confirmed.toSorted()).toEqual(['delete-repository', 'move-repository']);
  expect(hub.filter(({ effect, confirm }) => effect === 'destroy' && !confirm)).toEqual([]);
});

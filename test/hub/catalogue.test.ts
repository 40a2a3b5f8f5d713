import { expect, test } from 'vitest';
import { catalogue, findOperation } from '../../src/hub/catalogue.ts';
import { sameName } from '../../src/hub/name-forms.ts';

const hub = catalogue.filter((row) => row.kind === 'hub');

test('the keys are those of the specification', () => {
  expect(hub.map(({ key }) => key).toSorted()).toEqual(
    `add-collection-item comment-discussion create-branch create-collection create-discussion create-repository
    create-tag delete-branch delete-collection delete-repository delete-tag duplicate-repository get-collection
    get-current-user get-daily-papers get-dataset get-discussion get-model get-organization get-space list-collections
    list-commits list-datasets list-discussions list-models list-organization-members list-refs list-repository-files
    list-spaces merge-pull-request move-repository pause-space remove-collection-item repository-exists restart-space
    set-space-hardware set-space-secret set-space-variable update-collection update-dataset-settings update-discussion
    update-model-settings update-space-settings`.split(/\s+/),
  );
  expect(catalogue.flatMap(({ kind, key }) => (kind === 'built-in' ? [key] : [])).toSorted()).toEqual(
    `apply audit audit-merge audit-plan batch download-file ensure-connection publish request run-action search-actions
    snapshot`.split(/\s+/),
  );
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
  const isList = row.key.startsWith('list-') || row.key === 'get-daily-papers';
  // All references come at once.
  expect(isList && row.key !== 'list-refs').toBe(row.paging !== undefined);
  expect(row.columns.length > 0).toBe(isList || row.key === 'get-collection');
});

test('what destroys must be confirmed', () => {
  const confirmed = hub.filter(({ confirm }) => confirm !== undefined).map(({ key }) => key);
  expect(confirmed.toSorted()).toEqual([
    'create-branch',
    'delete-branch',
    'delete-collection',
    'delete-repository',
    'delete-tag',
    'move-repository',
  ]);
  expect(hub.filter(({ effect, confirm }) => effect === 'destroy' && !confirm)).toEqual([]);
});

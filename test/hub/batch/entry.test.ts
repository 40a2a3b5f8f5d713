import { describe, expect, test } from 'vitest';
import { secretValues } from '../../../src/hub/operation-request.ts';
import { problemsOf, requestOf } from '../request-of.ts';

const create = 'operation: create-repository\n    input: { repository: my-org/a, type: model }';

/** What is wrong with a list of entries, a line each. */
function linesOf(operations: string): string[] {
  return problemsOf('batch', `operations:\n${operations}`).map(({ name, message, suggestion }) =>
    [`${name}: ${message}`, suggestion].filter(Boolean).join(' → '),
  );
}

describe('what is wrong with a batch is told before anything starts, by its place', () => {
  test.each([
    ['  - just text', 'input.operations: must be a mapping'],
    ['  - input: {}', 'input.operations[0].operation: is required'],
    [
      '  - operation: create-repo\n    input: {}',
      'input.operations[0].operation: is not an operation. → create-repository',
    ],
    ['  - operation: batch\n    input: {}', 'input.operations[0].operation: cannot be another batch'],
    ['  - operation: get-model', 'input.operations[0].input.repository: is required'],
    [
      '  - operation: get-model\n    input: { repository: my-org/a, revison: x }',
      'input.operations[0].input.revison: .* → revision',
    ],
    [
      '  - operation: get-model\n    inputs: { repository: my-org/a }',
      'input.operations[0].inputs: is no part of an entry.* → input',
    ],
    [`  - ${create}\n    name: 1st`, 'input.operations[0].name: must be letters'],
    [`  - ${create}\n    name: a\n  - ${create}\n    name: a`, 'input.operations[1].name: is the name of an earlier'],
    [`  - ${create}\n    if-exists: maybe`, 'input.operations[0].if-exists: must be one of fail, skip, update'],
    [`  - ${create}\n    max-items: all`, 'input.operations[0].max-items: is for operations that list'],
    ['  - operation: list-models\n    max-items: 0', 'input.operations[0].max-items: must be a whole number'],
    [`  - ${create}\n    query: "[?"`, 'input.operations[0].query: is no JMESPath expression'],
    [
      '  - operation: delete-repository\n    input: { repository: my-org/a }',
      'input.operations[0].confirm: must repeat',
    ],
  ])('%s', (operations, expected) => {
    expect(linesOf(operations).join('\n')).toMatch(new RegExp(expected.replaceAll(/[[\]]/g, '\\$&')));
  });

  const uses = (reference: string, name = 'b') =>
    `  - ${create}\n    name: repo\n  - operation: get-model\n    name: ${name}\n    input: { repository: "\${steps.${reference}}" }`;

  test.each([
    ['an unknown name', uses('rep.id'), /refers to .*no entry before this one is called 'rep'. → repo/],
    ['itself', uses('b.id'), /an entry cannot use its own result/],
    ['a form that is none', uses('repo'), /cannot be read/],
  ])('a reference to %s', (_, operations, message) => {
    expect(linesOf(operations)).toEqual([expect.stringMatching(message)]);
  });

  test('a reference forward, and with it every circle', () => {
    const circle = ['b', 'a'].map(
      (other, index) =>
        `  - operation: get-model\n    name: ${['a', 'b'][index]}\n    input: { repository: "\${steps.${other}.id}" }`,
    );
    expect(linesOf(circle.join('\n'))).toEqual([expect.stringContaining("no entry before this one is called 'b'")]);
  });
});

describe('a value that is known only later', () => {
  const first = `  - ${create}\n    name: repo\n`;

  test('counts as given, and the rest is checked', () => {
    expect(
      linesOf(`${first}  - operation: get-discussion\n    input: { repository: "\${steps.repo.id}", num: 1 }`),
    ).toEqual([]);
    expect(linesOf(`${first}  - operation: get-discussion\n    input: { repository: "\${steps.repo.id}" }`)).toEqual([
      expect.stringContaining('operations[1].input.num: is required'),
    ]);
    expect(linesOf(`${first}  - operation: get-model\n    input: { repositoy: "\${steps.repo.id}" }`).join()).toContain(
      '→ repository',
    );
  });
});

test('secrets inside of a batch are secrets', () => {
  const entry =
    'operation: set-space-secret\n    input: { repository: my-org/my-space, key: TOKEN, value: hunter2-hunter2 }';
  expect(secretValues(requestOf('batch', `operations:\n  - ${entry}`))).toEqual(['hunter2-hunter2']);
});

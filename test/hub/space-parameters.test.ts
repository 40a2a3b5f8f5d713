import { expect, test } from 'vitest';
import { problemsOf } from './request-of.ts';

const space = 'repository: my-org/demo\ntype: space\nsdk: gradio\n';

test('what a Space takes is accepted', () => {
  const text = `${space}hardware: t4-small\nsleep-time-seconds: -1\nvariables: [{key: A_1, value: 1.0}]\nsecrets: [{key: TOKEN, value: hunter2}]\nvolumes: [{type: bucket, source: my-org/b, mountPath: /data, readOnly: true}]`;
  expect(problemsOf('create-repository', text)).toEqual([]);
});

test.each([
  ['hardware: t4-smal', [{ name: 'input.hardware', given: 't4-smal', suggestion: 't4-small' }]],
  [
    'sleep-time-seconds: -2',
    [{ name: 'input.sleep-time-seconds', message: 'must be a whole number of at least -1.', given: '-2' }],
  ],
  [
    'variables: [{key: 1A, value: x}]',
    [{ name: 'input.variables[0].key', message: "must be a letter followed by letters, digits and '_'.", given: '1A' }],
  ],
  ['variables: [{value: x}]', [{ name: 'input.variables.key', message: 'is required.' }]],
])('%s is refused', (line, problems) => {
  expect(problemsOf('create-repository', space + line)).toMatchObject(problems);
});

test('no problem repeats a secret', () => {
  const wrong = [
    'secrets: hunter2',
    'secrets: [hunter2]',
    'secrets: [{key: 1, value: hunter2}]',
    'secrets: [{key: A, vaule: hunter2}]',
    'secrets: {A: hunter2}',
  ];
  for (const line of wrong) {
    const problems = problemsOf('create-repository', space + line);
    expect(problems.length).toBeGreaterThan(0);
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  }
});

import { expect, test } from 'vitest';
import { publishProblems } from '../../../src/hub/publish/check-parameters.ts';
import { parametersOf } from './fixture.ts';

test.each([
  [{}, []],
  [{ type: 'space', sdk: 'gradio', hardware: 'cpu-basic' }, []],
  [{ create: false, private: true }, ['input.private']],
  [{ type: 'space' }, ['input.sdk']],
  [{ sdk: 'gradio' }, ['input.sdk']],
  [{ private: true, visibility: 'private' }, ['input.private']],
  [{ pathInRepository: '../x' }, ['input.path-in-repository']],
  [{ pathInRepository: 'a//b' }, ['input.path-in-repository']],
  [{ revision: 'refs/pr/3' }, ['input.revision']],
  [{ revision: 'a'.repeat(40) }, ['input.revision']],
  [{ tagMessage: 'x' }, ['input.tag-message']],
  [{ tag: 'v1', asPullRequest: true }, ['input.tag']],
])('%j', (given, expected) => {
  expect(publishProblems(parametersOf(given)).map((problem) => problem.name)).toEqual(expected);
});

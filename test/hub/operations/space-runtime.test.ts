import { expect, test } from 'vitest';
import { isConfidential, secretValues } from '../../../src/hub/operation-request.ts';
import { updateDatasetSettings, updateSpaceSettings } from '../../../src/hub/operations/repository-settings.ts';
import { pauseSpace, restartSpace, setSpaceHardware } from '../../../src/hub/operations/space-runtime.ts';
import { setSpaceSecret, setSpaceVariable } from '../../../src/hub/operations/space-settings.ts';
import { problemsOf, requestOf } from '../request-of.ts';
import { routeOf } from './routes.ts';

test.each([
  [restartSpace, 'repository: a/b', 'POST /api/spaces/a/b/restart', undefined],
  [restartSpace, 'repository: a/b\nfactory-reboot: true', 'POST /api/spaces/a/b/restart?factory=true', undefined],
  [pauseSpace, 'repository: a/b', 'POST /api/spaces/a/b/pause', undefined],
  [setSpaceHardware, 'repository: a/b\nhardware: t4-small', 'POST /api/spaces/a/b/hardware', { flavor: 't4-small' }],
  [
    setSpaceHardware,
    'repository: a/b\nhardware: zero-a10g\nsleep-time-seconds: -1',
    'POST /api/spaces/a/b/hardware',
    { flavor: 'zero-a10g', sleepTimeSeconds: -1 },
  ],
  [setSpaceSecret, 'repository: a/b\nkey: K\nvalue: 007', 'POST /api/spaces/a/b/secrets', { key: 'K', value: '007' }],
  [
    setSpaceVariable,
    'repository: a/b\nkey: K\nvalue: ""\ndescription: d',
    'POST /api/spaces/a/b/variables',
    { key: 'K', value: '', description: 'd' },
  ],
  [
    updateDatasetSettings,
    'repository: a/b\ngated: false\nvisibility: public',
    'PUT /api/datasets/a/b/settings',
    { gated: false, visibility: 'public' },
  ],
  [
    updateSpaceSettings,
    'repository: a/b\nvisibility: protected',
    'PUT /api/spaces/a/b/settings',
    { visibility: 'protected' },
  ],
])('$key of %j', (operation, input, route, body) => {
  expect(routeOf(operation, input)).toEqual([route, body]);
});

test('the value of a secret is one, and no argument of a process', () => {
  const request = requestOf('set-space-secret', 'repository: a/b\nkey: K\nvalue: not to be seen');
  expect(secretValues(request)).toEqual(['not to be seen']);
  expect(isConfidential(request)).toBe(true);
  expect(setSpaceSecret.route(request.params).confidential).toBe(true);
  expect(isConfidential(requestOf('set-space-variable', 'repository: a/b\nkey: K\nvalue: seen'))).toBe(false);
});

test.each([
  ['set-space-secret', 'key: 1K\nvalue: hidden', 'input.key'],
  ['set-space-secret', 'key: K\nvalue: ""', 'input.value'],
  ['set-space-secret', 'key: K\nvalue: [hidden]', 'input.value'],
  ['set-space-variable', 'key: K', 'input.value'],
  ['set-space-hardware', 'hardware: t4', 'input.hardware'],
  ['set-space-hardware', 'hardware: t4-small\nsleep-time-seconds: -2', 'input.sleep-time-seconds'],
  ['update-dataset-settings', '', 'input'],
  ['update-dataset-settings', 'visibility: protected', 'input.visibility'],
  ['update-space-settings', '', 'input'],
  ['update-space-settings', 'private: true\nvisibility: public', 'input.private'],
])('%s of %j is refused, and no secret is repeated', (key, rest, name) => {
  const problems = problemsOf(key, `repository: a/b\n${rest}`);
  expect(problems.map((problem) => problem.name)).toEqual([name]);
  expect(JSON.stringify(problems)).not.toContain('hidden');
});

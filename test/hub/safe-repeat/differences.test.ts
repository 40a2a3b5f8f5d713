import { expect, test } from 'vitest';
import { send } from '../../../src/hub/hub-request.ts';
import {
  cannotBeBroughtInLine,
  differing,
  mendingCalls,
  settingName,
  shown,
  unmendable,
} from '../../../src/hub/safe-repeat/differences.ts';
import type { Setting } from '../../../src/hub/safe-repeat/repeat.ts';

const put = (body: Record<string, unknown>) => send('PUT', '/api/models/a/b/settings', body);
const settings: readonly Setting[] = [
  { name: 'private', now: true, wanted: true, mend: put({ private: true }) },
  { name: 'gated', now: false, wanted: 'auto', mend: put({ gated: 'auto' }) },
  { name: 'discussionsSorting', now: undefined, wanted: 'trending', mend: put({ discussionsSorting: 'trending' }) },
  { name: 'variables.A', now: null, wanted: 'x', mend: send('POST', '/v', { key: 'A', value: 'x' }) },
  { name: 'variables.B', now: 'y', wanted: 'z', mend: send('POST', '/v', { key: 'B', value: 'z' }) },
  { name: 'volumes', now: [{ a: 1 }], wanted: [{ a: 1 }] },
  { name: 'sdk', now: 'gradio', wanted: 'docker' },
  { name: 'region', now: undefined, wanted: 'eu' },
];

test('differs what is otherwise, and what the Hub does not tell', () => {
  expect(differing(settings).map(({ name }) => name)).toEqual([
    'gated',
    'discussionsSorting',
    'variables.A',
    'variables.B',
    'sdk',
    'region',
  ]);
});

test('cannot be brought in line only what is known to be otherwise', () => {
  expect(unmendable(differing(settings)).map(({ name }) => name)).toEqual(['sdk']);
});

test('parts of one state are set in one call, and entries of a list one by one', () => {
  const calls = mendingCalls(differing(settings));
  expect(calls.map(({ request, names }) => [request.method, request.body, names])).toEqual([
    [
      'PUT',
      { kind: 'json', value: { gated: 'auto', discussionsSorting: 'trending' } },
      ['gated', 'discussionsSorting'],
    ],
    ['POST', { kind: 'json', value: { key: 'A', value: 'x' } }, ['variables.A']],
    ['POST', { kind: 'json', value: { key: 'B', value: 'z' } }, ['variables.B']],
  ]);
});

test.each([
  [{ name: 'a', now: undefined, wanted: 1 }, 'not told by the Hub', '1'],
  [{ name: 'a', now: null, wanted: 'text' }, 'none', 'text'],
  [{ name: 'a', now: ['x'], wanted: { b: true } }, '["x"]', '{"b":true}'],
  [{ name: 'a', now: 'old', wanted: 'new', secret: true }, '(secret)', '(secret)'],
  [{ name: 'a', now: null, wanted: 'new', secret: true }, 'none', '(secret)'],
])('%j in words', (setting, now, wanted) => {
  expect([shown(setting, 'now'), shown(setting)]).toEqual([now, wanted]);
});

test('the error names every parameter as it is written', () => {
  expect(settingName({ name: 'sleepTimeSeconds' })).toBe('sleep-time-seconds');
  expect(settingName({ name: 'variables.modeOf' })).toBe('variables.modeOf');
  const error = cannotBeBroughtInLine('space a/b', [
    { name: 'sdk', now: 'gradio', wanted: 'docker' },
    { name: 'devModeEnabled', now: false, wanted: true },
  ]);
  expect(error).toMatchObject({ code: 'HUB_CONFLICT', details: { effect: 'none' } });
  expect(error.message).toBe(
    'space a/b exists and cannot be brought in line: sdk is gradio, not docker; dev-mode-enabled is false, not true.',
  );
});

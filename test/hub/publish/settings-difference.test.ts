import { expect, test } from 'vitest';
import { settingsChange } from '../../../src/hub/publish/settings-difference.ts';

const present = { sha: 'x', private: true, gated: 'auto' as const };

test.each([
  ['nothing wanted', undefined, present, undefined],
  [
    'all of it so already',
    { private: true, gated: 'auto' as const, visibility: 'private' as const },
    present,
    undefined,
  ],
  [
    'one that differs',
    { private: false, gated: 'auto' as const },
    present,
    { send: { private: false }, differs: true },
  ],
  ['gating turned off', { gated: false as const }, present, { send: { gated: false }, differs: true }],
  [
    'one that cannot be read',
    { discussionsDisabled: true },
    present,
    { send: { discussionsDisabled: true }, differs: false },
  ],
  ['protected', { visibility: 'protected' as const }, present, { send: { visibility: 'protected' }, differs: false }],
  ['a new repository', { private: true }, undefined, { send: { private: true }, differs: true }],
])('%s', (_, wanted, now, expected) => {
  expect(settingsChange(wanted, now)).toEqual(expected);
});

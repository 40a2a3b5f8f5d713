import { expect, test } from 'vitest';
import { authorizationUrl } from '../../../src/membrane/cli/login.ts';

test.each([
  [
    'Open this URL to sign in:\n\n  https://console.example.com/authorize?client=1&x=2\n',
    'https://console.example.com/authorize?client=1&x=2',
  ],
  ['{"authorizationUrl":"https://example.com/login/abc"}', 'https://example.com/login/abc'],
  [
    'Update: https://example.com/changelog\nGo to https://example.com/oauth/device.',
    'https://example.com/oauth/device',
  ],
  ['Visit (https://example.com/start).', 'https://example.com/start'],
  ['http://127.0.0.1:4000/authorize', 'http://127.0.0.1:4000/authorize'],
  ['http://example.com/authorize', undefined],
  ['https://someone@example.com/authorize', undefined],
  ['Nothing to open.', undefined],
])('%j', (printed, expected) => {
  expect(authorizationUrl(printed)).toBe(expected);
});

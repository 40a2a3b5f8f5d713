import { expect, test } from 'vitest';
import { getCurrentUser } from '../../../src/hub/operations/users.ts';
import { routeOf } from './routes.ts';

test('the account of the connection', () => {
  expect(routeOf(getCurrentUser, '')[0]).toBe('GET /api/whoami-v2');
  expect(getCurrentUser.page({}, { name: 'ada' })).toBe('https://huggingface.co/ada');
  expect(getCurrentUser.page({}, {})).toBeUndefined();
});

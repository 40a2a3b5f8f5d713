import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

test('the published schemas and the page of rules are what the code says', () => {
  const root = path.resolve(import.meta.dirname, '../../..');
  const run = spawnSync(process.execPath, ['scripts/audit-docs.ts', '--check'], { cwd: root, encoding: 'utf8' });
  expect(run.stderr).not.toContain('Stale');
  expect(run.status).toBe(0);
});

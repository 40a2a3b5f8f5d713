import { readFileSync } from 'node:fs';
import path from 'node:path';
import { satisfies } from 'semver';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { checkout } from '../harness/action-metadata.ts';

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({
      version: z.string().optional(),
      integrity: z.string().optional(),
      resolved: z.string().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

const { packages } = lockFile.parse(JSON.parse(readFileSync(path.join(checkout, 'package-lock.json'), 'utf8')));

/** Looks where Node would: in the package's own folder, then in each one above. */
function isLocked(folder: string, name: string, range: string): boolean {
  const found = packages[path.posix.join(folder, 'node_modules', name)]?.version;
  if (found !== undefined) return satisfies(found, range);
  const above = folder.lastIndexOf('/node_modules/');
  return folder !== '' && isLocked(above < 0 ? '' : folder.slice(0, above), name, range);
}

// `npm install` leaves out of the lock file what the registry cannot give, and `npm ci` then refuses the lock file.
test('the lock file holds the binaries of every platform', () => {
  const missing = Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies).filter(([name, range]) => !isLocked(folder, name, range)),
  );
  expect(missing).toEqual([]);
});

test('the lock file names no registry, and the content of every package', () => {
  const installed = Object.entries(packages).filter(([folder]) => folder !== '');
  expect(installed.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  expect(installed.filter(([, { integrity }]) => integrity === undefined)).toEqual([]);
});

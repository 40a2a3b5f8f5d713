import { readFile, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import { z } from 'zod';
import { cliBinary } from './version.ts';

export interface PackageEntry {
  /** Absolute. */
  readonly entry: string;
  readonly version: string;
}

const manifestSchema = z.object({
  version: z.string().regex(/^\d+\.\d+\.\d+[0-9A-Za-z.+-]*$/),
  bin: z.union([z.string(), z.record(z.string(), z.string())]),
});

/**
 * The file that a package's own `bin` names, and the package's version.
 * @throws Error where the package names none, or one outside of itself
 */
export async function readPackageEntry(folder: string): Promise<PackageEntry> {
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
  const named = typeof manifest.bin === 'string' ? manifest.bin : binaryOf(manifest.bin);
  if (named === undefined) throw new Error(`The package has no program named ${cliBinary}.`);
  const root = await realpath(folder);
  const entry = await realpath(join(root, named));
  const inside = relative(root, entry);
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) {
    throw new Error('The package names a program outside of itself.');
  }
  return { entry, version: manifest.version };
}

function binaryOf(bin: Readonly<Record<string, string>>): string | undefined {
  if (Object.hasOwn(bin, cliBinary)) return bin[cliBinary];
  const programs = Object.values(bin);
  return programs.length === 1 ? programs[0] : undefined;
}

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWorkspaceFile, WorkspacePathError, writeWorkspaceFile } from '../../src/github/workspace-file.ts';

/** Pieces of paths that lead up, out, through links, or to nothing. */
const piece = fc.constantFrom(
  '..',
  '.',
  '',
  'in',
  'file.txt',
  'out',
  'up',
  'self',
  'secret.txt',
  '...',
  'a b',
  '\0',
  '~',
  'C:',
  'new',
);
const given = fc
  .tuple(fc.constantFrom('', '/', '//', './', '../'), fc.array(piece, { minLength: 1, maxLength: 6 }))
  .map(([start, pieces]) => `${start}${pieces.join('/')}`);

/** A workspace with links out of it, beside a file that is nobody's business. */
function place() {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'hostile-paths-')));
  const workspace = path.join(root, 'workspace');
  mkdirSync(path.join(workspace, 'in'), { recursive: true });
  mkdirSync(path.join(root, 'outside'));
  writeFileSync(path.join(root, 'outside', 'secret.txt'), 'SECRET');
  writeFileSync(path.join(workspace, 'file.txt'), 'fine');
  symlinkSync(path.join(root, 'outside'), path.join(workspace, 'out'));
  symlinkSync('..', path.join(workspace, 'in', 'up'));
  symlinkSync(workspace, path.join(workspace, 'in', 'self'));
  return { root, workspace, outside: path.join(root, 'outside') };
}

test('no path reads or writes outside of the workspace', async () => {
  const { root, workspace, outside } = place();
  try {
    await fc.assert(
      fc.asyncProperty(given, async (name) => {
        const read = await readWorkspaceFile(workspace, name).catch(onlyRefusal);
        expect(read).not.toBe('SECRET');
        await writeWorkspaceFile(workspace, name, 'ours').catch(onlyRefusal);
        expect(readdirSync(outside)).toEqual(['secret.txt']);
        expect(readFileSync(path.join(outside, 'secret.txt'), 'utf8')).toBe('SECRET');
        expect(readdirSync(root).sort()).toEqual(['outside', 'workspace']);
      }),
      { seed: 58, numRuns: 2_000 },
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}, 60_000);

/** Whatever is refused is refused in words that finish a sentence; anything else is a fault of ours. */
function onlyRefusal(error: unknown): undefined {
  if (!(error instanceof WorkspacePathError)) throw error;
  return undefined;
}

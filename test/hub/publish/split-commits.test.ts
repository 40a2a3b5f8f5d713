import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineBytes, operationLine } from '../../../src/hub/publish/commit-lines.ts';
import { splitCommits } from '../../../src/hub/publish/split-commits.ts';

const bytesOf = (size: number) => ({ kind: 'memory', bytes: Buffer.alloc(size) }) as const;

test('bytes of a line are counted without reading the file', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.nat(5000), (path, size) => {
      const file = { path, size, source: bytesOf(size) };
      const line = operationLine({ kind: 'file', file }, Buffer.alloc(size));
      expect(lineBytes({ kind: 'file', path, size })).toBe(Buffer.byteLength(line) + 1);
      const lfs = operationLine({ kind: 'lfs', file, sha256: 'f'.repeat(64) }, undefined);
      expect(lineBytes({ kind: 'lfs', path, size })).toBe(Buffer.byteLength(lfs) + 1);
      const deleted = operationLine({ kind: 'delete', path }, undefined);
      expect(lineBytes({ kind: 'delete', path, size: 0 })).toBe(Buffer.byteLength(deleted) + 1);
    }),
  );
});

const operation = fc.record({
  kind: fc.constantFrom('file' as const, 'lfs' as const, 'delete' as const),
  path: fc.string({ minLength: 1, maxLength: 20 }),
  size: fc.nat(3000),
});

test('no commit is over a limit, none is empty, and all of it is in one of them', () => {
  fc.assert(
    fc.property(
      fc.array(operation),
      fc.integer({ min: 5000, max: 20_000 }),
      fc.integer({ min: 1, max: 5 }),
      (all, bytes, files) => {
        const commits = splitCommits(all, { bytes, files });
        for (const commit of commits) {
          expect(commit.length).toBeGreaterThan(0);
          expect(commit.reduce((sum, one) => sum + lineBytes(one), 0)).toBeLessThanOrEqual(bytes);
          expect(commit.filter((one) => one.kind !== 'delete').length).toBeLessThanOrEqual(files);
        }
        expect(commits.flat()).toHaveLength(all.length);
        const kinds = commits.flat().map((one) => one.kind === 'delete');
        expect(kinds.lastIndexOf(false)).toBeLessThan(
          kinds.includes(true) ? kinds.indexOf(true) : Number.POSITIVE_INFINITY,
        );
      },
    ),
  );
});

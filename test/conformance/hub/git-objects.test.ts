import { describe, expect, test } from 'vitest';
import { blobId } from '../../sandbox/hub/store/apply-changes.ts';
import type { Commit } from '../../sandbox/hub/store/content.ts';
import { Content } from '../../sandbox/hub/store/content.ts';
import { lfsPointer } from '../../sandbox/hub/store/git-object.ts';
import { addBlob } from '../../sandbox/hub/store/new-repository.ts';

/** What git 2 gave for the same files, author and date. */
const GIT = {
  tree: '3a339150f4304af48fa5510c751bf525dbb2ea23',
  folders: { a: 'c56db693baa30afabec90b129af126bd24281ee4', 'a-dir': 'aaccc0cd0b2df09d15004bfe07e458410361cbdc' },
  commit: '47bb06d9dfa5965300f749d825c0312f4ce1a647',
};

function write(): { content: Content; commit: Commit } {
  const content = new Content();
  const texts = { 'b.txt': 'hello\n', 'a/z': 'x', 'a.txt': 'y', 'a-dir/q': 'w' };
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, addBlob(content, Buffer.from(text))]));
  const date = new Date('2026-01-15T09:00:00Z');
  return { content, commit: content.write(files, [], { title: 'Title', description: '', authors: ['ada'], date }) };
}

describe('object ids of the sandbox', () => {
  test('blobs are those of git', () => {
    expect(blobId(Buffer.from('hello\n'))).toBe('ce013625030ba8dba906f756967f9e9ca394464a');
    expect(blobId(Buffer.alloc(0))).toBe('e69de29bb2d1d6434b8b29ae775ad8c2e48c5391');
  });

  test('trees are those of git, with folders sorted as git sorts them', () => {
    const { commit } = write();
    expect(commit.folders.get('')).toBe(GIT.tree);
    expect(commit.folders.get('a')).toBe(GIT.folders.a);
    expect(commit.folders.get('a-dir')).toBe(GIT.folders['a-dir']);
  });

  test('commits are those of git', () => {
    expect(write().commit.oid).toBe(GIT.commit);
  });

  test('a pointer has the size git-lfs gives it', () => {
    expect(lfsPointer('a'.repeat(64), 1_048_576).length).toBe(132);
  });

  test('a short id resolves while it is unambiguous', () => {
    const { content, commit } = write();
    expect(content.resolve(commit.oid.slice(0, 7))?.oid).toBe(commit.oid);
    expect(content.resolve(commit.oid.slice(0, 6))).toBeUndefined();
  });
});

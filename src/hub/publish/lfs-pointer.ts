/** A pointer is below this size by the specification of Git LFS, and above that of its first line. */
const pointerBytes = { least: 100, most: 1024 } as const;
const firstLine = 'version https://git-lfs.github.com/spec/v1\n';

export function mayBePointer(size: number): boolean {
  return size >= pointerBytes.least && size < pointerBytes.most;
}

/** Whether contents are what a checkout without LFS leaves in place of a file. */
export function isPointer(contents: Buffer): boolean {
  if (!mayBePointer(contents.length)) return false;
  const text = contents.toString('latin1');
  return text.startsWith(firstLine) && /^oid sha256:[0-9a-f]{64}$/m.test(text) && /^size \d+$/m.test(text);
}

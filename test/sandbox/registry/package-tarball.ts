import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';

/** The date on every file, so that the same content is the same tarball. */
const MTIME = new Date('2026-01-01T00:00:00Z');

export interface PackageTarball {
  manifest: Record<string, unknown>;
  bytes: Buffer;
  /** 'sha512-…' */
  integrity: string;
  /** SHA-1, hex. */
  shasum: string;
}

/** Packs a package's folder as npm would, under another version and with the given additions to its manifest. */
export async function packFolder(folder: string, changes: Record<string, unknown>): Promise<PackageTarball> {
  const files = await readFiles(folder);
  const original: Record<string, unknown> = JSON.parse(String(files.get('package.json')));
  const manifest = { ...original, ...changes };
  files.set('package.json', Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  const bytes = gzipSync(await tarball(files));
  return { manifest, bytes, integrity: integrityOf(bytes), shasum: createHash('sha1').update(bytes).digest('hex') };
}

export function integrityOf(bytes: Buffer): string {
  return `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
}

async function readFiles(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, Buffer>();
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).split(sep).join('/'), await readFile(path));
  }
  return files;
}

async function tarball(files: Map<string, Buffer>): Promise<Buffer> {
  const archive = pack();
  for (const [path, content] of [...files].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const mode = path.startsWith('bin/') ? 0o755 : 0o644;
    archive.entry({ name: `package/${path}`, mode, mtime: MTIME, size: content.length }).end(content);
  }
  archive.finalize();
  return buffer(archive);
}

import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import path from 'node:path';

/** A JSON array under way, an item a line. */
export interface ItemFile {
  add(texts: readonly string[]): Promise<void>;
  finish(): Promise<string>;
  discard(): Promise<void>;
}

/** Begins a JSON array in a new private folder under the runner's temporary one: it is moved where it belongs once it is whole. */
export async function openItemFile(temporary: string): Promise<ItemFile> {
  const folder = await mkdtemp(path.join(temporary, 'membrane-hub-items-'));
  const file = path.join(folder, 'output.json');
  const handle = await open(file, 'wx', 0o644);
  let isFirst = true;
  return {
    async add(texts) {
      if (texts.length === 0) return;
      await handle.appendFile(`${isFirst ? '[\n' : ',\n'}${texts.join(',\n')}`);
      isFirst = false;
    },
    async finish() {
      await handle.appendFile(isFirst ? '[]\n' : '\n]\n');
      await handle.close();
      return file;
    },
    discard: () => discard(handle, folder),
  };
}

async function discard(handle: FileHandle, folder: string): Promise<void> {
  await handle.close().catch(() => undefined);
  await rm(folder, { recursive: true, force: true });
}

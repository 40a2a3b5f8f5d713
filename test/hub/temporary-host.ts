import { mkdtempSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Host } from '../../src/hub/host.ts';

/** A job on this machine, with a workspace of its own: no identity, no issues. */
export function temporaryHost(workspace = mkdtempSync(path.join(tmpdir(), 'membrane-test-workspace-'))): Host {
  const inside = async (given: string) => path.join(workspace, given);
  return {
    workspace,
    files: {
      readText: async (given) => readFile(await inside(given), 'utf8'),
      pathToRead: inside,
      pathToWrite: inside,
    },
    reportFolder: async () => mkdtempSync(path.join(workspace, 'report-')),
    identity: { fromFork: false },
    hubUrl: 'https://huggingface.co',
    uploadThrough: 'membrane',
    confirm: '',
    onSecret: () => undefined,
    fold: (_title, work) => work(),
    keepIssue: async () => undefined,
  };
}

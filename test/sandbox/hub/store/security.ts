import type { FileEntry } from './content.ts';
import type { Repository, SecurityLevel } from './repository.ts';

const PICKLES = /\.(pkl|pickle|pt|pth|bin|ckpt|joblib)$/;
/** Globals a pickle needs to run a command while it is loaded. */
const DANGEROUS = /(?:posix|nt|os)\n(?:system|popen)\n|builtins\n(?:eval|exec)\n|subprocess\n/;

/** Whether loading the file may run code. */
export function isPickle(path: string): boolean {
  return PICKLES.test(path);
}

/** What the scan of a file found; content that is not at hand counts as safe unless told otherwise. */
export function scanLevel(repository: Repository, path: string, file: FileEntry | undefined): SecurityLevel {
  const told = repository.facts.scans.get(path);
  if (told !== undefined) return told;
  if (!isPickle(path) || file === undefined) return 'safe';
  const buffer = repository.content.object(file)?.buffer;
  return buffer !== undefined && DANGEROUS.test(buffer.toString('latin1')) ? 'unsafe' : 'safe';
}

/** The state of one file's scans, as the expanded tree shows it. */
export function securityFileStatus(repository: Repository, path: string, file: FileEntry): unknown {
  const status = scanLevel(repository, path, file);
  const pickleImports = status === 'unsafe' ? [{ module: 'posix', name: 'system', safety: 'dangerous' }] : [];
  return {
    status,
    avScan: { status: status === 'queued' ? 'queued' : 'safe' },
    pickleImportScan: isPickle(path)
      ? { status, message: status === 'unsafe' ? 'This file has dangerous imports' : '', pickleImports }
      : { status: 'unscanned' },
  };
}

/** The summary over all files of the main branch. */
export function securityRepositoryStatus(repository: Repository): {
  scansDone: boolean;
  filesWithIssues: { path: string; level: SecurityLevel }[];
} {
  const levels = [...repository.files.keys()]
    .filter((path) => isPickle(path) || repository.facts.scans.has(path))
    .map((path) => ({ path, level: scanLevel(repository, path, repository.head?.get(path)) }));
  return {
    scansDone: !levels.some(({ level }) => level === 'queued'),
    filesWithIssues: levels.filter(({ level }) => level !== 'safe' && level !== 'queued' && level !== 'unscanned'),
  };
}

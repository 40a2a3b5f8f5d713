/** The Hub's limit for the path of a file kept by LFS; git itself has none. */
const longestPath = 1000;
/** What a git tree holds for one name. */
const longestName = 255;

/** Why the Hub, or git, refuses a file of this name, as the end of a sentence that begins with its path. */
export function repositoryPathProblem(path: string): string | undefined {
  if (path.length > longestPath) return `is longer than the ${longestPath} characters that the Hub takes.`;
  if (!path.isWellFormed() || path.includes('\uFFFD')) return 'has a name that is not valid Unicode.';
  for (const name of path.split('/')) {
    const problem = nameProblem(name);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function nameProblem(name: string): string | undefined {
  if (name === '' || name === '.' || name === '..') return "has an empty part, '.' or '..' in its path.";
  if (name.toLowerCase() === '.git') return "lies in a folder named '.git', which git does not take.";
  if (/\p{Cc}/u.test(name)) return 'has a control character in its name.';
  if (name.includes('\\')) return "has a '\\' in its name, which is a folder on Windows.";
  return Buffer.byteLength(name) > longestName ? `has a name of more than ${longestName} bytes.` : undefined;
}

/** Paths that fall together where letters' case, or how an accent is composed, does not count: Windows and macOS. */
export function collidingPaths(paths: Iterable<string>): readonly (readonly string[])[] {
  const groups = new Map<string, Set<string>>();
  for (const path of paths) {
    for (const spelled of withFolders(path)) {
      const key = foldPath(spelled);
      groups.set(key, (groups.get(key) ?? new Set()).add(spelled));
    }
  }
  return [...groups.values()].filter((group) => group.size > 1).map((group) => [...group].toSorted());
}

export function foldPath(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** `a`, `a/b` and `a/b/c` of `a/b/c`: folders collide as files do. */
function withFolders(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

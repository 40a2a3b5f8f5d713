import { INVALID_NAME_STATUS } from '../doubts.ts';
import { HubError } from '../errors.ts';

const PART = /^(?![-.])[A-Za-z0-9_.-]{1,96}(?<![-.])$/;

/** Refuses what the Hub does not allow as the name of a repository. */
export function checkRepositoryName(name: string): void {
  if (PART.test(name) && !name.includes('--') && !name.includes('..') && !name.endsWith('.git')) return;
  throw new HubError(
    INVALID_NAME_STATUS,
    `Invalid repository name: ${name}. Only letters, digits, '-', '_' and '.' are allowed; '--' and '..' are not; it cannot start or end with '-' or '.'; the length is 1 to 96.`,
  );
}

/** Refuses paths that git or a file system would not hold. */
export function checkPath(path: string): void {
  const parts = path.split('/');
  const bad = parts.some((part) => part === '' || part === '.' || part === '..' || part === '.git');
  if (!bad && !path.includes('\0') && path.length <= 1000) return;
  throw new HubError(400, `Invalid file path: ${JSON.stringify(path.slice(0, 200))}`);
}

/** Refuses names that are no branch or tag. */
export function checkReferenceName(name: string): void {
  if (name.startsWith('refs/')) throw new HubError(400, 'Invalid reference for a branch');
  const bad = /[\s~^:?*[\\\0]|\.\.|@\{|\/\/|\.lock$|^[-/.]|[/.]$/.test(name);
  if (bad || name === '' || name === 'HEAD') {
    throw new HubError(400, `Invalid reference name: ${name}`);
  }
}

import type { Commit, Content, FileEntry } from './content.ts';
import type { Discussion } from './discussion.ts';

interface Sides {
  readonly origin: Commit;
  readonly base: Commit;
  readonly head: Commit;
}

function sidesOf(content: Content, { num, pullRequest }: Discussion): Sides | undefined {
  if (pullRequest === undefined) return undefined;
  const origin = content.commits.get(pullRequest.forkedFrom);
  const base = content.resolve(`refs/heads/${pullRequest.base}`);
  const head = content.resolve(`refs/pr/${num}`);
  return origin && base && head && { origin, base, head };
}

function changedPaths(from: Commit, to: Commit): Set<string> {
  const paths = new Set([...from.files.keys(), ...to.files.keys()]);
  return new Set([...paths].filter((path) => from.files.get(path)?.oid !== to.files.get(path)?.oid));
}

/** Files that both sides changed, and not to the same content. */
export function conflictingFiles(content: Content, discussion: Discussion): string[] {
  const sides = sidesOf(content, discussion);
  if (sides === undefined) return [];
  const { origin, base, head } = sides;
  const ours = changedPaths(origin, base);
  return [...changedPaths(origin, head)].filter(
    (path) => ours.has(path) && base.files.get(path)?.oid !== head.files.get(path)?.oid,
  );
}

/** The base with the pull request's changes, when nothing conflicts. */
export function mergedFiles(
  content: Content,
  discussion: Discussion,
): { files: Map<string, FileEntry>; parents: Commit[] } | undefined {
  const sides = sidesOf(content, discussion);
  if (sides === undefined) return undefined;
  const files = new Map<string, FileEntry>(sides.base.files);
  for (const path of changedPaths(sides.origin, sides.head)) {
    const file = sides.head.files.get(path);
    if (file === undefined) files.delete(path);
    else files.set(path, file);
  }
  return { files, parents: [sides.base, sides.head] };
}

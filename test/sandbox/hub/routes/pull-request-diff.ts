import { createTwoFilesPatch } from 'diff';
import type { Commit, Content } from '../store/content.ts';
import type { Discussion } from '../store/discussion.ts';
import { lfsPointer } from '../store/git-object.ts';

/** What git would compare: the text of the file, or of its pointer. */
async function textOf(content: Content, commit: Commit, path: string): Promise<string> {
  const file = commit.files.get(path);
  if (file === undefined) return '';
  if (file.lfs !== undefined) return lfsPointer(file.lfs.sha256, file.size).toString();
  return ((await content.object(file)?.bytes()) ?? Buffer.alloc(0)).toString();
}

/** The differences between two commits in git's format. */
export async function diffOf(content: Content, from: Commit, to: Commit): Promise<string> {
  const paths = [...new Set([...from.files.keys(), ...to.files.keys()])].sort();
  const parts: string[] = [];
  for (const path of paths) {
    if (from.files.get(path)?.oid === to.files.get(path)?.oid) continue;
    const [before, after] = await Promise.all([textOf(content, from, path), textOf(content, to, path)]);
    const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after);
    parts.push(`diff --git a/${path} b/${path}\n${patch.replace(/^=+\n/, '')}`);
  }
  return parts.join('');
}

/** What a pull request changes. */
export async function pullRequestDiff(content: Content, discussion: Discussion): Promise<string> {
  const from = content.commits.get(discussion.pullRequest?.forkedFrom ?? '');
  const to = content.resolve(`refs/pr/${discussion.num}`);
  return from === undefined || to === undefined ? '' : diffOf(content, from, to);
}

import type { InputProblem } from '../../input-problem.ts';
import { get } from '../hub-request.ts';
import type { JsonObject } from '../json.ts';
import { readContents } from './file-contents.ts';
import type { LocalFile } from './files.ts';
import { frontMatterProblem, setFrontMatter } from './front-matter.ts';
import { askIfThere, type HubCalls, unreadable } from './hub-calls.ts';
import { addressOf, type Target } from './target.ts';

/** Only at the repository's root is it the card. */
export const cardPath = 'README.md';

/** Larger cards exist nowhere; one is held in memory as a whole. */
const largestCard = 5_000_000;

export type Card =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: InputProblem };

/** The card of the folder as it is, if there is one. */
export function readCard(files: readonly LocalFile[]): Card | undefined {
  const file = files.find((one) => one.path === cardPath);
  if (file === undefined) return undefined;
  if (file.size > largestCard) return refuse('is too large for a card.');
  const text = decode(readContents(file));
  if (text === undefined) return refuse('is not UTF-8 text.');
  const problem = frontMatterProblem(text);
  return problem === undefined ? { ok: true, text } : refuse(problem);
}

/** The folder's files with the card's values set, in memory; the workspace keeps its own. */
export function withCard(files: readonly LocalFile[], text: string, values: JsonObject): readonly LocalFile[] {
  const edited = setFrontMatter(text, values);
  if (edited === text) return files;
  const bytes = Buffer.from(edited, 'utf8');
  const card: LocalFile = { path: cardPath, size: bytes.length, source: { kind: 'memory', bytes } };
  return [...files.filter((file) => file.path !== cardPath), card];
}

/** The card that the repository has, for values to be set where the folder brings none. */
export async function readRemoteCard(
  hub: HubCalls,
  target: Target,
  commit: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const path = `/${addressOf(target)}/resolve/${commit}/${cardPath}`;
  const answer = await askIfThere(hub, get(path), signal);
  if (answer === undefined) return undefined;
  if (typeof answer.body !== 'string') throw unreadable("the repository's README.md");
  return answer.body;
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function refuse(message: string): Card {
  return { ok: false, problem: { name: 'input.folder', message: `its ${cardPath} ${message}` } };
}

import { z } from 'zod';
import { get, repositoryPage } from '../hub-request.ts';
import { ask, type HubCalls, unreadable } from './hub-calls.ts';
import { apiPath, type Target } from './target.ts';

export type ThreadKind = 'discussion' | 'pull_request';

/** A discussion or a pull request. */
export interface Thread {
  readonly number: number;
  readonly url: string;
}

export interface ThreadSearch {
  readonly kind: ThreadKind;
  readonly title: string;
  /** Without it only those that are open. */
  readonly closedToo?: boolean;
}

const author = z.object({ name: z.string() });
const page = z.object({
  discussions: z.array(z.object({ num: z.number(), title: z.string(), status: z.string(), author: author.optional() })),
  count: z.number(),
  start: z.number(),
});

/** Pages looked through; titles are searched for, so that few are needed. */
const mostPages = 50;

/**
 * The one of that title which the connection's own account has opened: what another account opened under the same
 * title is not ours to write to.
 */
export async function findOwnThread(
  hub: HubCalls,
  target: Target,
  { kind, title, closedToo = false }: ThreadSearch,
  signal: AbortSignal,
): Promise<Thread | undefined> {
  const found: { number: number; author: string | undefined }[] = [];
  for (let index = 0; index < mostPages; index += 1) {
    const query = { type: kind, status: closedToo ? 'all' : 'open', p: index };
    const read = page.safeParse((await ask(hub, get(`${apiPath(target)}/discussions`, query), signal)).body);
    if (!read.success) throw unreadable('the list of discussions', read.error);
    const { discussions, count, start } = read.data;
    const open = discussions.filter(
      (one) => one.title === title && (closedToo || ['open', 'draft'].includes(one.status)),
    );
    found.push(...open.map((one) => ({ number: one.num, author: one.author?.name })));
    if (discussions.length === 0 || start + discussions.length >= count) break;
  }
  if (found.length === 0) return undefined;
  const account = await readAccount(hub, signal);
  const own = found.find((one) => one.author === account);
  return (
    own && { number: own.number, url: `${repositoryPage(target.type, target.repository)}/discussions/${own.number}` }
  );
}

async function readAccount(hub: HubCalls, signal: AbortSignal): Promise<string> {
  const read = author.safeParse((await ask(hub, get('/api/whoami-v2'), signal)).body);
  if (!read.success) throw unreadable('who is signed in', read.error);
  return read.data.name;
}

export function pullRequestRevision(number: number): string {
  return `refs/pr/${number}`;
}

/** The number at the end of `…/discussions/7`. */
export function pullRequestNumber(url: string | undefined): number | undefined {
  const number = /\/discussions\/(\d+)$/.exec(url ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
}

import { z } from 'zod';
import { OperationError } from '../../errors.ts';
import type { ProxyRequest, ProxyResponse } from '../../membrane/client.ts';
import { get } from '../hub-request.ts';
import type { RemoteFile, RemoteTree } from './files.ts';
import { ask, askIfThere, type HubCalls, unreadable } from './hub-calls.ts';
import { revisionPath, type Target } from './target.ts';

/** Entries of one page when nothing else is asked for (the Hub's OpenAPI document). */
const pageEntries = 1000;
/** The Hub advises against more files than 100,000; ten times that is a server that never ends. */
const mostPages = 1000;

const entries = z.array(
  z.object({
    type: z.string(),
    path: z.string(),
    size: z.number(),
    oid: z.string(),
    lfs: z.object({ oid: z.string(), size: z.number() }).optional(),
  }),
);

/**
 * All files below a folder of a commit, folders included, page after page.
 * @param commit its full id, so that all pages are of one state
 * @param folder '' for the whole repository
 */
export async function readRemoteTree(
  hub: HubCalls,
  target: Target,
  commit: string,
  folder: string,
  signal: AbortSignal,
): Promise<RemoteTree> {
  const request = treeRequest(target, commit, folder);
  const tree = new Map<string, RemoteFile>();
  let page = await askIfThere(hub, request, signal);
  for (let count = 1; page !== undefined; count += 1) {
    const cursor = addPage(tree, page);
    if (cursor === undefined) break;
    if (count === mostPages) throw unreadable('the list of files, which does not end');
    page = await ask(hub, { ...request, query: [...(request.query ?? []), ['cursor', cursor]] }, signal);
  }
  return tree;
}

function treeRequest(target: Target, commit: string, folder: string): ProxyRequest {
  const below = folder === '' ? '' : `/${folder.split('/').map(encodeURIComponent).join('/')}`;
  return get(`${revisionPath(target, 'tree', commit)}${below}`, { recursive: true });
}

/** @returns where the next page begins */
function addPage(tree: Map<string, RemoteFile>, page: ProxyResponse): string | undefined {
  const read = entries.safeParse(page.body);
  if (!read.success) throw unreadable('the list of files', read.error);
  for (const { type, path, size, oid, lfs } of read.data) {
    if (type === 'file') tree.set(path, { path, size: lfs?.size ?? size, oid, sha256: lfs?.oid });
  }
  refuseHiddenPages(page, read.data.length);
  return nextCursor(page.headers.link);
}

/** A CLI that prints the body alone hides whether there are more pages: half a list would be taken for the whole. */
function refuseHiddenPages(page: ProxyResponse, count: number): void {
  if (Object.keys(page.headers).length > 0 || count < pageEntries) return;
  throw new OperationError('CLI_UNUSABLE', 'This version of the Membrane CLI does not tell how a long list goes on.', {
    hint: "Set 'transport: api', or use a newer version of the CLI.",
    effect: 'none',
    retryable: false,
  });
}

/** Of `<https://…?cursor=…>; rel="next"` the cursor alone: the address is the Hub's own, ours goes through the proxy. */
function nextCursor(link: string | undefined): string | undefined {
  const address = /<([^>]+)>\s*;[^,]*\brel="?next"?/.exec(link ?? '')?.[1];
  if (address === undefined || !URL.canParse(address)) return undefined;
  return new URL(address).searchParams.get('cursor') ?? undefined;
}

import { OperationError } from '../../errors.ts';
import { get, repositoryPath } from '../hub-request.ts';
import { at } from '../json.ts';
import type { RepositoryType } from '../parameter-types.ts';
import type { HubReader } from '../safe-repeat/hub-reader.ts';
import { duplicateMarker, lastLine, readMarker } from './marker.ts';

/** Which discussion is looked for: by its key, whatever its title has become. */
export interface Sought {
  readonly type: RepositoryType;
  readonly repository: string;
  readonly title: string;
  readonly pullRequest: boolean;
  readonly key: string;
  /** The connection's own account: a marker alone could be anybody's. */
  readonly account: string;
}

/** A discussion of the account, as the list has it. */
export interface ListedDiscussion {
  readonly num: number;
  readonly title: string;
}

export type DiscussionStatus = 'draft' | 'open' | 'closed' | 'merged';

/** The discussion with the key. */
export interface KeptDiscussion {
  readonly num: number;
  readonly title: string;
  readonly status: DiscussionStatus;
  /** Of the text that was said in it last. */
  readonly digest: string;
}

/** Whoever has opened more discussions in one repository is not asked further. */
const mostPages = 40;
/** Discussions read at once. */
const atOnce = 4;

/** The account behind the connection. @throws OperationError where the Hub does not tell */
export async function accountName(hub: HubReader): Promise<string> {
  const name = at(await hub.read(get('/api/whoami-v2')), ['name']);
  if (typeof name === 'string') return name;
  throw new OperationError('HUB_REJECTED', 'The Hub did not tell which account is behind the connection.', {
    hint: 'Leave `key` out, or sign the connection in again: a discussion is found again by its account and its key.',
    effect: 'none',
  });
}

/** The account's own discussions, or pull requests, in the repository; the newest first. */
export async function listOwn(sought: Sought, hub: HubReader): Promise<ListedDiscussion[]> {
  const own = new Map<number, ListedDiscussion>();
  for (let page = 0, seen = 0; page < mostPages; page += 1) {
    const query = { author: sought.account, sort: 'recently-created', p: page };
    const body = await hub.read(get(pathOf(sought), query));
    const listed = at(body, ['discussions']);
    if (!Array.isArray(listed) || listed.length === 0) break;
    for (const one of listed.flatMap((item) => readListed(item, sought))) own.set(one.num, one);
    seen += listed.length;
    if (seen >= Number(at(body, ['count']) ?? 0)) break;
  }
  return [...own.values()];
}

function readListed(item: unknown, { account, pullRequest }: Sought): ListedDiscussion[] {
  const [num, title] = [at(item, ['num']), at(item, ['title'])];
  const isOwn = at(item, ['author', 'name']) === account && (at(item, ['isPullRequest']) ?? false) === pullRequest;
  return isOwn && typeof num === 'number' && typeof title === 'string' ? [{ num, title }] : [];
}

/** Those with the key, the oldest first. Those of the same title are looked at before the others. */
export async function findKept(
  listed: readonly ListedDiscussion[],
  sought: Sought,
  hub: HubReader,
): Promise<KeptDiscussion[]> {
  const isAlike = ({ title }: ListedDiscussion) => title === sought.title.trim();
  const alike = await readAll(listed.filter(isAlike), sought, hub);
  if (alike.length > 0) return alike;
  const others = listed.filter((one) => !isAlike(one));
  for (let start = 0; start < others.length; start += atOnce) {
    const found = await readAll(others.slice(start, start + atOnce), sought, hub);
    if (found.length > 0) return found;
  }
  return [];
}

/** Those with the key among all that are given, the oldest first. */
export async function readAll(
  listed: readonly ListedDiscussion[],
  sought: Sought,
  hub: HubReader,
): Promise<KeptDiscussion[]> {
  const found: KeptDiscussion[] = [];
  for (let start = 0; start < listed.length; start += atOnce) {
    const read = listed.slice(start, start + atOnce).map(({ num }) => readKept(num, sought, hub));
    found.push(...(await Promise.all(read)).flatMap((one) => one ?? []));
  }
  return found.toSorted((one, other) => one.num - other.num);
}

/** The discussion as it is now; undefined where it is not the one with the key, or was closed as a duplicate. */
export async function readKept(num: number, sought: Sought, hub: HubReader): Promise<KeptDiscussion | undefined> {
  const body = await hub.read(get(`${pathOf(sought)}/${num}`));
  const events = at(body, ['events']);
  const [title, status] = [at(body, ['title']), readStatus(at(body, ['status']))];
  if (!Array.isArray(events) || typeof title !== 'string' || status === undefined) return undefined;
  const own = events.filter((event) => at(event, ['author', 'name']) === sought.account).flatMap(textsOf);
  if (own.some((text) => lastLine(text) === duplicateMarker)) return undefined;
  const marker = readMarker(own[0] ?? '');
  if (marker?.key !== sought.key) return undefined;
  const last = own.flatMap((text) => readMarker(text) ?? []).findLast(({ key }) => key === sought.key);
  return { num, title, status, digest: last?.digest ?? marker.digest };
}

/** What was said: a comment, or the reason of a change of status. */
function textsOf(event: unknown): string[] {
  const texts = [at(event, ['data', 'latest', 'raw']), at(event, ['data', 'reason'])];
  return texts.filter((text) => typeof text === 'string');
}

const statuses: readonly DiscussionStatus[] = ['draft', 'open', 'closed', 'merged'];

function readStatus(value: unknown): DiscussionStatus | undefined {
  return statuses.find((status) => status === value);
}

function pathOf({ type, repository }: Sought): string {
  return `${repositoryPath(type, repository)}/discussions`;
}

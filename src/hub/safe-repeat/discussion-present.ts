import { get, repositoryPage, repositoryPath, send } from '../hub-request.ts';
import { at, isRecord } from '../json.ts';
import type { RepositoryType } from '../parameter-types.ts';
import type { HubReader } from './hub-reader.ts';
import type { Present, Setting } from './repeat.ts';

interface Wishes {
  readonly type: RepositoryType;
  readonly repository: string;
  readonly title: string;
  readonly description: string;
  readonly pullRequest?: boolean | undefined;
}

/** Pages of one account's discussions; whoever opened more in one repository is not asked further. */
const mostPages = 40;

/**
 * The discussion, or the pull request, of this title that the connection's own account opened; an open one rather than
 * a closed one, and the latest.
 */
export async function presentDiscussion(params: Wishes, hub: HubReader): Promise<Present | undefined> {
  const path = `${repositoryPath(params.type, params.repository)}/discussions`;
  const author = at(await hub.read(get('/api/whoami-v2')), ['name']);
  if (typeof author !== 'string') return undefined;
  const found = await findAlike(params, path, author, hub);
  const num = at(found, ['num']);
  if (!isRecord(found) || typeof num !== 'number') return undefined;
  const url = `${repositoryPage(params.type, params.repository)}/discussions/${num}`;
  const object = { ...found, url, num, pullRequest: params.pullRequest ?? false };
  return { object, settings: () => discussionSettings(params, `${path}/${num}`, hub) };
}

async function findAlike(params: Wishes, path: string, author: string, hub: HubReader): Promise<unknown> {
  let closed: unknown;
  for (let page = 0, seen = 0; page < mostPages; page += 1) {
    const body = await hub.read(get(path, { author, p: page }));
    const listed = at(body, ['discussions']);
    if (!Array.isArray(listed) || listed.length === 0) break;
    const alike = listed.filter((one) => isAlike(one, params, author));
    const open: unknown = alike.find((one) => ['open', 'draft'].includes(String(at(one, ['status']))));
    if (open !== undefined) return open;
    closed ??= alike[0];
    seen += listed.length;
    if (seen >= Number(at(body, ['count']) ?? 0)) break;
  }
  return closed;
}

function isAlike(one: unknown, { title, pullRequest = false }: Wishes, author: string): boolean {
  const isSameKind = (at(one, ['isPullRequest']) ?? false) === pullRequest;
  return isSameKind && at(one, ['title']) === title.trim() && at(one, ['author', 'name']) === author;
}

/** The description is the text of the first comment, which its author may edit. */
async function discussionSettings({ description }: Wishes, path: string, hub: HubReader): Promise<Setting[]> {
  const events = at(await hub.read(get(path)), ['events']);
  const comment: unknown = Array.isArray(events)
    ? events.find((event) => at(event, ['type']) === 'comment')
    : undefined;
  const [id, text] = [at(comment, ['id']), at(comment, ['data', 'latest', 'raw'])];
  const now = typeof text === 'string' && plain(text) === plain(description) ? description : text;
  const mend =
    typeof id === 'string'
      ? send('POST', `${path}/comment/${encodeURIComponent(id)}/edit`, { content: description })
      : undefined;
  return [{ name: 'description', now, wanted: description, mend }];
}

function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}

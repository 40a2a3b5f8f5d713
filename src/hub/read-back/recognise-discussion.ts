import { get, repositoryPage, repositoryPath } from '../hub-request.ts';
import { at } from '../json.ts';
import type { RepositoryType } from '../parameter-types.ts';
import { absent, byAge, type Look, unclear, type Verdict } from './verdict.ts';

interface Opened {
  readonly type: RepositoryType;
  readonly repository: string;
  readonly title: string;
  readonly description: string;
  readonly pullRequest?: boolean | undefined;
}

/**
 * The Hub lets the same discussion be opened any number of times, so ours must be told from others by all it has:
 * account, title, kind, text and age. The newest come first.
 */
export async function tellOpened(params: Opened, look: Look): Promise<Verdict> {
  const path = `${repositoryPath(params.type, params.repository)}/discussions`;
  const account = await look.get(get('/api/whoami-v2'));
  const name = account.kind === 'found' ? at(account.body, ['name']) : undefined;
  if (typeof name !== 'string') return unclear('the account behind the connection is not known');
  const listed = await look.get(get(path, { sort: 'recently-created' }));
  const all = listed.kind === 'found' ? at(listed.body, ['discussions']) : undefined;
  if (!Array.isArray(all)) return unclear('the discussions cannot be listed');
  const alike = all.filter((one) => isAlike(one, params, name));
  const ages = alike.map((one) => look.age(at(one, ['createdAt'])));
  if (ages.every((age) => age === 'before')) return absent;
  const [only, ...others] = alike.filter((_, index) => ages[index] !== 'before');
  if (others.length > 0) return unclear('several discussions like it were opened in these moments');
  return tellOne(only, { ...params, path }, look);
}

function isAlike(one: unknown, { title, pullRequest }: Opened, account: string): boolean {
  const sameKind = (at(one, ['isPullRequest']) ?? false) === (pullRequest ?? false);
  return sameKind && at(one, ['title']) === title.trim() && at(one, ['author', 'name']) === account;
}

async function tellOne(one: unknown, params: Opened & { readonly path: string }, look: Look): Promise<Verdict> {
  const num = at(one, ['num']);
  if (typeof num !== 'number') return unclear('a discussion like it has no number');
  const details = await look.get(get(`${params.path}/${num}`));
  const text = details.kind === 'found' ? firstComment(details.body) : undefined;
  if (text === undefined || !isSameText(text, params.description)) {
    return unclear(`discussion ${num} has the same title and may be it`);
  }
  const url = `${repositoryPage(params.type, params.repository)}/discussions/${num}`;
  return byAge(look.age(at(one, ['createdAt'])), { url, num, pullRequest: params.pullRequest ?? false });
}

/** A discussion's description is the text of its first comment. */
function firstComment(body: unknown): string | undefined {
  const events = at(body, ['events']);
  const comment: unknown = Array.isArray(events)
    ? events.find((event) => at(event, ['type']) === 'comment')
    : undefined;
  const text = at(comment, ['data', 'latest', 'raw']);
  return typeof text === 'string' ? text : undefined;
}

/** Line ends and the space around a text are the Hub's to change. */
export function isSameText(one: string, other: string): boolean {
  const plain = (text: string) => text.replaceAll('\r\n', '\n').trim();
  return plain(one) === plain(other);
}

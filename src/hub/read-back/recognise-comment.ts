import { get } from '../hub-request.ts';
import { at } from '../json.ts';
import { isSameText } from './recognise-discussion.ts';
import { absent, byAge, type Look, unclear, type Verdict } from './verdict.ts';

/** The same words may be said twice: ours are by our account, and new. */
export async function tellCommented(text: string, discussionPath: string, look: Look): Promise<Verdict> {
  const account = await look.get(get('/api/whoami-v2'));
  const name = account.kind === 'found' ? at(account.body, ['name']) : undefined;
  const discussion = await look.get(get(discussionPath));
  const events = discussion.kind === 'found' ? at(discussion.body, ['events']) : undefined;
  if (typeof name !== 'string' || !Array.isArray(events)) return unclear('the discussion cannot be read');
  const alike = events.filter((event) => isComment(event, text, name));
  const recent = alike.filter((event) => look.age(at(event, ['createdAt'])) !== 'before');
  const [only, ...others] = recent;
  if (only === undefined) return absent;
  if (others.length > 0) return unclear('several comments like it were made in these moments');
  return byAge(look.age(at(only, ['createdAt'])), { newMessage: only });
}

function isComment(event: unknown, text: string, account: string): boolean {
  const raw = at(event, ['data', 'latest', 'raw']);
  const isOurs = at(event, ['type']) === 'comment' && at(event, ['author', 'name']) === account;
  return isOurs && typeof raw === 'string' && isSameText(raw, text);
}

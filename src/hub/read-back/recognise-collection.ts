import { get } from '../hub-request.ts';
import { at } from '../json.ts';
import { absent, byAge, type Look, unclear, type Verdict } from './verdict.ts';

/** The one changed last comes first, so one page is enough. */
const pageLength = 100;

interface Created {
  readonly title: string;
  readonly namespace: string;
}

/** A collection tells when it was changed last, which for a new one is when it was made. */
export async function tellCollected({ title, namespace }: Created, look: Look): Promise<Verdict> {
  const seen = await look.get(get('/api/collections', { owner: namespace, sort: 'lastModified', limit: pageLength }));
  if (seen.kind !== 'found' || !Array.isArray(seen.body)) return unclear('the collections cannot be listed');
  const [first, ...others] = seen.body.filter((one) => at(one, ['title']) === title);
  if (first === undefined) return absent;
  if (others.length > 0) return unclear('several collections have this title');
  return byAge(look.age(at(first, ['lastUpdated'])), first);
}

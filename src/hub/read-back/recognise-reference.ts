import type { ProxyRequest } from '../../membrane/client.ts';
import { at } from '../json.ts';
import { absent, done, type Look, unclear, type Verdict } from './verdict.ts';

/** A branch or a tag, and what a write was to make of it. */
export interface WantedReference {
  readonly list: 'branches' | 'tags';
  readonly name: string;
  /** `unclear`: it may have been there before, and only where it points to changes. */
  readonly wanted: 'there' | 'gone' | 'unclear';
}

/** A name is taken once in a repository: a reference that is there now, and refused nobody before, is this one. */
export async function tellReference(
  references: ProxyRequest,
  { list, name, wanted }: WantedReference,
  look: Look,
): Promise<Verdict> {
  const seen = await look.get(references);
  const known = seen.kind === 'found' ? at(seen.body, [list]) : undefined;
  if (!Array.isArray(known)) return unclear('the branches and tags cannot be listed');
  const found: unknown = known.find((one) => at(one, ['name']) === name);
  if (wanted === 'gone') return found === undefined ? done(null) : absent;
  if (found === undefined) return absent;
  return wanted === 'there' ? done(found) : unclear('a branch of this name is there, and may have been before');
}

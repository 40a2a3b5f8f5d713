import { get } from '../hub-request.ts';
import { at } from '../json.ts';
import { absent, done, type Look, unclear, type Verdict } from './verdict.ts';

interface Changes {
  readonly title?: string | undefined;
  readonly status?: string | undefined;
}

/** A discussion that is as it was to be was changed, by this step or by somebody who wanted the same. */
export async function tellChanged({ title, status }: Changes, path: string, look: Look): Promise<Verdict> {
  const seen = await look.get(get(path));
  if (seen.kind !== 'found') return unclear('the discussion is not there any more');
  const isNamed = title === undefined || at(seen.body, ['title']) === title.trim();
  const isInState = status === undefined || at(seen.body, ['status']) === status;
  return isNamed && isInState ? done(seen.body) : absent;
}

/** Nothing can be merged twice. */
export async function tellMerged(path: string, look: Look): Promise<Verdict> {
  const seen = await look.get(get(path));
  if (seen.kind !== 'found') return unclear('the pull request is not there any more');
  return at(seen.body, ['status']) === 'merged' ? done(seen.body) : absent;
}

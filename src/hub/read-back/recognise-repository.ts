import { get, repositoryPage, repositoryPath } from '../hub-request.ts';
import { at } from '../json.ts';
import type { RepositoryType } from '../parameter-types.ts';
import { absent, byAge, done, type Look, type Seen, unclear, type Verdict } from './verdict.ts';

interface Named {
  readonly type: RepositoryType;
  readonly repository: string;
}

interface Renamed extends Named {
  readonly toRepository: string;
}

interface Wanted {
  readonly private?: boolean | undefined;
  readonly visibility?: string | undefined;
  readonly sdk?: string | undefined;
}

/** A new repository is ours where it was made since and is as it was asked for. */
export async function tellCreated(params: Named & Wanted, look: Look): Promise<Verdict> {
  const { type, repository } = params;
  const seen = await look.get(get(repositoryPath(type, repository)));
  if (!isThere(seen, repository)) return absent;
  const { body } = seen;
  const answer = { url: repositoryPage(type, repository), name: repository, id: at(body, ['_id']) };
  const verdict = byAge(look.age(at(body, ['createdAt'])), answer);
  if (verdict.kind !== 'done' || isAsWanted(body, params)) return verdict;
  return unclear('a repository of this name was made in the same moments, with other settings');
}

/** A copy carries the day it was made, not its original's. */
export async function tellDuplicated({ type, toRepository }: Renamed & Wanted, look: Look): Promise<Verdict> {
  const seen = await look.get(get(repositoryPath(type, toRepository)));
  if (!isThere(seen, toRepository)) return absent;
  return byAge(look.age(at(seen.body, ['createdAt'])), { url: repositoryPage(type, toRepository) });
}

/** Moved where the old name leads to the new one, or to nothing, and the new one is there. */
export async function tellMoved({ type, repository, toRepository }: Renamed, look: Look): Promise<Verdict> {
  const target = await look.get(get(repositoryPath(type, toRepository)));
  const source = await look.get(get(repositoryPath(type, repository)));
  const isAtTarget = isThere(target, toRepository);
  const isAtSource = isThere(source, repository);
  if (isAtTarget && !isAtSource) return done(null);
  if (isAtSource) return isAtTarget ? unclear('both names are taken') : absent;
  return unclear('there is a repository under neither name');
}

export async function tellDeleted({ type, repository }: Named, look: Look): Promise<Verdict> {
  const seen = await look.get(get(repositoryPath(type, repository)));
  return isThere(seen, repository) ? absent : done(null);
}

/** An address that leads to another name is not this repository; names are compared as the Hub does, without case. */
function isThere(seen: Seen, name: string): seen is Extract<Seen, { kind: 'found' }> {
  if (seen.kind !== 'found') return false;
  const id = at(seen.body, ['id']);
  return typeof id !== 'string' || id.toLowerCase() === name.toLowerCase();
}

/** Of the settings, those that reading a repository shows. */
export function isAsWanted(body: unknown, { private: flag, visibility, sdk }: Wanted): boolean {
  const isPrivate = at(body, ['private']);
  const wanted = visibility === undefined || visibility === 'protected' ? flag : visibility === 'private';
  if (wanted !== undefined && typeof isPrivate === 'boolean' && isPrivate !== wanted) return false;
  const shown = at(body, ['sdk']);
  return sdk === undefined || typeof shown !== 'string' || shown === sdk;
}

import { get, repositoryPath } from '../hub-request.ts';
import { ownProperty } from '../json.ts';
import type { RepositoryType } from '../parameter-types.ts';
import { isAsWanted } from './recognise-repository.ts';
import { absent, done, type Look, unclear, type Verdict } from './verdict.ts';

interface Settings {
  readonly repository: string;
  readonly private?: boolean | undefined;
  readonly visibility?: string | undefined;
  readonly gated?: string | false | undefined;
}

/**
 * Settings are in force where the repository shows all of them. Those that reading it does not show say nothing, and
 * setting them again changes nothing more.
 */
export async function tellUpdated(
  { repository, ...settings }: Settings,
  look: Look,
  type: RepositoryType = 'model',
): Promise<Verdict> {
  const seen = await look.get(get(repositoryPath(type, repository)));
  if (seen.kind !== 'found') return unclear(`the ${type} is not at ${repository} any more`);
  const { gated } = settings;
  const shown = ownProperty(seen.body, 'gated');
  const isGatedAsWanted = gated === undefined || shown === undefined || shown === gated;
  if (!isAsWanted(seen.body, settings) || !isGatedAsWanted) return absent;
  return showsAll(settings, shown) ? done(settings) : absent;
}

function showsAll(settings: object, gated: unknown): boolean {
  const shown = new Set(['private', 'visibility', ...(gated === undefined ? [] : ['gated'])]);
  // What is protected and what is not looks alike here.
  if (ownProperty(settings, 'visibility') === 'protected') shown.delete('visibility');
  return Object.entries(settings).every(([name, value]) => value === undefined || shown.has(name));
}

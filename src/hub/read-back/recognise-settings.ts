import { get, repositoryPath } from '../hub-request.ts';
import { ownProperty } from '../json.ts';
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
export async function tellUpdated({ repository, ...settings }: Settings, look: Look): Promise<Verdict> {
  const seen = await look.get(get(repositoryPath('model', repository)));
  if (seen.kind !== 'found') return unclear(`the model is not at ${repository} any more`);
  const { gated } = settings;
  const shown = ownProperty(seen.body, 'gated');
  const isGatedAsWanted = gated === undefined || shown === undefined || shown === gated;
  if (!isAsWanted(seen.body, settings) || !isGatedAsWanted) return absent;
  return showsAll(settings, shown) ? done(settings) : absent;
}

function showsAll(settings: object, gated: unknown): boolean {
  const shown = new Set(['private', 'visibility', ...(gated === undefined ? [] : ['gated'])]);
  return Object.entries(settings).every(([name, value]) => value === undefined || shown.has(name));
}

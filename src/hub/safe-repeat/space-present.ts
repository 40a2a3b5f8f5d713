import { OperationError } from '../../errors.ts';
import { get, repositoryPath } from '../hub-request.ts';
import { at, isRecord } from '../json.ts';
import type { HubReader } from './hub-reader.ts';
import type { Present } from './repeat.ts';
import { repositoryRequest } from './repository-present.ts';
import { hardwareSettings, spaceSettings } from './space-settings.ts';

interface Space {
  readonly repository: string;
}

interface Keyed extends Space {
  readonly key: string;
  readonly value: string;
  readonly description?: string | undefined;
}

const pathOf = ({ repository }: Space) => repositoryPath('space', repository);
const readRuntime = (space: Space, hub: HubReader) => hub.read(get(`${pathOf(space)}/runtime`));

/** Whether a Space rests already. */
export async function presentPause(space: Space, hub: HubReader): Promise<Present | undefined> {
  const runtime = await readRuntime(space, hub);
  if (runtime === undefined) return undefined;
  const stage = { name: 'stage', now: at(runtime, ['stage']), wanted: 'PAUSED' };
  return { object: runtime, settings: async () => [stage] };
}

export async function presentHardware(
  wishes: Space & { readonly hardware: string; readonly sleepTimeSeconds?: number | undefined },
  hub: HubReader,
): Promise<Present | undefined> {
  const runtime = await readRuntime(wishes, hub);
  if (runtime === undefined) return undefined;
  return { object: runtime, settings: async () => hardwareSettings(wishes, pathOf(wishes), runtime) };
}

export async function presentVariable(wishes: Keyed, hub: HubReader): Promise<Present | undefined> {
  const { key, value, description } = wishes;
  const path = pathOf(wishes);
  const variables = await hub.read(get(`${path}/variables`));
  if (variables === undefined) return undefined;
  const reader = { read: async () => variables };
  const asked = { variables: [{ key, value, description }] };
  return { object: variables, settings: () => spaceSettings(asked, { path, body: {} }, reader) };
}

/** That a secret is there can be read by some, not what it is: so it is always set. */
export async function presentSecret(wishes: Keyed, hub: HubReader): Promise<Present | undefined> {
  const space = await hub.read(repositoryRequest('space', wishes.repository));
  if (space === undefined) return undefined;
  const known = await readSecrets(wishes, hub);
  const now = isRecord(known) && !Object.hasOwn(known, wishes.key) ? null : undefined;
  const setting = { name: `secrets.${wishes.key}`, now, wanted: wishes.value, secret: true };
  return { object: space, settings: async () => [setting] };
}

/** Only who may write to a Space may see the names of its secrets. */
async function readSecrets(space: Space, hub: HubReader): Promise<unknown> {
  try {
    return await hub.read(get(`${pathOf(space)}/secrets`));
  } catch (error) {
    if (error instanceof OperationError && error.code === 'HUB_FORBIDDEN') return undefined;
    throw error;
  }
}

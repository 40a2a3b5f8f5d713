import { isDeepStrictEqual } from 'node:util';
import { get, send } from '../hub-request.ts';
import { at, isRecord, ownProperty } from '../json.ts';
import type { HubReader } from './hub-reader.ts';
import type { Setting } from './repeat.ts';

interface Keyed {
  readonly key: string;
  readonly value: string;
  readonly description?: string | undefined;
}

interface Volume {
  readonly mountPath: string;
}

/** What a Space can be asked to be. */
export interface SpaceWishes {
  readonly sdk?: string | undefined;
  readonly sdkVersion?: string | undefined;
  readonly shortDescription?: string | undefined;
  readonly hardware?: string | undefined;
  readonly sleepTimeSeconds?: number | undefined;
  readonly devModeEnabled?: boolean | undefined;
  readonly secrets?: readonly Keyed[] | undefined;
  readonly variables?: readonly Keyed[] | undefined;
  readonly volumes?: readonly Volume[] | undefined;
}

/** The Space's place in the API, and what reading it answered. */
interface Place {
  readonly path: string;
  readonly body: unknown;
}

/** Sleeps after 48 hours, whatever is asked for (Hub documentation, Spaces: sleep time). */
const freeHardware = 'cpu-basic';

export async function spaceSettings(wishes: SpaceWishes, place: Place, hub: HubReader): Promise<readonly Setting[]> {
  return [
    ...hardwareSettings(wishes, place.path, at(place.body, ['runtime'])),
    ...(await variableSettings(wishes.variables ?? [], place, hub)),
    ...(wishes.secrets ?? []).map((secret) => secretSetting(secret, place)),
    ...volumeSettings(wishes.volumes, place),
    ...(wishes.devModeEnabled === undefined
      ? []
      : [{ name: 'devModeEnabled', now: at(place.body, ['runtime', 'devMode']), wanted: wishes.devModeEnabled }]),
  ];
}

/** @param runtime what the Hub tells of the Space's run */
export function hardwareSettings(
  { hardware, sleepTimeSeconds }: Pick<SpaceWishes, 'hardware' | 'sleepTimeSeconds'>,
  path: string,
  runtime: unknown,
): Setting[] {
  const now = at(runtime, ['hardware', 'requested']) ?? at(runtime, ['hardware', 'current']) ?? undefined;
  // The Hub has two names for it, and answers with the older one.
  const wanted = hardware === 'zerogpu' && now === 'zero-a10g' ? now : hardware;
  const sleeps = (hardware ?? now) !== freeHardware;
  const asked = { flavor: hardware, sleepTimeSeconds: sleeps ? sleepTimeSeconds : undefined };
  return [
    ...(wanted === undefined ? [] : [{ name: 'hardware', now, wanted, mend: send('POST', `${path}/hardware`, asked) }]),
    ...(sleepTimeSeconds === undefined || !sleeps
      ? []
      : [
          {
            name: 'sleepTimeSeconds',
            now: sleepTime(runtime),
            wanted: sleepTimeSeconds,
            mend: send('POST', `${path}/sleeptime`, { seconds: sleepTimeSeconds }),
          },
        ]),
  ];
}

/** Seconds; -1 for never, which the Hub tells as `null`. */
function sleepTime(runtime: unknown): unknown {
  const told = ownProperty(runtime, 'gcTimeout');
  return told === null ? -1 : told;
}

async function variableSettings(variables: readonly Keyed[], { path }: Place, hub: HubReader): Promise<Setting[]> {
  if (variables.length === 0) return [];
  const known = await hub.read(get(`${path}/variables`));
  return variables.map(({ key, value, description }) => ({
    name: `variables.${key}`,
    now: isRecord(known) ? keyedNow(ownProperty(known, key), description !== undefined) : undefined,
    wanted: description === undefined ? value : { value, description },
    mend: send('POST', `${path}/variables`, { key, value, description }),
  }));
}

function keyedNow(told: unknown, withDescription: boolean): unknown {
  const value = ownProperty(told, 'value') ?? null;
  return withDescription && value !== null ? { value, description: ownProperty(told, 'description') } : value;
}

/** Nobody can read a secret again, so whether it differs is never known. */
function secretSetting({ key, value, description }: Keyed, { path }: Place): Setting {
  const mend = { ...send('POST', `${path}/secrets`, { key, value, description }), confidential: true };
  return { name: `secrets.${key}`, now: undefined, wanted: value, mend, secret: true };
}

/** What is mounted is set as a whole; the Hub may tell more of a volume than was asked for. */
function volumeSettings(wanted: readonly Volume[] | undefined, { path, body }: Place): Setting[] {
  if (wanted === undefined) return [];
  const told = at(body, ['runtime', 'volumes']) ?? [];
  const now = Array.isArray(told) ? told : [];
  const isSame = now.length === wanted.length && wanted.every((volume) => now.some((other) => holds(other, volume)));
  return [
    { name: 'volumes', now: isSame ? wanted : now, wanted, mend: send('PUT', `${path}/volumes`, { volumes: wanted }) },
  ];
}

function holds(told: unknown, wanted: Volume): boolean {
  return Object.entries(wanted).every(([name, value]) => isDeepStrictEqual(ownProperty(told, name), value));
}

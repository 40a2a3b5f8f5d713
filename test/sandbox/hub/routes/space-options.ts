import * as z from 'zod';
import type { SpaceState } from '../store/space-state.ts';

const keyed = z.array(z.object({ key: z.string(), value: z.string(), description: z.string().optional() }));

/** What a Space may be created or duplicated with. */
export const spaceOptions = {
  hardware: z.string().nullish(),
  sleepTimeSeconds: z.number().int().min(-1).nullish(),
  secrets: keyed.nullish(),
  variables: keyed.nullish(),
  volumes: z.array(z.unknown()).nullish(),
  devModeEnabled: z.boolean().nullish(),
};

const shape = z.object(spaceOptions);

/** Puts the options of a creation or duplication into effect. */
export function applySpaceOptions(space: SpaceState, options: z.infer<typeof shape>, now: Date): void {
  if (options.hardware != null && options.hardware !== '') {
    const flavor = options.hardware === 'zerogpu' ? 'zero-a10g' : options.hardware;
    space.requestHardware(flavor, options.sleepTimeSeconds ?? undefined);
  }
  for (const { key, value, description } of options.secrets ?? []) {
    space.secrets.set(key, { value, description, updatedAt: now });
  }
  for (const { key, value, description } of options.variables ?? []) {
    space.variables.set(key, { value, description, updatedAt: now });
  }
  if (options.volumes != null) space.volumes = [...options.volumes];
  if (options.devModeEnabled != null) space.devMode = options.devModeEnabled;
}

import * as z from 'zod';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import type { Reply } from '../reply.ts';
import { json } from '../reply.ts';
import type { Route } from '../router.ts';
import type { SpaceSetting, SpaceState } from '../store/space-state.ts';
import { HARDWARE } from '../store/space-state.ts';

function writableSpace(context: Context): SpaceState {
  return context.writableRepository().space;
}

function note(context: Context, what: string): void {
  context.effect(`${what} space ${context.parameter('space')}`);
}

function runtime(context: Context): Reply {
  return json(context.repository().space.runtime());
}

const hardwareRequest = z.object({ flavor: z.string(), sleepTimeSeconds: z.number().int().nullish() });

async function hardware(context: Context): Promise<Reply> {
  const space = writableSpace(context);
  const { flavor, sleepTimeSeconds } = await context.json(hardwareRequest);
  space.requestHardware(flavor, sleepTimeSeconds ?? undefined);
  note(context, `request-hardware-${flavor}`);
  return json(space.runtime());
}

const sleepRequest = z.object({ seconds: z.number().int().min(-1) });

async function sleepTime(context: Context): Promise<Reply> {
  const space = writableSpace(context);
  const { seconds } = await context.json(sleepRequest);
  space.sleepTimeSeconds = seconds;
  note(context, 'set-sleep-time');
  return json(space.runtime());
}

function pause(context: Context): Reply {
  const space = writableSpace(context);
  space.stage = 'PAUSED';
  note(context, 'pause');
  return json(space.runtime());
}

function restart(context: Context): Reply {
  const space = writableSpace(context);
  space.stage = 'RUNNING';
  note(context, context.flag('factory') ? 'factory-reboot' : 'restart');
  return json(space.runtime());
}

const devModeRequest = z.object({ enabled: z.boolean() });

async function devMode(context: Context): Promise<Reply> {
  const space = writableSpace(context);
  space.devMode = (await context.json(devModeRequest)).enabled;
  note(context, 'set-dev-mode');
  return json(space.runtime());
}

const settingRequest = z.object({
  key: z.string().regex(/^[a-zA-Z][_a-zA-Z0-9]*$/),
  value: z.string().default(''),
  description: z.string().optional(),
});
const settingName = z.object({ key: z.string() });

function describeSettings(settings: ReadonlyMap<string, SpaceSetting>, withValues: boolean) {
  return Object.fromEntries(
    [...settings].map(([key, { value, description, updatedAt }]) => [
      key,
      { ...(withValues ? { value } : { key }), ...(description !== undefined && { description }), updatedAt },
    ]),
  );
}

function listSecrets(context: Context): Reply {
  return json(describeSettings(writableSpace(context).secrets, false));
}

async function setSecret(context: Context): Promise<Reply> {
  const space = writableSpace(context);
  const { key, value, description } = await context.json(settingRequest);
  space.secrets.set(key, { value, description, updatedAt: context.store.now() });
  note(context, `set-secret-${key}`);
  return json({});
}

async function deleteSecret(context: Context): Promise<Reply> {
  const space = writableSpace(context);
  const { key } = await context.json(settingName);
  if (space.secrets.delete(key)) note(context, `delete-secret-${key}`);
  return json({});
}

function listVariables(context: Context): Reply {
  return json(describeSettings(context.repository().space.variables, true));
}

async function setVariable(context: Context): Promise<Reply> {
  const space = writableSpace(context);
  const { key, value, description } = await context.json(settingRequest);
  space.variables.set(key, { value, description, updatedAt: context.store.now() });
  note(context, `set-variable-${key}`);
  return json(describeSettings(space.variables, true));
}

async function deleteVariable(context: Context): Promise<Reply> {
  const space = writableSpace(context);
  const { key } = await context.json(settingName);
  if (space.variables.delete(key)) note(context, `delete-variable-${key}`);
  return json(describeSettings(space.variables, true));
}

const volumesRequest = z.object({ volumes: z.array(z.unknown()).min(1) });

async function setVolumes(context: Context): Promise<Reply> {
  const space = writableSpace(context);
  space.volumes = (await context.json(volumesRequest)).volumes;
  note(context, 'set-volumes');
  return json(space.runtime());
}

function deleteVolumes(context: Context): Reply {
  const space = writableSpace(context);
  space.volumes = [];
  note(context, 'delete-volumes');
  return json(space.runtime());
}

function listHardware(): Reply {
  return json(
    HARDWARE.map(({ name, prettyName, cpu, ram, accelerator, centsPerHour }) => ({
      name,
      prettyName,
      cpu,
      ram,
      accelerator: accelerator === null ? null : { type: 'gpu', model: accelerator, quantity: '1', vram: '16 GB' },
      unitCostMicroUSD: Math.round((centsPerHour * 10_000) / 60),
      unitCostUSD: centsPerHour / 6000,
      unitLabel: 'minute',
    })),
  );
}

function listTemplates(): Reply {
  return json({ templates: [] });
}

function noLogs(): Reply {
  throw notFound('The sandbox runs no Spaces and has no logs');
}

export const spaceRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/api/spaces/hardware', handle: listHardware },
  { method: 'GET', pattern: '/api/spaces/templates', handle: listTemplates },
  { method: 'GET', pattern: '/api/spaces/:space/runtime', handle: runtime },
  { method: 'POST', pattern: '/api/spaces/:space/hardware', handle: hardware },
  { method: 'POST', pattern: '/api/spaces/:space/sleeptime', handle: sleepTime },
  { method: 'POST', pattern: '/api/spaces/:space/pause', handle: pause },
  { method: 'POST', pattern: '/api/spaces/:space/restart', handle: restart },
  { method: 'POST', pattern: '/api/spaces/:space/dev-mode', handle: devMode },
  { method: 'GET', pattern: '/api/spaces/:space/secrets', handle: listSecrets },
  { method: 'POST', pattern: '/api/spaces/:space/secrets', handle: setSecret },
  { method: 'DELETE', pattern: '/api/spaces/:space/secrets', handle: deleteSecret },
  { method: 'GET', pattern: '/api/spaces/:space/variables', handle: listVariables },
  { method: 'POST', pattern: '/api/spaces/:space/variables', handle: setVariable },
  { method: 'DELETE', pattern: '/api/spaces/:space/variables', handle: deleteVariable },
  { method: 'PUT', pattern: '/api/spaces/:space/volumes', handle: setVolumes },
  { method: 'DELETE', pattern: '/api/spaces/:space/volumes', handle: deleteVolumes },
  { method: 'GET', pattern: '/api/spaces/:space/logs/:type', handle: noLogs },
];

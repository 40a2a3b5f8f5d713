import { z } from 'zod';
import { get, query, repositoryPage, repositoryPath, send } from '../hub-request.ts';
import { at } from '../json.ts';
import { defineOperation } from '../operation.ts';
import { repository } from '../parameter-types.ts';
import { parameter } from '../parameters.ts';
import { absent, done, type Look, unclear, type Verdict } from '../read-back/verdict.ts';
import { presentHardware, presentPause } from '../safe-repeat/space-present.ts';
import { spaceHardware } from '../space-parameters.ts';

const family = 'Spaces';

interface Space {
  readonly repository: string;
}

const space = () => repository('The Space, `namespace/name`.', 'space');
const pathOf = ({ repository: name }: Space) => repositoryPath('space', name);
const pageOf = ({ repository: name }: Space) => repositoryPage('space', name);
const settingsPage = (named: Space) => `${pageOf(named)}/settings`;
const readRuntime = (named: Space) => get(`${pathOf(named)}/runtime`);

export const restartSpace = defineOperation({
  key: 'restart-space',
  title: 'Restart a Space',
  description: 'Starts a Space again, also one that is paused; `factory-reboot` builds it anew, without its cache.',
  family,
  effect: 'write',
  intent: 'restart a Space on the Hugging Face Hub',
  parameters: z.object({
    repository: space(),
    factoryReboot: parameter(z.boolean().optional(), '`true` builds it from nothing.', {
      aliases: ['factory', 'rebuild', 'factoryRebuild'],
    }),
  }),
  done: 'Restarted',
  describe: ({ repository: name }) => `Space ${name}`,
  route: ({ factoryReboot, ...named }) => ({
    method: 'POST',
    path: `${pathOf(named)}/restart`,
    query: query({ factory: factoryReboot ? 'true' : undefined }),
  }),
  page: pageOf,
  current: readRuntime,
});

export const pauseSpace = defineOperation({
  key: 'pause-space',
  title: 'Pause a Space',
  description: 'Stops a Space, and its costs, until somebody restarts it.',
  family,
  effect: 'write',
  intent: 'pause a Space on the Hugging Face Hub',
  parameters: z.object({ repository: space() }),
  done: 'Paused',
  describe: ({ repository: name }) => `Space ${name}`,
  route: (named) => ({ method: 'POST', path: `${pathOf(named)}/pause` }),
  page: pageOf,
  current: readRuntime,
  repeat: { kind: 'change', unique: false, present: presentPause },
  recognise: {
    safeTwice: true,
    where: pageOf,
    tell: (named, look) => tellRuntime(named, (runtime) => at(runtime, ['stage']) === 'PAUSED', look),
  },
});

export const setSpaceHardware = defineOperation({
  key: 'set-space-hardware',
  title: "Set a Space's hardware",
  description: 'Moves a Space to other hardware, which may cost money, and restarts it there.',
  family,
  effect: 'write',
  intent: 'set (upgrade) the hardware of a Space on the Hugging Face Hub',
  parameters: z.object({
    repository: space(),
    hardware: parameter(z.enum(spaceHardware), 'What it runs on.', {
      aliases: ['flavor', 'spaceHardware', 'hardwareFlavor'],
    }),
    sleepTimeSeconds: parameter(
      z.int().min(-1).optional(),
      'Seconds without a visitor before it sleeps; -1 for never, which is what paid hardware does without it.',
      { aliases: ['sleepTime', 'spaceSleepTime', 'gcTimeout'] },
    ),
  }),
  done: 'Requested',
  describe: ({ repository: name, hardware }) => `hardware ${hardware} for Space ${name}`,
  route: ({ hardware, sleepTimeSeconds, ...named }) =>
    send('POST', `${pathOf(named)}/hardware`, { flavor: hardware, sleepTimeSeconds }),
  page: settingsPage,
  current: readRuntime,
  repeat: { kind: 'change', unique: false, whole: true, present: presentHardware },
  recognise: {
    safeTwice: true,
    where: settingsPage,
    tell: ({ hardware, sleepTimeSeconds, ...named }, look) =>
      tellRuntime(named, (runtime) => isOn(runtime, hardware, sleepTimeSeconds), look),
  },
});

async function tellRuntime(named: Space, isAsWanted: (runtime: unknown) => boolean, look: Look): Promise<Verdict> {
  const seen = await look.get(readRuntime(named));
  if (seen.kind !== 'found') return unclear('the Space is not there any more');
  return isAsWanted(seen.body) ? done(seen.body) : absent;
}

/** `gcTimeout` is the sleep time, and missing or null where it never sleeps. */
function isOn(runtime: unknown, hardware: string, sleepTimeSeconds: number | undefined): boolean {
  const sleeps = at(runtime, ['gcTimeout']) ?? -1;
  const requested = at(runtime, ['hardware', 'requested']);
  return requested === hardware && (sleepTimeSeconds === undefined || sleeps === sleepTimeSeconds);
}

import { OperationError } from '../../errors.ts';
import { send } from '../hub-request.ts';
import { splitRepository } from '../repository-name.ts';
import type { PublishContext } from './context.ts';
import { change } from './hub-calls.ts';
import type { PublishParameters } from './parameters.ts';
import { readState } from './repository-state.ts';
import { apiPath, revisionPath, type Target } from './target.ts';

/** The Hub makes one repository of an account at a time; a second call meanwhile is told to come again. */
const busyWaitMs = 2000;
const busyRounds = 5;

/** Creates the repository, unless somebody else has meanwhile: then that one is published to. */
export async function createRepository(
  parameters: PublishParameters,
  target: Target,
  context: PublishContext,
): Promise<void> {
  for (let round = 1; ; round += 1) {
    try {
      await change(context.hub, creation(parameters), context.signal);
      return context.log.info(`Created ${target.type} ${target.repository}.`);
    } catch (error) {
      if (!mayExist(error)) throw error;
      const state = await readState(context.hub, { ...target, revision: 'main' }, context.signal);
      if (state.kind !== 'missing') return;
      if (round === busyRounds) throw error;
      await context.runtime.sleep(busyWaitMs, context.signal);
    }
  }
}

function mayExist(error: unknown): boolean {
  return error instanceof OperationError && (error.details.status === 409 || error.details.effect === 'unknown');
}

function creation(parameters: PublishParameters) {
  const { repository, type, visibility, region, resourceGroupId, sdk, sdkVersion, hardware } = parameters;
  const { namespace, name } = splitRepository(repository);
  return send('POST', '/api/repos/create', {
    name,
    organization: namespace,
    type,
    visibility,
    private: parameters.private,
    region,
    resourceGroupId,
    sdk,
    sdkVersion,
    hardware,
  });
}

/** Makes the branch off the head of `main`. */
export async function createBranch(target: Target, context: PublishContext): Promise<void> {
  try {
    await change(context.hub, send('POST', revisionPath(target, 'branch'), { startingPoint: 'main' }), context.signal);
  } catch (error) {
    if (!mayExist(error)) throw error;
    const state = await readState(context.hub, target, context.signal);
    if (state.kind !== 'ready') throw error;
  }
  context.log.info(`Created the branch ${target.revision}.`);
}

export async function putSettings(
  settings: Readonly<Record<string, string | boolean>>,
  target: Target,
  context: PublishContext,
): Promise<void> {
  await change(context.hub, send('PUT', `${apiPath(target)}/settings`, settings), context.signal);
  context.log.info(`Brought the settings in line: ${Object.keys(settings).join(', ')}.`);
}

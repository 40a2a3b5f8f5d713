import { OperationError } from '../../errors.ts';
import { get, repositoryPath } from '../hub-request.ts';
import { at } from '../json.ts';
import type { RepositoryType } from '../parameter-types.ts';
import type { HubReader } from './hub-reader.ts';
import type { Present, Setting } from './repeat.ts';
import { repositoryRequest, visibilitySettings } from './repository-present.ts';

interface Wishes {
  readonly repository: string;
  readonly private?: boolean | undefined;
  readonly visibility?: string | undefined;
  readonly discussionsDisabled?: boolean | undefined;
  readonly [setting: string]: unknown;
}

/** The settings of a repository, as far as the Hub tells them: what it does not tell is sent again. */
export function presentSettings(type: RepositoryType) {
  return async (params: Wishes, hub: HubReader): Promise<Present | undefined> => {
    const body = await hub.read(repositoryRequest(type, params.repository));
    if (body === undefined) return undefined;
    return { object: body, settings: () => compare(type, params, body, hub) };
  };
}

async function compare(type: RepositoryType, params: Wishes, body: unknown, hub: HubReader): Promise<Setting[]> {
  const { repository, private: flag, visibility, ...others } = params;
  const path = repositoryPath(type, repository);
  const told: Record<string, unknown> = { gated: at(body, ['gated']) };
  if (others.discussionsDisabled !== undefined) told.discussionsDisabled = await areDiscussionsOff(path, hub);
  const rest = Object.entries(others).filter(([, wanted]) => wanted !== undefined);
  return [
    ...visibilitySettings({ private: flag, visibility }, body, `${path}/settings`),
    ...rest.map(([name, wanted]) => ({ name, now: told[name], wanted })),
  ];
}

/** The Hub has no other way to say that discussions are off; a 403 for want of rights says something else. */
async function areDiscussionsOff(path: string, hub: HubReader): Promise<boolean | undefined> {
  try {
    return (await hub.read(get(`${path}/discussions`, { status: 'open' }))) === undefined ? undefined : false;
  } catch (error) {
    if (!(error instanceof OperationError) || error.code !== 'HUB_FORBIDDEN') throw error;
    return /discussions?\b.*\bdisabled/i.test(error.message) ? true : undefined;
  }
}

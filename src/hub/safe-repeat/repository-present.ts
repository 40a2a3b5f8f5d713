import { OperationError } from '../../errors.ts';
import type { ProxyRequest } from '../../membrane/client.ts';
import { get, repositoryPage, repositoryPath, send } from '../hub-request.ts';
import { at, isRecord } from '../json.ts';
import type { RepositoryType } from '../parameter-types.ts';
import type { HubReader } from './hub-reader.ts';
import type { Present, Setting } from './repeat.ts';
import { type SpaceWishes, spaceSettings } from './space-settings.ts';

interface Named {
  readonly type: RepositoryType;
  readonly repository: string;
}

interface Renamed extends Named {
  readonly toRepository: string;
}

interface Wishes extends SpaceWishes {
  readonly private?: boolean | undefined;
  readonly visibility?: string | undefined;
  readonly resourceGroupId?: string | undefined;
  readonly region?: string | undefined;
  readonly license?: string | undefined;
  readonly licenseName?: string | undefined;
  readonly licenseLink?: string | undefined;
}

/** What a Space tells that others do not, and the other way round (names of huggingface_hub, hf_api.py). */
const expanded = {
  model: ['gated'],
  dataset: ['gated'],
  space: ['sdk', 'runtime', 'region'],
} as const;
const expandedOfAll = ['createdAt', 'lastModified', 'sha', 'private', 'disabled', 'cardData', 'resourceGroup'];

/** Reads a repository without its list of files, which may be long. */
export function repositoryRequest(type: RepositoryType, repository: string): ProxyRequest {
  return get(repositoryPath(type, repository), { expand: [...expandedOfAll, ...expanded[type]] });
}

/** The repository under this very name: models, datasets and Spaces have names of their own on the Hub. */
export async function presentRepository(params: Named & Wishes, hub: HubReader): Promise<Present | undefined> {
  const { type, repository } = params;
  const body = await readRepository(params, hub);
  if (body === undefined) return undefined;
  const answer = { url: repositoryPage(type, repository), name: repository, id: at(body, ['_id']) };
  return { object: { ...body, ...answer }, settings: () => creationSettings(params, body, hub) };
}

/** The copy, where something has its name already. */
export function presentCopy(params: Renamed & Wishes, hub: HubReader): Promise<Present | undefined> {
  return presentRepository({ ...params, repository: params.toRepository }, hub);
}

/** Moved already: the new name is taken and the old one leads nowhere, or to the new one. */
export async function presentMoved(params: Renamed, hub: HubReader): Promise<Present | undefined> {
  const { type, repository, toRepository } = params;
  const target = await presentRepository({ type, repository: toRepository }, hub);
  if (target === undefined) return undefined;
  const source = await readRepository({ type, repository }, hub);
  if (source !== undefined) throw nameTaken(type, toRepository);
  return { object: target.object, settings: async () => [] };
}

function nameTaken(type: RepositoryType, name: string): OperationError {
  return new OperationError('HUB_CONFLICT', `Another ${type} is called ${name} already.`, {
    hint: 'Choose another name for `to-repository`, or move or delete what has it.',
    effect: 'none',
    retryable: false,
  });
}

/** An old name may lead to a repository of another name: that is not it. The Hub compares names without case. */
async function readRepository({ type, repository }: Named, hub: HubReader) {
  const body = await hub.read(repositoryRequest(type, repository));
  if (!isRecord(body)) return undefined;
  const id = at(body, ['id']);
  return typeof id !== 'string' || id.toLowerCase() === repository.toLowerCase() ? body : undefined;
}

async function creationSettings(params: Named & Wishes, body: unknown, hub: HubReader): Promise<readonly Setting[]> {
  const path = repositoryPath(params.type, params.repository);
  const { resourceGroupId } = params;
  const group: Setting[] =
    resourceGroupId === undefined
      ? []
      : [
          {
            name: 'resourceGroupId',
            now: at(body, ['resourceGroup', 'id']) ?? null,
            wanted: resourceGroupId,
            mend: send('POST', `${path}/resource-group`, { resourceGroupId }),
          },
        ];
  return [
    ...visibilitySettings(params, body, `${path}/settings`),
    ...group,
    ...fixedSettings(params, body),
    ...(params.type === 'space' ? await spaceSettings(params, { path, body }, hub) : []),
  ];
}

/** Who sees it, in either way to say it. Of a protected Space the Hub tells only that it is no private one. */
export function visibilitySettings(
  { private: flag, visibility }: Pick<Wishes, 'private' | 'visibility'>,
  body: unknown,
  settingsPath: string,
): Setting[] {
  const isPrivate = at(body, ['private']);
  const told = typeof isPrivate === 'boolean';
  const now = told && visibility !== 'protected' ? (isPrivate ? 'private' : 'public') : undefined;
  return [
    ...(visibility === undefined
      ? []
      : [{ name: 'visibility', now, wanted: visibility, mend: send('PUT', settingsPath, { visibility }) }]),
    ...(flag === undefined
      ? []
      : [
          {
            name: 'private',
            now: told ? isPrivate : undefined,
            wanted: flag,
            mend: send('PUT', settingsPath, { private: flag }),
          },
        ]),
  ];
}

/** What the files of the repository say, or what is decided once: no call changes it. */
function fixedSettings(params: Wishes, body: unknown): Setting[] {
  const places: readonly (readonly [name: keyof Wishes, path: readonly string[]])[] = [
    ['sdk', ['sdk']],
    ['region', ['region']],
    ['license', ['cardData', 'license']],
    ['licenseName', ['cardData', 'license_name']],
    ['licenseLink', ['cardData', 'license_link']],
    ['sdkVersion', ['cardData', 'sdk_version']],
    ['shortDescription', ['cardData', 'short_description']],
  ];
  return places.flatMap(([name, path]) =>
    params[name] === undefined ? [] : [{ name, now: at(body, path), wanted: params[name] }],
  );
}

import { encodeRevision, get, repositoryPage, repositoryPath } from '../hub-request.ts';
import { at, isRecord } from '../json.ts';
import type { RepositoryType } from '../parameter-types.ts';
import type { HubReader } from './hub-reader.ts';
import type { Present, Setting } from './repeat.ts';

interface Place {
  readonly repository: string;
  readonly type: RepositoryType;
}

interface BranchWishes extends Place {
  readonly branch: string;
  readonly overwrite?: boolean | undefined;
}

interface TagWishes extends Place {
  readonly tag: string;
  readonly revision: string;
}

const pathOf = ({ repository, type }: Place) => repositoryPath(type, repository);

/** The branch, wherever it has got to since it was made; one that is to be overwritten is as good as not there. */
export async function presentBranch(wishes: BranchWishes, hub: HubReader): Promise<Present | undefined> {
  if (wishes.overwrite === true) return undefined;
  const found = await findReference(wishes, ['branches', wishes.branch], hub);
  return found && { object: found, settings: async () => [] };
}

/** A tag stays where it is, so one at another commit cannot be brought in line. */
export async function presentTag(wishes: TagWishes, hub: HubReader): Promise<Present | undefined> {
  const found = await findReference(wishes, ['tags', wishes.tag], hub);
  return found && { object: found, settings: () => tagSettings(wishes, found, hub) };
}

async function findReference(
  place: Place,
  [list, name]: readonly [list: string, name: string],
  hub: HubReader,
): Promise<Record<string, unknown> | undefined> {
  const listed = at(await hub.read(get(`${pathOf(place)}/refs`)), [list]);
  const found: unknown = Array.isArray(listed) ? listed.find((one) => at(one, ['name']) === name) : undefined;
  const url = `${repositoryPage(place.type, place.repository)}/tree/${encodeRevision(name)}`;
  return isRecord(found) ? { ...found, url } : undefined;
}

async function tagSettings(wishes: TagWishes, found: unknown, hub: HubReader): Promise<Setting[]> {
  const { revision } = wishes;
  const now = at(found, ['targetCommit']);
  const body = await hub.read(get(`${pathOf(wishes)}/revision/${encodeRevision(revision)}`, { expand: ['sha'] }));
  const wanted = at(body, ['sha']);
  return [{ name: 'revision', now: now === wanted ? revision : now, wanted: revision }];
}

import { get, repositoryPath } from '../hub-request.ts';
import { at } from '../json.ts';
import type { RepositoryType } from '../parameter-types.ts';
import type { HubReader } from './hub-reader.ts';
import { presentFields } from './present-fields.ts';
import type { Present } from './repeat.ts';

interface Place {
  readonly repository: string;
  readonly type: RepositoryType;
  readonly num: number;
}

interface Changes extends Place {
  readonly title?: string | undefined;
  readonly status?: string | undefined;
  readonly comment?: string | undefined;
}

const read = ({ repository, type, num }: Place) => get(`${repositoryPath(type, repository)}/discussions/${num}`);

/** Title and status; the comment belongs to the change of status, and there is none where there is no such change. */
export async function presentDiscussionState(changes: Changes, hub: HubReader): Promise<Present | undefined> {
  const { title, status, comment } = changes;
  const found = await presentFields(read(changes), { title: title?.trim(), status }, hub);
  if (found === undefined || comment === undefined) return found;
  const now = at(found.object, ['status']) === status ? comment : null;
  return {
    ...found,
    settings: async () => [...(await found.settings()), { name: 'comment', now, wanted: comment }],
  };
}

/** Whether a pull request is merged already. */
export async function presentMerge(place: Place, hub: HubReader): Promise<Present | undefined> {
  return presentFields(read(place), { status: 'merged' }, hub);
}

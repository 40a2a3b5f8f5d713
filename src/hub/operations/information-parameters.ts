import { z } from 'zod';
import { type RepositoryType, repository, textList } from '../parameter-types.ts';
import { parameter } from '../parameters.ts';

/** Fields to answer instead of the usual ones. */
export const expand = () =>
  parameter(
    textList().optional(),
    "Only these fields, by the Hub's own names; not together with the switches for more detail.",
    {
      aliases: ['expandFields', 'fields', 'properties'],
    },
  );

/** What `get-model`, `get-dataset` and `get-space` share. */
export function informationParameters(type: RepositoryType) {
  return {
    repository: repository(`The ${type === 'space' ? 'Space' : type}, \`namespace/name\`.`, type),
    revision: parameter(z.string().min(1).optional(), 'A branch, a tag, a commit or `refs/pr/N`.', {
      aliases: ['rev', 'ref', 'branch', 'sha', 'commit'],
    }),
    blobs: parameter(z.boolean().optional(), "Adds each file's size and hash.", {
      aliases: ['filesMetadata', 'includeBlobs', 'fileSizes'],
    }),
    expand: expand(),
  };
}

const sortNote = 'What the list is ordered by, the greatest first.';

/** What the lists of repositories share. */
export function listParameters(sorts: readonly [string, ...string[]], noun: string) {
  return {
    search: parameter(z.string().min(1).optional(), `Only ${noun} whose name holds this text.`, {
      aliases: ['q', 'query', 'searchQuery', 'text', 'term', 'keyword'],
    }),
    author: parameter(z.string().min(1).optional(), `Only ${noun} of this user or organization.`, {
      aliases: ['owner', 'namespace', 'organization', 'org', 'user', 'username'],
    }),
    filter: parameter(textList().optional(), 'Only those that have all of these tags.', {
      aliases: ['filters', 'tags', 'tag'],
    }),
    sort: parameter(z.enum(sorts).optional(), sortNote, { aliases: ['sortBy', 'orderBy', 'order'] }),
    direction: parameter(z.literal([-1, 1]).optional(), '-1 for the greatest first, 1 for the least first.', {
      aliases: ['sortDirection', 'sortOrder', 'orderDirection', 'order'],
      translations: [
        {
          names: ['descending', 'desc'],
          values: [
            [-1, true],
            [1, false],
          ],
        },
        {
          names: ['direction', 'sortDirection', 'sortOrder', 'order'],
          values: [
            [-1, 'desc'],
            [1, 'asc'],
            [-1, 'descending'],
            [1, 'ascending'],
          ],
        },
      ],
    }),
    full: parameter(z.boolean().optional(), 'Adds all usual fields.', { aliases: ['fullDetails', 'includeDetails'] }),
    expand: expand(),
  };
}

import { z } from 'zod';
import { encodeRevision, get, repositoryPage, repositoryPath } from '../hub-request.ts';
import { column, defineOperation } from '../operation.ts';
import { cursor, limit, repository, repositoryType, textOfForm } from '../parameter-types.ts';
import { parameter } from '../parameters.ts';

const family = 'Repositories';

export const listRepositoryFiles = defineOperation({
  key: 'list-repository-files',
  title: "List a repository's files",
  description: 'Lists the files and folders of a repository at a revision.',
  family,
  effect: 'read',
  intent: 'list the files in a repository of the Hugging Face Hub (tree)',
  parameters: z.object({
    repository: repository(),
    type: repositoryType(),
    revision: parameter(z.string().min(1).default('main'), 'A branch, a tag, a commit or `refs/pr/N`.', {
      aliases: ['rev', 'ref', 'branch', 'sha', 'commit'],
    }),
    path: parameter(
      textOfForm(
        /^(?!\.{0,2}(?:\/|$))(?!.*\/\.{0,2}(?:\/|$)).+$/,
        "a folder's path without '..' and without a slash at its ends",
      ).optional(),
      'Only what is in this folder.',
      { aliases: ['folder', 'directory', 'prefix', 'pathInRepo', 'subfolder'] },
    ),
    recursive: parameter(z.boolean().optional(), 'Also what is in folders below.', { aliases: ['recurse', 'deep'] }),
    expand: parameter(z.boolean().optional(), 'Adds the last commit and the security scan of each file.', {
      aliases: ['expanded', 'details'],
    }),
    limit: limit(1, 10_000, '1000, or 100 with `expand`'),
    cursor: cursor(),
  }),
  paging: 'link',
  columns: [column('Path', 'path', 'rfilename', 'name'), column('Type', 'type'), column('Size', 'size')],
  answer: { items: ['files', 'entries', 'tree', 'siblings'], identity: ['path', 'rfilename'] },
  done: 'Listed',
  describe: ({ type, repository: name, revision }) => `files of ${type} ${name} at ${revision}`,
  route: ({ repository: name, type, revision, path, ...rest }) => {
    const folder = path === undefined ? '' : `/${path.split('/').map(encodeURIComponent).join('/')}`;
    return get(`${repositoryPath(type, name)}/tree/${encodeRevision(revision)}${folder}`, rest);
  },
  page: ({ type, repository: name, revision }) => `${repositoryPage(type, name)}/tree/${encodeURI(revision)}`,
});

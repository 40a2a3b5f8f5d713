import { z } from 'zod';
import { encodeRevision, get, repositoryPage, repositoryPath } from '../hub-request.ts';
import { column, defineOperation } from '../operation.ts';
import { limit, page, repository, repositoryType } from '../parameter-types.ts';
import { parameter } from '../parameters.ts';
import { revision } from './reference-parameters.ts';

export const listCommits = defineOperation({
  key: 'list-commits',
  title: 'List commits',
  description: 'Lists the commits of a branch, a tag or a pull request, the newest first.',
  family: 'Branches and tags',
  effect: 'read',
  intent: 'list the commits (history) of a repository on the Hugging Face Hub',
  parameters: z.object({
    repository: repository(),
    type: repositoryType(),
    revision: revision(),
    formatted: parameter(z.boolean().optional(), 'Adds titles and messages as HTML.', { aliases: ['html'] }),
    limit: limit(1, 1000, '50'),
    page: page(),
  }),
  paging: 'link',
  columns: [
    column('Title', 'title'),
    column('Author', 'authors.0.user', 'author'),
    column('Date', 'date'),
    column('Commit', 'id', 'oid', 'sha'),
  ],
  answer: { items: ['commits'], identity: ['id', 'oid', 'sha'] },
  done: 'Listed',
  describe: ({ type, repository: name, revision: rev }) => `commits of ${type} ${name} at ${rev}`,
  route: ({ repository: name, type, revision: rev, formatted, limit: most, page: p }) =>
    get(`${repositoryPath(type, name)}/commits/${encodeRevision(rev)}`, {
      'expand[]': formatted ? 'formatted' : undefined,
      limit: most,
      p,
    }),
  page: ({ type, repository: name, revision: rev }) => `${repositoryPage(type, name)}/commits/${encodeRevision(rev)}`,
});

import { z } from 'zod';
import { get, informationPath, repositoryPage } from '../hub-request.ts';
import { column, defineOperation } from '../operation.ts';
import { cursor, limit, textList } from '../parameter-types.ts';
import { parameter } from '../parameters.ts';
import { informationParameters, listParameters } from './information-parameters.ts';

const family = 'Spaces';

export const getSpace = defineOperation({
  key: 'get-space',
  title: 'Get a Space',
  description: 'Reads what the Hub knows of a Space: SDK, runtime, files, card.',
  family,
  effect: 'read',
  intent: 'get information about one Space on the Hugging Face Hub',
  parameters: z.object(informationParameters('space')),
  answer: { id: ['id', 'spaceId', '_id'] },
  done: 'Read',
  describe: ({ repository: name }) => `Space ${name}`,
  route: ({ repository: name, revision, ...rest }) => get(informationPath('space', name, revision), rest),
  page: ({ repository: name }) => repositoryPage('space', name),
});

export const listSpaces = defineOperation({
  key: 'list-spaces',
  title: 'List Spaces',
  description: 'Lists Spaces, filtered and sorted.',
  family,
  effect: 'read',
  intent: 'list or search Spaces on the Hugging Face Hub',
  parameters: z.object({
    ...listParameters(['trendingScore', 'likes', 'createdAt', 'lastModified', 'id'], 'Spaces'),
    datasets: parameter(textList().optional(), 'Only Spaces that use these datasets.', {
      aliases: ['usesDatasets', 'dataset'],
    }),
    models: parameter(textList().optional(), 'Only Spaces that use these models.', {
      aliases: ['usesModels', 'model'],
    }),
    linked: parameter(z.boolean().optional(), 'Only Spaces that use a model or a dataset.', {
      aliases: ['linkedOnly'],
    }),
    limit: limit(1, 1000, '1000'),
    cursor: cursor(),
  }),
  paging: 'link',
  columns: [
    column('Space', 'id', 'spaceId', 'name'),
    column('SDK', 'sdk'),
    column('Likes', 'likes'),
    column('Private', 'private'),
  ],
  answer: { items: ['spaces'], identity: ['id', 'spaceId', '_id'] },
  done: 'Listed',
  describe: ({ author }) => (author === undefined ? 'Spaces' : `Spaces of ${author}`),
  route: (params) => get('/api/spaces', params),
});

import { z } from 'zod';
import { get, informationPath, repositoryPage } from '../hub-request.ts';
import { column, defineOperation } from '../operation.ts';
import { cursor, limit } from '../parameter-types.ts';
import { parameter } from '../parameters.ts';
import { informationParameters, listParameters } from './information-parameters.ts';

const family = 'Datasets';

export const getDataset = defineOperation({
  key: 'get-dataset',
  title: 'Get a dataset',
  description: 'Reads what the Hub knows of a dataset: tags, files, card, downloads.',
  family,
  effect: 'read',
  intent: 'get information about one dataset on the Hugging Face Hub',
  parameters: z.object(informationParameters('dataset')),
  answer: { id: ['id', 'datasetId', '_id'] },
  done: 'Read',
  describe: ({ repository: name }) => `dataset ${name}`,
  route: ({ repository: name, revision, ...rest }) => get(informationPath('dataset', name, revision), rest),
  page: ({ repository: name }) => repositoryPage('dataset', name),
});

export const listDatasets = defineOperation({
  key: 'list-datasets',
  title: 'List datasets',
  description: 'Lists datasets, filtered and sorted.',
  family,
  effect: 'read',
  intent: 'list or search datasets on the Hugging Face Hub',
  parameters: z.object({
    ...listParameters(
      [
        'trendingScore',
        'downloads',
        'likes',
        'createdAt',
        'lastModified',
        'mainSize',
        'datasetsServerInfo.numRows',
        'id',
      ],
      'datasets',
    ),
    gated: parameter(z.boolean().optional(), 'Only gated datasets, or only open ones.', { aliases: ['isGated'] }),
    limit: limit(1, 1000, '1000'),
    cursor: cursor(),
  }),
  paging: 'link',
  columns: [
    column('Dataset', 'id', 'datasetId', 'name'),
    column('Downloads', 'downloads'),
    column('Likes', 'likes'),
    column('Private', 'private'),
  ],
  answer: { items: ['datasets'], identity: ['id', 'datasetId', '_id'] },
  done: 'Listed',
  describe: ({ author }) => (author === undefined ? 'datasets' : `datasets of ${author}`),
  route: (params) => get('/api/datasets', params),
});

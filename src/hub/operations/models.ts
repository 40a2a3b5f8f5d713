import { z } from 'zod';
import { get, informationPath, repositoryPage, repositoryPath, send } from '../hub-request.ts';
import { column, defineOperation } from '../operation.ts';
import { cursor, limit, plainVisibility, privateFlag, repository, textList } from '../parameter-types.ts';
import { parameter } from '../parameters.ts';
import { tellUpdated } from '../read-back/recognise-settings.ts';
import { presentSettings } from '../safe-repeat/settings-present.ts';
import { informationParameters, listParameters } from './information-parameters.ts';
import { discussionSettings, gatingSettings, settingsProblems } from './settings-parameters.ts';

const family = 'Models';

export const getModel = defineOperation({
  key: 'get-model',
  title: 'Get a model',
  description: 'Reads what the Hub knows of a model: tags, files, card, downloads.',
  family,
  effect: 'read',
  intent: 'get information about one model on the Hugging Face Hub',
  parameters: z.object({
    ...informationParameters('model'),
    securityStatus: parameter(z.boolean().optional(), 'Adds what the security scan found.', {
      aliases: ['includeSecurityStatus', 'securityScan'],
    }),
  }),
  answer: { id: ['id', 'modelId', '_id'] },
  done: 'Read',
  describe: ({ repository: name }) => `model ${name}`,
  route: ({ repository: name, revision, ...rest }) => get(informationPath('model', name, revision), rest),
  page: ({ repository: name }) => repositoryPage('model', name),
});

export const listModels = defineOperation({
  key: 'list-models',
  title: 'List models',
  description: 'Lists models, filtered and sorted.',
  family,
  effect: 'read',
  intent: 'list or search models on the Hugging Face Hub',
  parameters: z.object({
    ...listParameters(
      [
        'trendingScore',
        'downloads',
        'likes',
        'createdAt',
        'lastModified',
        'likes30d',
        'num_parameters',
        'mainSize',
        'id',
      ],
      'models',
    ),
    config: parameter(z.boolean().optional(), "Adds the model's configuration.", {
      aliases: ['fetchConfig', 'includeConfig'],
    }),
    cardData: parameter(z.boolean().optional(), "Adds the model card's metadata.", {
      aliases: ['includeCardData', 'card'],
    }),
    pipelineTag: parameter(z.string().min(1).optional(), 'Only models for this task, such as `text-generation`.', {
      aliases: ['task', 'pipeline'],
    }),
    gated: parameter(z.boolean().optional(), 'Only gated models, or only open ones.', { aliases: ['isGated'] }),
    inference: parameter(z.string().min(1).optional(), 'Only models that are served, such as `warm`.', {
      aliases: ['inferenceStatus'],
    }),
    inferenceProvider: parameter(textList().optional(), 'Only models served by one of these providers.', {
      aliases: ['inferenceProviders', 'provider'],
    }),
    apps: parameter(textList().optional(), 'Only models that run in these apps.', { aliases: ['app'] }),
    numParameters: parameter(z.string().min(1).optional(), 'Only models of this size, such as `min:6B,max:128B`.', {
      aliases: ['parameters', 'parameterCount'],
    }),
    limit: limit(1, 1000, '1000'),
    cursor: cursor(),
  }),
  paging: 'link',
  columns: [
    column('Model', 'id', 'modelId', 'name'),
    column('Task', 'pipeline_tag', 'pipelineTag'),
    column('Downloads', 'downloads'),
    column('Likes', 'likes'),
    column('Private', 'private'),
  ],
  answer: { items: ['models'], identity: ['id', 'modelId', '_id'] },
  done: 'Listed',
  describe: ({ author }) => (author === undefined ? 'models' : `models of ${author}`),
  route: ({ pipelineTag, inferenceProvider, numParameters, ...rest }) =>
    get('/api/models', {
      ...rest,
      pipeline_tag: pipelineTag,
      inference_provider: inferenceProvider,
      num_parameters: numParameters,
    }),
});

export const updateModelSettings = defineOperation({
  key: 'update-model-settings',
  title: "Update a model's settings",
  description: 'Changes who sees a model, who may download it, and its discussions.',
  family,
  effect: 'write',
  intent: 'update the settings of a model repository on the Hugging Face Hub: visibility, gating, discussions',
  parameters: z.object({
    repository: repository('The model, `namespace/name`.', 'model'),
    visibility: plainVisibility('Who sees it.'),
    private: privateFlag('`true` for private, `false` for public: the older way to say `visibility`.'),
    ...discussionSettings(),
    ...gatingSettings(),
  }),
  done: 'Updated',
  describe: ({ repository: name }) => `settings of model ${name}`,
  route: ({ repository: name, ...settings }) => send('PUT', `${repositoryPath('model', name)}/settings`, settings),
  page: ({ repository: name }) => repositoryPage('model', name),
  current: ({ repository: name }) => get(repositoryPath('model', name)),
  repeat: { kind: 'change', unique: false, present: presentSettings('model') },
  recognise: {
    safeTwice: true,
    where: ({ repository: name }) => `${repositoryPage('model', name)}/settings`,
    tell: tellUpdated,
  },
  check: ({ repository: _, ...settings }) => settingsProblems(settings),
});

import { z } from 'zod';
import { get, repositoryPage, repositoryPath, send } from '../hub-request.ts';
import { defineOperation } from '../operation.ts';
import { plainVisibility, privateFlag, repository, visibility } from '../parameter-types.ts';
import { tellUpdated } from '../read-back/recognise-settings.ts';
import { presentSettings } from '../safe-repeat/settings-present.ts';
import { discussionSettings, gatingSettings, settingsProblems } from './settings-parameters.ts';
import { privateDoc } from './visibility-rules.ts';

export const updateDatasetSettings = defineOperation({
  key: 'update-dataset-settings',
  title: "Update a dataset's settings",
  description: 'Changes who sees a dataset, who may download it, and its discussions.',
  family: 'Datasets',
  effect: 'write',
  intent: 'update the settings of a dataset repository on the Hugging Face Hub: visibility, gating, discussions',
  parameters: z.object({
    repository: repository('The dataset, `namespace/name`.', 'dataset'),
    visibility: plainVisibility('Who sees it.'),
    private: privateFlag(privateDoc),
    ...discussionSettings(),
    ...gatingSettings(),
  }),
  done: 'Updated',
  describe: ({ repository: name }) => `settings of dataset ${name}`,
  route: ({ repository: name, ...settings }) => send('PUT', `${repositoryPath('dataset', name)}/settings`, settings),
  page: ({ repository: name }) => repositoryPage('dataset', name),
  current: ({ repository: name }) => get(repositoryPath('dataset', name)),
  repeat: { kind: 'change', unique: false, present: presentSettings('dataset') },
  recognise: {
    safeTwice: true,
    where: ({ repository: name }) => `${repositoryPage('dataset', name)}/settings`,
    tell: (params, look) => tellUpdated(params, look, 'dataset'),
  },
  check: ({ repository: _, ...settings }) => settingsProblems(settings),
});

export const updateSpaceSettings = defineOperation({
  key: 'update-space-settings',
  title: "Update a Space's settings",
  description: 'Changes who sees a Space, and its discussions.',
  family: 'Spaces',
  effect: 'write',
  intent: 'update the settings of a Space on the Hugging Face Hub: visibility, discussions',
  parameters: z.object({
    repository: repository('The Space, `namespace/name`.', 'space'),
    visibility: visibility('Who sees it; `protected` shows the running Space but not its files, on paid plans.'),
    private: privateFlag(privateDoc),
    ...discussionSettings(),
  }),
  done: 'Updated',
  describe: ({ repository: name }) => `settings of Space ${name}`,
  route: ({ repository: name, ...settings }) => send('PUT', `${repositoryPath('space', name)}/settings`, settings),
  page: ({ repository: name }) => repositoryPage('space', name),
  current: ({ repository: name }) => get(repositoryPath('space', name)),
  repeat: { kind: 'change', unique: false, present: presentSettings('space') },
  recognise: {
    safeTwice: true,
    where: ({ repository: name }) => `${repositoryPage('space', name)}/settings`,
    tell: (params, look) => tellUpdated(params, look, 'space'),
  },
  check: ({ repository: _, ...settings }) => settingsProblems({ type: 'space', ...settings }),
});

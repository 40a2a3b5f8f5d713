import { z } from 'zod';
import { get, repositoryPage, repositoryPath, send } from '../hub-request.ts';
import { defineOperation } from '../operation.ts';
import { privateFlag, repository, repositoryType, resourceGroup, textOfForm, visibility } from '../parameter-types.ts';
import { parameter } from '../parameters.ts';
import { tellCreated } from '../read-back/recognise-repository.ts';
import { splitRepository } from '../repository-name.ts';
import { presentRepository } from '../safe-repeat/repository-present.ts';
import { spaceParameters } from '../space-parameters.ts';
import { privateDoc, spaceOnlyProblems, visibilityDoc, visibilityProblems } from './visibility-rules.ts';

const family = 'Repositories';

const files = z
  .array(
    z.strictObject({
      path: z.string().min(1),
      content: z.string(),
      encoding: z.enum(['utf-8', 'base64']).default('utf-8'),
    }),
  )
  .min(1);

export const createRepository = defineOperation({
  key: 'create-repository',
  title: 'Create a repository',
  description: 'Creates a model, dataset or Space repository.',
  family,
  effect: 'write',
  intent: 'create a new repository on the Hugging Face Hub: a model, dataset or Space',
  parameters: z.object({
    repository: repository('The repository to create, `namespace/name`.'),
    type: repositoryType(),
    visibility: visibility(visibilityDoc),
    private: privateFlag(privateDoc),
    region: parameter(z.enum(['us', 'eu']).optional(), 'Where its files are kept.', { aliases: ['storageRegion'] }),
    resourceGroupId: resourceGroup(),
    license: parameter(
      textOfForm(/^[a-z0-9.-]+$/, "a license's identifier, such as 'apache-2.0'").optional(),
      'The license, by its identifier.',
      {
        aliases: ['licenseId'],
      },
    ),
    licenseName: parameter(
      textOfForm(/^[a-z0-9.-]+$/, "lower-case letters, digits, '-' and '.'").optional(),
      'The name of a license of its own, with `license: other`.',
    ),
    licenseLink: parameter(z.string().min(1).optional(), 'Where that license can be read.', {
      aliases: ['licenseUrl'],
    }),
    files: parameter(
      files.optional(),
      'The first files: a list of `path`, `content` and, optionally, `encoding` (`utf-8` or `base64`).',
      { aliases: ['initialFiles'] },
    ),
    sdk: parameter(
      z.enum(['gradio', 'docker', 'static']).optional(),
      'Spaces only, and required for them: what it is built with.',
      {
        aliases: ['spaceSdk'],
      },
    ),
    sdkVersion: parameter(z.string().min(1).optional(), 'Spaces only: the version of the SDK.', {
      aliases: ['spaceSdkVersion'],
    }),
    template: parameter(z.string().min(1).optional(), 'Spaces only: the template to start from.', {
      aliases: ['spaceTemplate'],
    }),
    shortDescription: parameter(z.string().max(60).optional(), 'Spaces only: a description of at most 60 characters.', {
      aliases: ['description', 'spaceDescription'],
    }),
    devModeEnabled: parameter(z.boolean().optional(), 'Spaces only: whether dev mode is on.', { aliases: ['devMode'] }),
    ...spaceParameters(),
  }),
  answer: { id: ['id', '_id', 'repoId', 'repositoryId'] },
  done: 'Created',
  describe: ({ type, repository: name }) => `${type} ${name}`,
  route: ({ repository: full, licenseName, licenseLink, shortDescription, ...rest }) => {
    const { namespace, name } = splitRepository(full);
    const spelled = { license_name: licenseName, license_link: licenseLink, short_description: shortDescription };
    return {
      ...send('POST', '/api/repos/create', { name, organization: namespace, ...rest, ...spelled }),
      confidential: rest.secrets !== undefined,
    };
  },
  page: ({ type, repository: name }) => repositoryPage(type, name),
  current: ({ type, repository: name }) => get(repositoryPath(type, name)),
  repeat: {
    kind: 'create',
    unique: true,
    onlyAtFirst: ['files', 'template'],
    present: presentRepository,
  },
  recognise: {
    safeTwice: true,
    where: ({ type, repository: name }) => repositoryPage(type, name),
    tell: tellCreated,
  },
  check: (params) => [
    ...visibilityProblems(params),
    ...spaceOnlyProblems(params),
    ...(params.type === 'space' && params.sdk === undefined
      ? [{ name: 'input.sdk', message: "is required for a Space and must be 'gradio', 'docker' or 'static'." }]
      : []),
  ],
});

import { z } from 'zod';
import { type ParameterNotes, parameter } from './parameters.ts';
import { namespaceProblem, repositoryNameProblem } from './repository-name.ts';

/** Text with a rule that says itself what is wrong. */
function checkedText(problemOf: (text: string) => string | undefined, allowed: string) {
  return z
    .string()
    .check((context) => {
      const message = problemOf(context.value);
      if (message !== undefined) context.issues.push({ code: 'custom', message, input: context.value });
    })
    .meta({ allowed });
}

export const repositoryName = () => checkedText(repositoryNameProblem, "a full name, 'namespace/name'");
export const namespace = () => checkedText(namespaceProblem, 'the name of a user or an organization');

/** Text of a fixed form; `allowed` says in words what the expression means. */
export const textOfForm = (form: RegExp, allowed: string) => z.string().regex(form).meta({ allowed });

export const repositoryTypes = ['model', 'dataset', 'space'] as const;
export type RepositoryType = (typeof repositoryTypes)[number];

/** A Mongo identifier, as the Hub gives to nearly everything. */
export const objectId = () => textOfForm(/^[0-9a-f]{24}$/, '24 hexadecimal digits');

export const textList = () => z.array(z.string().min(1)).min(1);

/** What a repository may be called in a workspace's action, beside its halves. */
export const repositoryAliases = [
  'repositoryId',
  'repoId',
  'repo',
  'fullName',
  'repositoryName',
  'repoName',
  'id',
  'name',
];

const namesByType = { model: ['modelId', 'model'], dataset: ['datasetId', 'dataset'], space: ['spaceId', 'space'] };

/** The repository an operation acts on. */
export function repository(
  doc = 'The repository, `namespace/name`.',
  type?: RepositoryType,
  notes: ParameterNotes = {},
) {
  const named = type ? namesByType[type] : Object.values(namesByType).flat();
  return parameter(repositoryName(), doc, { aliases: [...repositoryAliases, ...named], splitPrefixes: [''], ...notes });
}

/** `type` of the operations that work on all three. */
export function repositoryType(doc = 'What kind of repository it is.') {
  return parameter(z.enum(repositoryTypes).default('model'), doc, {
    aliases: ['repositoryType', 'repoType', 'kind', 'resourceType'],
  });
}

const visibilityNotes: ParameterNotes = {
  aliases: ['repoVisibility', 'access'],
  translations: [
    {
      names: ['private', 'isPrivate'],
      values: [
        ['private', true],
        ['public', false],
      ],
    },
  ],
};

/** Who sees a repository; of a Space, also by the page alone. */
export const visibility = (doc: string) =>
  parameter(z.enum(['public', 'private', 'protected']).optional(), doc, visibilityNotes);

/** Who sees a model or a dataset. */
export const plainVisibility = (doc: string) =>
  parameter(z.enum(['public', 'private']).optional(), doc, visibilityNotes);

export function privateFlag(doc: string) {
  return parameter(z.boolean().optional(), doc, {
    aliases: ['isPrivate', 'privateRepo', 'makePrivate'],
    translations: [
      {
        names: ['visibility', 'repoVisibility', 'access'],
        values: [
          [true, 'private'],
          [false, 'public'],
        ],
      },
      {
        names: ['public', 'isPublic'],
        values: [
          [true, false],
          [false, true],
        ],
      },
    ],
  });
}

export function resourceGroup() {
  return parameter(objectId().optional(), 'The resource group of the organization that the new object joins.', {
    aliases: ['resourceGroup', 'groupId'],
  });
}

/** A page's size for lists that page by cursor. */
export function limit(least: number, most: number, unless: string) {
  return parameter(
    z.int().min(least).max(most).optional(),
    `How many to answer at most; the Hub's own default is ${unless}.`,
    {
      aliases: ['pageSize', 'perPage', 'maxResults', 'count', 'size', 'first'],
    },
  );
}

export function cursor() {
  return parameter(z.string().min(1).optional(), 'Where to go on: the opaque mark from an earlier page.', {
    aliases: ['pageToken', 'nextCursor', 'after', 'pageCursor'],
  });
}

export function page() {
  return parameter(z.int().min(0).optional(), 'Which page, counted from 0.', {
    aliases: ['p', 'pageNumber', 'pageIndex'],
  });
}

export function search(doc: string) {
  return parameter(z.string().min(1).optional(), doc, {
    aliases: ['q', 'query', 'searchQuery', 'text', 'term', 'keyword'],
  });
}

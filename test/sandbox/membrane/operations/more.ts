import {
  flag,
  list,
  type Operation,
  record,
  repository,
  repositoryPath,
  repositoryType,
  text,
  whole,
} from './operation.ts';

const COMMENT: Operation = {
  key: 'comment-discussion',
  name: 'Comment discussion',
  description: 'Adds a comment to a discussion or pull request of a repository.',
  parameters: {
    repository,
    type: repositoryType,
    num: whole('Number of the discussion', { minimum: 1 }),
    comment: text('Comment, Markdown', { maxLength: 65_536 }),
  },
  required: ['repository', 'num', 'comment'],
  output: record({ newMessage: record() }),
  call: (input) => ({
    method: 'POST',
    path: `${repositoryPath(input)}/discussions/${String(input.num)}/comment`,
    body: { comment: input.comment },
  }),
};

const TAG: Operation = {
  key: 'create-tag',
  name: 'Create tag',
  description: 'Tags a revision of a repository.',
  parameters: {
    repository,
    type: repositoryType,
    tag: text('Name of the tag'),
    revision: text('Branch, tag or commit to tag'),
    message: text('Message of the tag'),
  },
  required: ['repository', 'tag'],
  output: record({ success: flag('Done') }),
  call: (input) => ({
    method: 'POST',
    path: `${repositoryPath(input)}/tag/${encodeURIComponent(String(input.revision ?? 'main'))}`,
    body: { tag: input.tag, ...(input.message === undefined ? {} : { message: input.message }) },
  }),
};

const COLLECTION: Operation = {
  key: 'get-collection',
  name: 'Get collection',
  description: 'Returns one collection with its items.',
  parameters: { slug: text('Slug, namespace/title-id') },
  required: ['slug'],
  output: record({ slug: text('Slug'), title: text('Title'), items: list() }),
  call: ({ slug }) => ({
    method: 'GET',
    path: `/api/collections/${String(slug).split('/').map(encodeURIComponent).join('/')}`,
  }),
};

const ORGANIZATION: Operation = {
  key: 'get-organization',
  name: 'Get organization',
  description: 'Returns the overview of one organization.',
  parameters: { organization: text('Name of the organization') },
  required: ['organization'],
  output: record({ name: text('Name'), fullname: text('Full name') }),
  call: ({ organization }) => ({
    method: 'GET',
    path: `/api/organizations/${encodeURIComponent(String(organization))}/overview`,
  }),
};

/** Beyond the twenty: a workspace may have made any of the Hub's other routes into an action. */
export const MORE: readonly Operation[] = [COMMENT, TAG, COLLECTION, ORGANIZATION];

import {
  choice,
  flag,
  list,
  type Operation,
  record,
  repository,
  repositoryPath,
  repositoryType,
  text,
  whole,
  without,
} from './operation.ts';

const visibility = choice('Who can see it', ['public', 'private', 'protected']);
const isPrivate = flag('Only for members');
const resourceGroupId = text('Resource group of the organization');
const hardware = text('Hardware of the Space, e.g. cpu-basic');
const sleepTimeSeconds = whole('Seconds until the Space sleeps, -1 for never');
const keyed = (description: string) => ({
  type: 'array',
  description,
  items: {
    type: 'object',
    required: ['key'],
    properties: { key: text('Name'), value: text('Value'), description: text('What it is for') },
  },
});
const url = record({ url: text('Address of the repository') });

const CREATE: Operation = {
  key: 'create-repository',
  name: 'Create repository',
  description: 'Creates a model, dataset or Space repository on the Hugging Face Hub.',
  parameters: {
    repository,
    type: repositoryType,
    private: isPrivate,
    visibility,
    license: text('License id'),
    license_name: text('Name of a license of your own'),
    license_link: text('Address of a license of your own'),
    short_description: text('Description of the Space', { maxLength: 60 }),
    devModeEnabled: flag('Dev mode of the Space'),
    region: choice('Where the files are kept', ['us', 'eu']),
    resourceGroupId,
    sdk: choice('SDK of the Space', ['gradio', 'docker', 'static', 'streamlit']),
    sdkVersion: text('Version of the SDK'),
    template: text('Template of the Space'),
    hardware,
    sleepTimeSeconds,
    secrets: keyed('Secrets of the Space'),
    variables: keyed('Variables of the Space'),
    files: {
      type: 'array',
      description: 'Files of the first commit',
      items: {
        type: 'object',
        required: ['path', 'content'],
        properties: { path: text('Path'), content: text('Content'), encoding: choice('Encoding', ['utf-8', 'base64']) },
      },
    },
  },
  required: ['repository'],
  output: record({ url: text('Address'), name: text('namespace/name'), id: text('Id') }),
  call: (input) => {
    const [namespace, name] = split(input.repository);
    const body = {
      name,
      ...(namespace === undefined ? {} : { organization: namespace }),
      ...without(input, 'repository'),
    };
    return { method: 'POST', path: '/api/repos/create', body };
  },
};

const DUPLICATE: Operation = {
  key: 'duplicate-repository',
  name: 'Duplicate repository',
  description: 'Copies a repository under a new name.',
  parameters: {
    repository,
    target: text('Name of the copy, as namespace/name'),
    type: repositoryType,
    private: isPrivate,
    visibility,
    resourceGroupId,
    hardware,
    sleepTimeSeconds,
    secrets: keyed('Secrets of the Space'),
    variables: keyed('Variables of the Space'),
  },
  required: ['repository', 'target'],
  output: url,
  call: (input) => ({
    method: 'POST',
    path: `${repositoryPath(input)}/duplicate`,
    body: { repository: input.target, ...without(input, 'repository', 'target', 'type') },
  }),
};

const MOVE: Operation = {
  key: 'move-repository',
  name: 'Move repository',
  description: 'Renames a repository or moves it to another namespace.',
  parameters: {
    fromRepo: text('Repository now, as namespace/name'),
    toRepo: text('Repository then, as namespace/name'),
    type: repositoryType,
  },
  required: ['fromRepo', 'toRepo'],
  output: {},
  call: (input) => ({
    method: 'POST',
    path: '/api/repos/move',
    body: { fromRepo: input.fromRepo, toRepo: input.toRepo, type: input.type ?? 'model' },
  }),
};

const SETTINGS: Operation = {
  key: 'update-model-settings',
  name: 'Update model settings',
  description: 'Changes visibility, gating and discussions of a model.',
  parameters: {
    repository,
    private: isPrivate,
    visibility: choice('Who can see it', ['public', 'private']),
    gated: choice('Whether access must be asked for', ['auto', 'manual', false]),
    orgMembersGated: flag('Members of the organization must ask as well'),
    gatedNotificationsEmail: text('Address for requests'),
    gatedNotificationsMode: choice('How often', ['bulk', 'real-time']),
    discussionsDisabled: flag('No discussions'),
    discussionsSorting: choice('Order of discussions', ['recently-created', 'trending', 'reactions']),
  },
  required: ['repository'],
  output: record({ private: isPrivate, gated: choice('Gating', ['auto', 'manual', false]) }),
  call: (input) => ({
    method: 'PUT',
    path: `${repositoryPath(input, 'model')}/settings`,
    body: without(input, 'repository'),
  }),
};

const COLLECTION: Operation = {
  key: 'create-collection',
  name: 'Create collection',
  description: 'Creates a collection.',
  parameters: {
    title: text('Title', { minLength: 1, maxLength: 60 }),
    namespace: text('User or organization that owns it'),
    description: text('Description', { maxLength: 150 }),
    private: isPrivate,
    item: {
      type: 'object',
      description: 'First item',
      required: ['type', 'id'],
      properties: {
        type: choice('Kind of item', ['paper', 'collection', 'space', 'model', 'dataset', 'bucket']),
        id: text('Id of the item'),
      },
    },
    resourceGroupId,
  },
  required: ['title', 'namespace'],
  output: record({ slug: text('Slug'), title: text('Title'), items: list() }),
  call: (input) => ({ method: 'POST', path: '/api/collections', body: input }),
};

const DISCUSSION: Operation = {
  key: 'create-discussion',
  name: 'Create discussion',
  description: 'Opens a discussion or a pull request on a repository.',
  parameters: {
    repository,
    type: repositoryType,
    title: text('Title', { minLength: 3, maxLength: 200 }),
    description: text('First comment, Markdown', { maxLength: 65_536 }),
    pullRequest: flag('A pull request instead of a discussion'),
  },
  required: ['repository', 'title', 'description'],
  output: record({ url: text('Address'), num: whole('Number'), pullRequest: flag('Is a pull request') }),
  call: (input) => ({
    method: 'POST',
    path: `${repositoryPath(input)}/discussions`,
    body: without(input, 'repository', 'type'),
  }),
};

const DELETE: Operation = {
  key: 'delete-repository',
  name: 'Delete repository',
  description: 'Deletes a repository for good.',
  parameters: { repository, type: repositoryType },
  required: ['repository'],
  output: {},
  call: (input) => {
    const [namespace, name] = split(input.repository);
    const body = { name, organization: namespace ?? null, type: input.type ?? 'model' };
    return { method: 'DELETE', path: '/api/repos/delete', body };
  },
};

function split(value: unknown): [string | undefined, string] {
  const [first = '', second] = String(value).split('/');
  return second === undefined ? [undefined, first] : [first, second];
}

export const WRITES: readonly Operation[] = [CREATE, DUPLICATE, MOVE, SETTINGS, COLLECTION, DISCUSSION, DELETE];

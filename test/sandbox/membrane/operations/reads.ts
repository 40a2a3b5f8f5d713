import {
  choice,
  flag,
  list,
  type Operation,
  queryOf,
  record,
  repository,
  repositoryPath,
  repositoryType,
  type Schema,
  text,
  whole,
  words,
} from './operation.ts';

const limit = (max: number) => whole('How many items to return', { minimum: 1, maximum: max });
const cursor = text('Where the next page starts');
const revision = text('Branch, tag, commit or refs/pr/N');
const search = text('Only those whose name contains this');

const LISTED: Readonly<Record<string, Schema>> = {
  search,
  author: text('Only those of this user or organization'),
  filter: words('Only those that carry all these tags'),
  sort: text('createdAt, downloads, likes, lastModified or trendingScore'),
  direction: choice('-1 is descending', [-1, 1]),
  limit: limit(1000),
  cursor,
  full: flag('All properties of each item'),
  expand: words('Properties to return'),
};

const GOT: Readonly<Record<string, Schema>> = {
  repository,
  revision,
  blobs: flag('With the sizes of the files'),
  expand: words('Properties to return'),
};

function listing(type: 'model' | 'dataset' | 'space', more: Readonly<Record<string, Schema>>): Operation {
  const parameters = { ...LISTED, ...more };
  return {
    key: `list-${type}s`,
    name: `List ${type}s`,
    description: `Lists ${type}s on the Hugging Face Hub, by author, tag or name.`,
    parameters,
    required: [],
    output: list(record({ id: text('Repository id') })),
    call: (input) => ({ method: 'GET', path: `/api/${type}s`, query: queryOf(input, ...Object.keys(parameters)) }),
  };
}

function getting(type: 'model' | 'dataset' | 'space', more: Readonly<Record<string, Schema>>): Operation {
  const names = ['blobs', 'expand', ...Object.keys(more)];
  return {
    key: `get-${type}`,
    name: `Get ${type}`,
    description: `Returns one ${type} of the Hugging Face Hub with its metadata.`,
    parameters: { ...GOT, ...more },
    required: ['repository'],
    output: record({ id: text('Repository id'), sha: text('Commit'), private: flag('Not public') }),
    call: (input) => {
      const at = input.revision === undefined ? '' : `/revision/${encodeURIComponent(String(input.revision))}`;
      return { method: 'GET', path: repositoryPath(input, type) + at, query: queryOf(input, ...names) };
    },
  };
}

const MEMBERS: Operation = {
  key: 'list-organization-members',
  name: 'List organization members',
  description: 'Lists the members of a Hugging Face organization.',
  parameters: {
    organization: text('Name of the organization'),
    search: text('Part of a user name or full name'),
    email: text('Only the member with this address'),
    limit: whole('How many items to return', { minimum: 10, maximum: 10_000 }),
    cursor,
  },
  required: ['organization'],
  output: list(record({ user: text('User name'), role: text('Role in the organization') })),
  call: (input) => ({
    method: 'GET',
    path: `/api/organizations/${encodeURIComponent(String(input.organization))}/members`,
    query: queryOf(input, 'search', 'email', 'limit', 'cursor'),
  }),
};

const FILES: Operation = {
  key: 'list-repository-files',
  name: 'List repository files',
  description: 'Lists the files and folders of a repository at a revision.',
  parameters: {
    repository,
    type: repositoryType,
    revision,
    path: text('Folder inside the repository'),
    recursive: flag('Also the content of folders'),
    expand: flag('With the last commit of each entry'),
    limit: limit(1000),
    cursor,
  },
  required: ['repository'],
  output: list(record({ path: text('Path'), type: text('file or directory'), size: whole('Bytes') })),
  call: (input) => {
    const folder = input.path === undefined ? '' : `/${encodeURIComponent(String(input.path))}`;
    return {
      method: 'GET',
      path: `${repositoryPath(input)}/tree/${encodeURIComponent(String(input.revision ?? 'main'))}${folder}`,
      query: queryOf(input, 'recursive', 'expand', 'limit', 'cursor'),
    };
  },
};

const PAPERS: Operation = {
  key: 'get-daily-papers',
  name: 'Get daily papers',
  description: 'Returns the daily papers of Hugging Face.',
  parameters: {
    date: text('Day, YYYY-MM-DD'),
    week: text('Week, YYYY-Www'),
    month: text('Month, YYYY-MM'),
    submitter: text('User who submitted'),
    sort: choice('Order', ['publishedAt', 'trending']),
    limit: limit(100),
    p: whole('Page, from 0', { minimum: 0 }),
  },
  required: [],
  output: list(record({ title: text('Title of the paper') })),
  call: (input) => ({
    method: 'GET',
    path: '/api/daily_papers',
    query: queryOf(input, 'date', 'week', 'month', 'submitter', 'sort', 'limit', 'p'),
  }),
};

const COLLECTIONS: Operation = {
  key: 'list-collections',
  name: 'List collections',
  description: 'Lists collections of the Hugging Face Hub.',
  parameters: {
    owner: text('User or organization'),
    item: words('Only those that contain these, e.g. models/ns/name'),
    q: text('Search'),
    sort: choice('Order', ['trending', 'upvotes', 'lastModified']),
    limit: limit(10_000),
    cursor,
    expand: flag('With items'),
  },
  required: [],
  output: list(record({ slug: text('Collection slug'), title: text('Title') })),
  call: (input) => ({
    method: 'GET',
    path: '/api/collections',
    query: queryOf(input, 'owner', 'item', 'q', 'sort', 'limit', 'cursor', 'expand'),
  }),
};

const DISCUSSION: Operation = {
  key: 'get-discussion',
  name: 'Get discussion',
  description: 'Returns one discussion or pull request of a repository with its events.',
  parameters: {
    repository,
    type: repositoryType,
    num: whole('Number of the discussion', { minimum: 1 }),
    diff: flag('With the changes of a pull request as text'),
  },
  required: ['repository', 'num'],
  output: record({ num: whole('Number'), title: text('Title'), status: text('Status'), events: list() }),
  call: (input) => ({
    method: 'GET',
    path: `${repositoryPath(input)}/discussions/${String(input.num)}`,
    query: input.diff === true ? [['diff', '1']] : [],
  }),
};

const DISCUSSIONS: Operation = {
  key: 'list-discussions',
  name: 'List discussions',
  description: 'Lists the discussions and pull requests of a repository.',
  parameters: {
    repository,
    type: repositoryType,
    kind: choice('Discussions, pull requests or both', ['all', 'discussion', 'pull_request']),
    status: choice('Status', ['all', 'open', 'closed']),
    author: text('Only those of this user'),
    search: text('Part of the title'),
    sort: choice('Order', ['recently-created', 'trending', 'reactions']),
    p: whole('Page, from 0', { minimum: 0 }),
  },
  required: ['repository'],
  output: record({ discussions: list(record({ num: whole('Number'), title: text('Title') })), count: whole('All') }),
  call: (input) => ({
    method: 'GET',
    path: `${repositoryPath(input)}/discussions`,
    query: [...queryOf({ type: input.kind }, 'type'), ...queryOf(input, 'status', 'author', 'search', 'sort', 'p')],
  }),
};

const CURRENT_USER: Operation = {
  key: 'get-current-user',
  name: 'Get current user',
  description: 'Returns the account behind the connection.',
  parameters: {},
  required: [],
  output: record({ name: text('User name'), orgs: list(record({ name: text('Organization') })) }),
  call: () => ({ method: 'GET', path: '/api/whoami-v2' }),
};

export const READS: readonly Operation[] = [
  MEMBERS,
  FILES,
  PAPERS,
  COLLECTIONS,
  DISCUSSION,
  DISCUSSIONS,
  getting('space', {}),
  listing('space', { datasets: words('Datasets used'), models: words('Models used'), linked: flag('With links') }),
  getting('dataset', {}),
  listing('dataset', { gated: flag('Only gated ones') }),
  getting('model', { securityStatus: flag('With the security scan') }),
  listing('model', {
    pipeline_tag: text('Task, e.g. text-generation'),
    gated: flag('Only gated ones'),
    inference: text('Inference state'),
    inference_provider: words('Inference providers'),
    apps: words('Apps that can run the model'),
    num_parameters: text('Size, e.g. min:6B,max:128B'),
    config: flag('With the configuration'),
    cardData: flag('With the metadata of the card'),
  }),
  CURRENT_USER,
];

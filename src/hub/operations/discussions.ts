import { z } from 'zod';
import { get, repositoryPage, repositoryPath, send } from '../hub-request.ts';
import { at } from '../json.ts';
import { cutText, cutTitle } from '../keyed-discussion/cut-text.ts';
import { keepDiscussion } from '../keyed-discussion/keep-discussion.ts';
import { keptStates } from '../keyed-discussion/wanted-state.ts';
import { column, defineOperation } from '../operation.ts';
import { page, repository, repositoryType, search } from '../parameter-types.ts';
import { parameter } from '../parameters.ts';
import { tellOpened } from '../read-back/recognise-discussion.ts';
import { presentDiscussion } from '../safe-repeat/discussion-present.ts';
import { discussionNumber } from './discussion-parameters.ts';

const family = 'Discussions';

/** More than anybody writes by hand; the input as a whole may have one mebibyte. */
const longestDescription = 1_000_000;
/** The title of a GitHub pull request has 256 characters at most, and something may stand before it. */
const longestTitleGiven = 1_000;

export const getDiscussion = defineOperation({
  key: 'get-discussion',
  title: 'Get a discussion',
  description: 'Reads a discussion or pull request with all its events.',
  family,
  effect: 'read',
  intent: 'get one discussion or pull request of a repository on the Hugging Face Hub, with its comments',
  parameters: z.object({
    repository: repository(),
    type: repositoryType(),
    num: discussionNumber(),
    diff: parameter(z.boolean().optional(), 'Adds the changes of a pull request as text.', {
      aliases: ['includeDiff', 'withDiff'],
    }),
  }),
  answer: { id: ['num', 'number', '_id', 'id'] },
  done: 'Read',
  describe: ({ type, repository: name, num }) => `discussion ${num} of ${type} ${name}`,
  route: ({ repository: name, type, num, diff }) =>
    get(`${repositoryPath(type, name)}/discussions/${num}`, { diff: diff ? '1' : undefined }),
  page: ({ type, repository: name, num }) => `${repositoryPage(type, name)}/discussions/${num}`,
});

export const listDiscussions = defineOperation({
  key: 'list-discussions',
  title: 'List discussions',
  description: 'Lists the discussions and pull requests of a repository.',
  family,
  effect: 'read',
  intent: 'list the discussions and pull requests of a repository on the Hugging Face Hub',
  parameters: z.object({
    repository: repository(),
    type: repositoryType(),
    kind: parameter(
      z.enum(['all', 'discussion', 'pull_request']).optional(),
      'Only discussions or only pull requests.',
      {
        aliases: ['discussionType', 'discussionKind', 'filterType', 'type'],
      },
    ),
    status: parameter(z.enum(['all', 'open', 'closed']).optional(), 'Only those in this state.', {
      aliases: ['discussionStatus', 'state'],
    }),
    author: parameter(z.string().min(1).optional(), 'Only those that this user opened.', {
      aliases: ['createdBy', 'user', 'username', 'openedBy'],
    }),
    search: search('Only those whose title holds this text.'),
    sort: parameter(z.enum(['recently-created', 'trending', 'reactions']).optional(), 'What the list is ordered by.', {
      aliases: ['sortBy', 'orderBy', 'order'],
    }),
    page: page(),
  }),
  paging: 'page-of-count',
  columns: [
    column('No.', 'num', 'number'),
    column('Title', 'title'),
    column('Status', 'status'),
    column('Author', 'author.name', 'author'),
    column('Pull request', 'isPullRequest'),
    column('Created', 'createdAt'),
  ],
  answer: { items: ['discussions'], identity: ['num', 'number'] },
  done: 'Listed',
  describe: ({ type, repository: name }) => `discussions of ${type} ${name}`,
  route: ({ repository: name, type, kind, page: p, ...rest }) =>
    get(`${repositoryPath(type, name)}/discussions`, { type: kind, p, ...rest }),
  page: ({ type, repository: name }) => `${repositoryPage(type, name)}/discussions`,
});

export const createDiscussion = defineOperation({
  key: 'create-discussion',
  title: 'Open a discussion',
  description:
    'Opens a discussion, or an empty pull request, in a repository. With `key` it keeps one discussion up to date instead of opening another.',
  family,
  effect: 'write',
  intent: 'create a discussion or pull request in a repository on the Hugging Face Hub',
  parameters: z.object({
    repository: repository(),
    type: repositoryType(),
    title: parameter(
      z.string().min(3).max(longestTitleGiven),
      'At least 3 characters; what is longer than the 200 that the Hub takes is cut.',
      { aliases: ['subject', 'discussionTitle'] },
    ),
    description: parameter(
      z.string().min(1).max(longestDescription),
      'The first comment, in Markdown. The Hub takes 65,536 characters: what is longer is cut, with a link to the workflow run.',
      { aliases: ['body', 'content', 'text', 'message', 'comment'] },
    ),
    pullRequest: parameter(z.boolean().optional(), '`true` opens a draft pull request.', {
      aliases: ['isPullRequest', 'pr', 'createPr', 'asPullRequest'],
      translations: [
        {
          names: ['discussionType', 'discussionKind', 'type', 'kind'],
          values: [
            [true, 'pull_request'],
            [false, 'discussion'],
          ],
        },
      ],
    }),
    key: parameter(
      z.string().trim().min(1).max(200).optional(),
      'Keeps one discussion under this name, such as the GitHub repository and the number of its pull request: a step with the same key and account updates it (title, a new comment where the description changed, state) instead of opening another.',
    ),
    state: parameter(
      z.enum(keptStates).optional(),
      'With `key`: how the discussion is to be, `open` without it. `follow-pull-request` closes it when the GitHub pull request of the event is closed, and opens it again with it.',
    ),
  }),
  check: ({ key, state }) =>
    state !== undefined && key === undefined
      ? [{ name: 'input.state', message: 'is for a discussion that is kept under a `key`.' }]
      : [],
  answer: { id: ['num', 'number', 'discussionNum', 'id'] },
  done: 'Opened',
  describe: ({ type, repository: name, title, pullRequest }) =>
    `${pullRequest ? 'pull request' : 'discussion'} '${title}' in ${type} ${name}`,
  route: ({ repository: name, type, title, description, pullRequest }) =>
    send('POST', `${repositoryPath(type, name)}/discussions`, { title, description, pullRequest }),
  page: ({ type, repository: name }, answer) => {
    const num = at(answer, ['num']);
    return typeof num === 'number' ? `${repositoryPage(type, name)}/discussions/${num}` : undefined;
  },
  complete: async ({ title, description }, _read, { runUrl }) => ({
    title: cutTitle(title),
    description: cutText(description, runUrl),
  }),
  keep: { by: 'key', parameters: ['key', 'state'], run: keepDiscussion },
  current: ({ repository: name, type, title }) => get(`${repositoryPath(type, name)}/discussions`, { search: title }),
  repeat: {
    kind: 'create',
    unique: false,
    present: presentDiscussion,
    needs: ({ type, repository: name }) => [get(`${repositoryPath(type, name)}/discussions`)],
  },
  recognise: {
    safeTwice: false,
    where: ({ type, repository: name }) => `${repositoryPage(type, name)}/discussions`,
    tell: tellOpened,
  },
});

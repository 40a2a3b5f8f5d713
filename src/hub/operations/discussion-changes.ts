import { z } from 'zod';
import { get, repositoryPage, repositoryPath, send } from '../hub-request.ts';
import { at } from '../json.ts';
import { defineOperation } from '../operation.ts';
import { type RepositoryType, repository, repositoryType } from '../parameter-types.ts';
import { parameter } from '../parameters.ts';
import { tellCommented } from '../read-back/recognise-comment.ts';
import { tellChanged, tellMerged } from '../read-back/recognise-discussion-change.ts';
import { presentDiscussionState, presentMerge } from '../safe-repeat/discussion-change-present.ts';
import { discussionNumber, discussionTitle, longestComment } from './discussion-parameters.ts';

const family = 'Discussions';

interface Place {
  readonly repository: string;
  readonly type: RepositoryType;
  readonly num: number;
}

const pathOf = ({ repository: name, type, num }: Place) => `${repositoryPath(type, name)}/discussions/${num}`;
const pageOf = ({ repository: name, type, num }: Place) => `${repositoryPage(type, name)}/discussions/${num}`;

const comment = (doc: string) =>
  parameter(z.string().min(1).max(longestComment).optional(), doc, {
    aliases: ['message', 'reason', 'text', 'body'],
  });

export const commentDiscussion = defineOperation({
  key: 'comment-discussion',
  title: 'Comment on a discussion',
  description: 'Adds a comment to a discussion or pull request.',
  family,
  effect: 'write',
  intent: 'comment on a discussion or pull request of a repository on the Hugging Face Hub',
  parameters: z.object({
    repository: repository(),
    type: repositoryType(),
    num: discussionNumber(),
    comment: parameter(z.string().min(1).max(longestComment), 'The comment, in Markdown.', {
      aliases: ['body', 'content', 'text', 'message'],
    }),
  }),
  done: 'Commented on',
  describe: ({ type, repository: name, num }) => `discussion ${num} of ${type} ${name}`,
  route: ({ comment: text, ...place }) => send('POST', `${pathOf(place)}/comment`, { comment: text }),
  page: (params, answer) => {
    const id = at(answer, ['newMessage', 'id']);
    return typeof id === 'string' ? `${pageOf(params)}#${encodeURIComponent(id)}` : pageOf(params);
  },
  current: (params) => get(pathOf(params)),
  recognise: {
    safeTwice: false,
    where: pageOf,
    tell: ({ comment: text, ...place }, look) => tellCommented(text, pathOf(place), look),
  },
});

export const updateDiscussion = defineOperation({
  key: 'update-discussion',
  title: 'Update a discussion',
  description: 'Renames a discussion or pull request, closes it, or opens it (a draft pull request too).',
  family,
  effect: 'write',
  intent: 'update a discussion or pull request on the Hugging Face Hub: change its title, close or reopen it',
  parameters: z.object({
    repository: repository(),
    type: repositoryType(),
    num: discussionNumber(),
    title: parameter(discussionTitle().optional(), 'Its new title, from 3 to 200 characters.', {
      aliases: ['newTitle', 'subject', 'discussionTitle'],
    }),
    status: parameter(z.enum(['open', 'closed']).optional(), 'What it is to be.', {
      aliases: ['newStatus', 'state', 'discussionStatus'],
    }),
    comment: comment('Why its status changes, in Markdown; only together with `status`.'),
  }),
  done: 'Updated',
  describe: ({ type, repository: name, num }) => `discussion ${num} of ${type} ${name}`,
  route: (params) => changes(params).first,
  also: (params) => changes(params).others,
  page: pageOf,
  current: (params) => get(pathOf(params)),
  repeat: { kind: 'change', unique: false, present: presentDiscussionState },
  recognise: { safeTwice: false, where: pageOf, tell: (params, look) => tellChanged(params, pathOf(params), look) },
  check: ({ title, status, comment: why }) => {
    if (why !== undefined && status === undefined) {
      return [{ name: 'input.comment', message: 'is for a change of status: comment-discussion adds one by itself.' }];
    }
    return title === undefined && status === undefined
      ? [{ name: 'input', message: 'names nothing to change: title, status or both.' }]
      : [];
  },
});

interface Changes extends Place {
  readonly title?: string | undefined;
  readonly status?: string | undefined;
  readonly comment?: string | undefined;
}

/** The title first: the same title may be set twice, but the Hub refuses to close what is closed. */
function changes({ title, status, comment: why, ...place }: Changes) {
  const rename = send('POST', `${pathOf(place)}/title`, { title });
  const restate = send('POST', `${pathOf(place)}/status`, { status, comment: why });
  if (title === undefined) return { first: restate, others: [] };
  return { first: rename, others: status === undefined ? [] : [restate] };
}

export const mergePullRequest = defineOperation({
  key: 'merge-pull-request',
  title: 'Merge a pull request',
  description: 'Merges a pull request of the Hub into the branch it is for; a draft must be opened first.',
  family,
  effect: 'write',
  intent: 'merge a pull request of a repository on the Hugging Face Hub',
  parameters: z.object({
    repository: repository(),
    type: repositoryType(),
    num: discussionNumber("The pull request's number."),
    comment: comment('What to say with it, in Markdown.'),
  }),
  done: 'Merged',
  describe: ({ type, repository: name, num }) => `pull request ${num} of ${type} ${name}`,
  route: ({ comment: text, ...place }) => send('POST', `${pathOf(place)}/merge`, { comment: text }),
  page: pageOf,
  current: (params) => get(pathOf(params)),
  repeat: { kind: 'change', unique: false, present: presentMerge },
  recognise: { safeTwice: true, where: pageOf, tell: (params, look) => tellMerged(pathOf(params), look) },
});

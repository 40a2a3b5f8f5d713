import { OperationError } from '../errors.ts';
import { forHtml } from '../text/harmless-text.ts';
import { code, html, link } from '../text/html.ts';
import { type Author, ownAuthorship, statusOf, type WhoAmI } from './own-author.ts';

/** What one comment on a pull request tells of what is on the Hub. */
export interface CommentContent {
  /** Tells the comments of several steps apart. */
  readonly key: string;
  readonly title: string;
  readonly url: string;
  /** Its state, as the Hub names it. */
  readonly state: string | undefined;
}

/** The pull request that is commented on. */
export interface CommentPlace {
  readonly owner: string;
  readonly repository: string;
  readonly pullRequest: number;
}

interface Comment {
  readonly id: number;
  readonly body?: string | undefined;
  readonly user: Author | null;
}

// A type, not an interface: Octokit's parameters have an index signature, which only a type alias can satisfy.
type Repository = { readonly owner: string; readonly repo: string };

/** The part of Octokit that is used here: `getOctokit(token)` of @actions/github has it. */
export interface CommentApi {
  readonly rest: {
    readonly users: { readonly getAuthenticated: WhoAmI };
    readonly issues: {
      listComments(
        query: Repository & { issue_number: number; per_page: number; page: number },
      ): Promise<{ readonly data: readonly Comment[] }>;
      createComment(comment: Repository & { issue_number: number; body: string }): Promise<unknown>;
      updateComment(comment: Repository & { comment_id: number; body: string }): Promise<unknown>;
    };
  };
}

/** The most that GitHub lists at once. */
const pageSize = 100;

/** @throws OperationError INPUT_INVALID without a token */
export async function openComments(token: string | undefined): Promise<CommentApi> {
  if (token === undefined) throw explained(new Error('there is no `github-token`'));
  // Octokit is large, and only steps that comment need it.
  const { getOctokit } = await import('@actions/github');
  return getOctokit(token);
}

/**
 * Keeps one comment on the pull request, edited in place. It is found by a marker and by being this workflow's own, so
 * that nobody else's text can pass for it.
 * @throws OperationError INPUT_INVALID where GitHub refuses: mostly for want of `pull-requests: write`
 */
export async function keepComment(
  api: CommentApi,
  place: CommentPlace,
  content: CommentContent,
): Promise<'created' | 'edited' | 'unchanged'> {
  const { issues } = api.rest;
  const where = { owner: place.owner, repo: place.repository };
  const body = commentBody(content);
  try {
    const own = await ownComment(api, place, markerOf(content.key));
    if (own?.body?.replaceAll('\r\n', '\n') === body) return 'unchanged';
    if (own) await issues.updateComment({ ...where, comment_id: own.id, body });
    else await issues.createComment({ ...where, issue_number: place.pullRequest, body });
    return own ? 'edited' : 'created';
  } catch (error) {
    throw explained(error);
  }
}

async function ownComment(api: CommentApi, place: CommentPlace, marker: string): Promise<Comment | undefined> {
  const isOwn = await ownAuthorship(() => api.rest.users.getAuthenticated());
  const where = { owner: place.owner, repo: place.repository, issue_number: place.pullRequest, per_page: pageSize };
  for (let page = 1; ; page += 1) {
    const { data } = await api.rest.issues.listComments({ ...where, page });
    const own = data.find((comment) => comment.body?.split(/\r?\n/, 1)[0] === marker && isOwn(comment.user));
    if (own !== undefined || data.length < pageSize) return own;
  }
}

/** What is filled in is cut by the functions that make it harmless: far below GitHub's 65,536 characters. */
function commentBody({ key, title, url, state }: CommentContent): string {
  const isAs = state === undefined ? html`` : html` is ${code(state)}`;
  const row = html`<p>🤗 <b>${title.slice(0, longestTitle)}</b>${isAs} on the Hugging Face Hub: ${link(url)}</p>`;
  return `${markerOf(key)}\n${row.html}`;
}

/** The Hub's own limit is 200 characters; other operations tell a headline. */
const longestTitle = 1_000;

/** Hidden where it is rendered; the key is written so that it cannot end the HTML comment. */
function markerOf(key: string): string {
  return `<!-- membrane-hub-action:${encodeURIComponent(forHtml(key)).replaceAll('-', '%2D')} -->`;
}

function explained(error: unknown): OperationError {
  const status = statusOf(error);
  const message = error instanceof Error ? error.message : String(error);
  return new OperationError(
    'INPUT_INVALID',
    `The operation was carried out, but GitHub refused the comment on the pull request: ${message}`,
    {
      hint:
        status === 401 || status === 403 || status === 404
          ? 'Give the job `permissions: pull-requests: write`. Pull requests from forks have a read-only token and cannot be commented on.'
          : 'Run the step again, or set `comment-on-pull-request` to `false`.',
      cause: error,
      retryable: status === undefined || status >= 500,
      ...(status === undefined ? {} : { status }),
    },
  );
}

import { OperationError } from '../errors.ts';
import { forHtml, shortened } from '../text/harmless-text.ts';
import { code, type Html, html, link } from '../text/html.ts';

/** GitHub refuses longer comments (its own error message says so: 65,536 characters). */
const commentLimit = 65_536;

/** What one comment on a pull request tells about the discussion on the Hub. */
export interface CommentContent {
  /** Tells the comments of several steps apart. */
  readonly key: string;
  readonly title: string;
  readonly url: string | undefined;
  /** The discussion's state, as the Hub names it. */
  readonly state: string | undefined;
}

export interface CommentPlace {
  readonly token: string;
  readonly owner: string;
  readonly repository: string;
  readonly pullRequest: number;
}

/**
 * Keeps one comment on the pull request, edited in place. The comment is found by a marker and by being this
 * workflow's own, so that nobody else's text can pass for it.
 * @throws OperationError INPUT_INVALID where the workflow lacks `pull-requests: write`
 */
export async function keepComment(
  place: CommentPlace,
  content: CommentContent,
): Promise<'created' | 'edited' | 'unchanged'> {
  // Octokit is large, and only steps that comment need it.
  const { getOctokit } = await import('@actions/github');
  const { rest, paginate } = getOctokit(place.token);
  const where = { owner: place.owner, repo: place.repository, issue_number: place.pullRequest };
  const body = commentBody(content);
  try {
    const comments = await paginate(rest.issues.listComments, { ...where, per_page: 100 });
    const isOurs = await authorCheck(() => rest.users.getAuthenticated());
    const own = comments.find((comment) => comment.body?.startsWith(markerOf(content.key)) && isOurs(comment.user));
    if (own?.body === body) return 'unchanged';
    if (own) await rest.issues.updateComment({ owner: place.owner, repo: place.repository, comment_id: own.id, body });
    else await rest.issues.createComment({ ...where, body });
    return own ? 'edited' : 'created';
  } catch (error) {
    throw explained(error);
  }
}

interface Author {
  readonly login: string;
  readonly type: string;
}

/** A person's token knows its account; the workflow's own may not ask (403) and writes as a bot. */
async function authorCheck(
  whoAmI: () => Promise<{ readonly data: { readonly login: string } }>,
): Promise<(author: Author | null) => boolean> {
  const login = await whoAmI().then(
    ({ data }) => data.login,
    () => undefined,
  );
  return (author) => (login === undefined ? author?.type === 'Bot' : author?.login === login);
}

function commentBody(content: CommentContent): string {
  const where = content.url === undefined ? html`` : html`${link(content.url)}`;
  const rows: Html = html`<p>🤗 <b>${content.title}</b><br>${where} ${content.state === undefined ? html`` : code(content.state)}</p>`;
  return shortened(`${markerOf(content.key)}\n${rows.html}`, commentLimit);
}

/** Hidden in the rendered comment; the key is escaped so that it cannot end the HTML comment. */
function markerOf(key: string): string {
  return `<!-- membrane-hub-action:${encodeURIComponent(forHtml(key)).replaceAll('-', '%2D')} -->`;
}

function explained(error: unknown): OperationError {
  const status = typeof error === 'object' && error !== null ? Reflect.get(error, 'status') : undefined;
  const message = error instanceof Error ? error.message : String(error);
  const denied = status === 403 || status === 404 || status === 401;
  return new OperationError(
    'INPUT_INVALID',
    `The operation was carried out, but GitHub refused the comment on the pull request: ${message}`,
    {
      hint: denied
        ? 'Give the job `permissions: pull-requests: write`. Pull requests from forks have a read-only token and cannot be commented on.'
        : 'Run the step again, or set comment-on-pull-request to false.',
      cause: error,
      ...(typeof status === 'number' ? { status } : {}),
    },
  );
}

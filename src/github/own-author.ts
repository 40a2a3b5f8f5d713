/** The account behind an issue or a comment, as GitHub's REST API names it. */
export interface Author {
  readonly login: string;
  readonly type: string;
}

/** The one call of Octokit that is needed here. */
export type WhoAmI = () => Promise<{ readonly data: { readonly login: string } }>;

/**
 * Tells what this workflow wrote itself: a marker alone could be anybody's. A person's token knows its account; the
 * workflow's own may not ask (403 'Resource not accessible by integration') and writes as a bot.
 */
export async function ownAuthorship(whoAmI: WhoAmI): Promise<(author: Author | null) => boolean> {
  const login = await whoAmI().then(
    ({ data }) => data.login,
    (error: unknown) => {
      if (statusOf(error) === 403) return undefined;
      throw error;
    },
  );
  return (author) => (login === undefined ? author?.type === 'Bot' : author?.login === login);
}

/** The HTTP status of Octokit's error, where there was an answer. */
export function statusOf(error: unknown): number | undefined {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' ? status : undefined;
}

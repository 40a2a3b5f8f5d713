import { toOperationError } from './errors.ts';
import type { Inputs } from './github/inputs.ts';
import { pullRequestOf } from './github/pull-request.ts';
import { type CommentContent, keepComment, openComments } from './github/pull-request-comment.ts';
import type { Runner } from './github/runner.ts';
import { at } from './hub/json.ts';
import type { OperationRequest } from './hub/operation-request.ts';
import type { OperationResult } from './hub/operation-result.ts';
import type { Log } from './log.ts';

/**
 * Keeps a comment on the workflow's pull request about a result, where that is wanted.
 * @returns the result; with `failure` where GitHub refused the comment
 */
export async function commentOn(
  result: OperationResult,
  request: OperationRequest,
  inputs: Pick<Inputs, 'commentOnPullRequest' | 'githubToken'>,
  { runner, log }: { readonly runner: Runner; readonly log: Log },
): Promise<OperationResult> {
  if (!inputs.commentOnPullRequest || result.failure !== undefined) return result;
  const place = placeOf(runner);
  const content = commentContent(commentKey(request), result);
  if (place === undefined) log.info('The event that started this workflow has no pull request: nothing is commented.');
  if (place === undefined || content === undefined) return result;
  try {
    const kept = await keepComment(await openComments(inputs.githubToken), place, content);
    log.info(`The comment on pull request ${place.pullRequest}: ${kept}.`);
    return result;
  } catch (error) {
    return { ...result, failure: toOperationError(error) };
  }
}

function placeOf({ event, repository }: Runner) {
  const pullRequest = pullRequestOf(event)?.number;
  const [owner, name] = repository.split('/');
  return pullRequest === undefined || !owner || !name ? undefined : { owner, repository: name, pullRequest };
}

/** Steps about different things have a comment each; the same step has the same one again. */
function commentKey({ operation, params }: OperationRequest): string {
  const { key, type, repository } = params;
  return typeof key === 'string' ? key : [operation.key, type, repository].filter(Boolean).join(' ');
}

/** What the comment says of a result; undefined where the result is nothing that one could look at. */
function commentContent(key: string, result: OperationResult): CommentContent | undefined {
  const { url, output, headline } = result;
  if (url === undefined || result.status === 'planned') return undefined;
  const [title, state] = [at(output, ['title']), at(output, ['status'])];
  return {
    ...{ key, url },
    title: typeof title === 'string' ? title : headline,
    state: typeof state === 'string' ? state : undefined,
  };
}

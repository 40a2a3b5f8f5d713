import { z } from 'zod';
import { OperationError } from '../../errors.ts';
import { repositoryPage, send } from '../hub-request.ts';
import type { PublishContext } from './context.ts';
import { change } from './hub-calls.ts';
import type { Announcement } from './parameters.ts';
import { findOwnThread } from './pull-request.ts';
import { readReferences } from './repository-state.ts';
import { apiPath, revisionPath, type Target } from './target.ts';

/** What a tag of that name points to. */
export async function tagCommit(name: string, target: Target, context: PublishContext): Promise<string | undefined> {
  const references = await readReferences(context.hub, target, context.signal);
  return references?.tags.find((tag) => tag.name === name)?.targetCommit;
}

export function tagTaken(name: string, commit: string, target: Target): OperationError {
  return new OperationError(
    'HUB_CONFLICT',
    `The tag ${name} of ${target.repository} is on another commit, ${commit}.`,
    {
      hint: 'Choose another tag, or delete that one if it may move. A tag that readers have pinned should stay.',
      effect: 'none',
      retryable: false,
    },
  );
}

/** Puts the tag on a commit, unless it is there. @throws OperationError if it is elsewhere */
export async function putTag(
  tag: { readonly name: string; readonly message: string | undefined },
  commit: string,
  target: Target,
  context: PublishContext,
): Promise<void> {
  const request = send('POST', revisionPath(target, 'tag', commit), { tag: tag.name, message: tag.message });
  try {
    await change(context.hub, request, context.signal);
  } catch (error) {
    if (!(error instanceof OperationError) || ['CANCELLED', 'TIMEOUT'].includes(error.code)) throw error;
    const present = await tagCommit(tag.name, target, context);
    if (present === undefined) throw error;
    if (present !== commit) throw tagTaken(tag.name, present, target);
  }
  context.log.info(`Tagged ${commit} as ${tag.name}.`);
}

const opened = z.object({ num: z.number() });

/** Opens the discussion; where it is unknown whether the call arrived, it is looked for before anything is said. */
export async function openDiscussion(
  announcement: Announcement,
  target: Target,
  context: PublishContext,
): Promise<string> {
  const { title, description } = announcement;
  const address = (number: number) => `${repositoryPage(target.type, target.repository)}/discussions/${number}`;
  try {
    const request = send('POST', `${apiPath(target)}/discussions`, { title, description });
    const { num } = opened.parse((await change(context.hub, request, context.signal)).body);
    context.log.info(`Opened the discussion ${address(num)}.`);
    return address(num);
  } catch (error) {
    if (error instanceof OperationError && error.details.effect !== 'unknown') throw error;
    const found = await findOwnThread(
      context.hub,
      target,
      { kind: 'discussion', title, closedToo: true },
      context.signal,
    );
    if (found === undefined) throw error;
    return found.url;
  }
}

import { z } from 'zod';
import { parameter } from '../parameters.ts';

/** Which discussion or pull request of a repository is meant: both are counted together. */
export function discussionNumber(doc = "The discussion's number.") {
  return parameter(z.int().min(1), doc, {
    aliases: ['number', 'discussionNum', 'discussionNumber', 'discussion', 'discussionId', 'index'],
  });
}

/** What the Hub takes as one comment, characters. */
export const longestComment = 65_536;

export const discussionTitle = () => z.string().min(3).max(200);

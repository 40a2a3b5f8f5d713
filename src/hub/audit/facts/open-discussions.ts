import { z } from 'zod';
import { type HubAnswer, type HubReader, isSuccess } from '../hub-calls.ts';
import { apiPath, type FactSource, refused } from './fact-source.ts';

/** The oldest that are kept; whoever has more of them old has the same work to do. */
const keptDiscussions = 50;
/** Pages; a repository with more open discussions is asked no further. */
const mostPages = 40;

const discussion = z.object({ num: z.number(), createdAt: z.string(), pullRequest: z.boolean() });

const discussions = z.object({
  disabled: z.boolean(),
  /** Open ones, oldest first. */
  open: z.array(discussion),
});

/** The open discussions and pull requests of a repository. */
export type OpenDiscussions = z.infer<typeof discussions>;

const answered = z.object({
  discussions: z.array(z.object({ num: z.number(), createdAt: z.string(), isPullRequest: z.boolean() })),
  count: z.number().catch(0),
  start: z.number().catch(0),
});

export const openDiscussions: FactSource<OpenDiscussions> = {
  schema: discussions,
  async load(record, reader) {
    const open: z.infer<typeof discussion>[] = [];
    for (let page = 0; page < mostPages; page += 1) {
      const { answer, read } = await readPage(reader, apiPath(record), page);
      if (page === 0 && saysDisabled(answer)) return { kind: 'value', value: { disabled: true, open: [] } };
      if (!isSuccess(answer) || !read) return refused(answer, 'list the discussions');
      open.push(...read.discussions.map((one) => ({ ...one, pullRequest: one.isPullRequest })));
      if (read.discussions.length === 0 || read.start + read.discussions.length >= read.count) break;
    }
    return { kind: 'value', value: { disabled: false, open: oldest(open) } };
  },
};

/** The Hub has no other way to say that discussions are off; a 403 for want of rights says something else. */
function saysDisabled(answer: HubAnswer): boolean {
  const said = `${answer.headers['x-error-message'] ?? ''} ${JSON.stringify(answer.body ?? '').slice(0, 2000)}`;
  return answer.status === 403 && /discussions?\b.*\bdisabled/i.test(said);
}

async function readPage(reader: HubReader, path: string, page: number) {
  const answer = await reader.get(`${path}/discussions`, [
    ['status', 'open'],
    ['p', String(page)],
  ]);
  return { answer, read: answered.safeParse(answer.body).data };
}

function oldest(open: readonly z.infer<typeof discussion>[]): z.infer<typeof discussion>[] {
  const sorted = open.toSorted((one, other) => Date.parse(one.createdAt) - Date.parse(other.createdAt));
  return sorted.slice(0, keptDiscussions).map(({ num, createdAt, pullRequest }) => ({ num, createdAt, pullRequest }));
}

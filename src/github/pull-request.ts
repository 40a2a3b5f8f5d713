import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** The pull request that the workflow runs for. */
export interface PullRequest {
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly title: string;
  readonly url: string;
}

const eventSchema = z.object({
  pull_request: z.object({
    number: z.number().int().positive(),
    state: z.enum(['open', 'closed']),
    title: z.string(),
    html_url: z.string(),
  }),
});

/** The pull request of the event, where the event is about one: `pull_request` and its relatives. */
export async function readPullRequest(eventPath: string | undefined): Promise<PullRequest | undefined> {
  if (!eventPath) return undefined;
  const text = await readFile(eventPath, 'utf8').catch(() => '{}');
  const event = eventSchema.safeParse(parsed(text));
  if (!event.success) return undefined;
  const { number, state, title, html_url: url } = event.data.pull_request;
  return { number, state, title, url };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

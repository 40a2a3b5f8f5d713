import { z } from 'zod';
import type { Event } from './event.ts';

/** The pull request that the workflow runs for. */
export interface PullRequest {
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly title: string;
  readonly url: string;
}

const payloadSchema = z.object({
  pull_request: z.object({
    number: z.number().int().positive(),
    state: z.enum(['open', 'closed']),
    title: z.string(),
    html_url: z.string(),
  }),
});

/** The pull request of the event, where the event is about one: `pull_request` and its relatives. */
export function pullRequestOf({ payload }: Event): PullRequest | undefined {
  const event = payloadSchema.safeParse(payload);
  if (!event.success) return undefined;
  const { number, state, title, html_url: url } = event.data.pull_request;
  return { number, state, title, url };
}

import { z } from 'zod';
import { defineBuiltIn } from '../operation.ts';
import { parameter } from '../parameters.ts';

export const searchActions = defineBuiltIn({
  key: 'search-actions',
  title: 'Search actions',
  description: "Searches the workspace's actions for the connection, with what they take and answer.",
  effect: 'read',
  parameters: z.object({
    intent: parameter(z.string().min(1).max(200), 'What the action should do, at most 200 characters.'),
    limit: parameter(z.int().min(1).max(100).default(10), 'How many to answer at most.'),
  }),
  async run({ intent, limit }, { client, connection, signal }) {
    const actions = await client.searchActions({ connectionId: connection.id, intent, limit }, { signal });
    return {
      status: 'succeeded',
      changed: false,
      output: actions,
      count: actions.length,
      headline: `Found ${actions.length} ${actions.length === 1 ? 'action' : 'actions'} for '${intent}'`,
      table: {
        columns: ['Key', 'Name', 'Description', 'Id'],
        rows: actions.slice(0, 50).map(({ key, name, description, id }) => [key, name, description, id]),
        total: actions.length,
      },
    };
  },
});

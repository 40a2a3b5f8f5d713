import { z } from 'zod';
import { defineBuiltIn } from '../operation.ts';

export const ensureConnection = defineBuiltIn({
  key: 'ensure-connection',
  title: 'Ensure the connection',
  description: 'Makes sure that the connection to the Hub exists and is ready, and answers it.',
  effect: 'read',
  parameters: z.object({}),
  async run(_params, { connection }) {
    const named = connection.name === undefined ? connection.id : `${connection.name} (${connection.id})`;
    return {
      status: 'succeeded',
      changed: false,
      output: connection,
      id: connection.id,
      headline: `Connection ${named} is ready`,
    };
  },
});

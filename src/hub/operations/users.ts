import { z } from 'zod';
import { get, hubAddress } from '../hub-request.ts';
import { at } from '../json.ts';
import { defineOperation } from '../operation.ts';

export const getCurrentUser = defineOperation({
  key: 'get-current-user',
  title: 'Get the current user',
  description: "Reads the connection's own account and its organizations.",
  family: 'Users',
  effect: 'read',
  intent: 'get the current user (whoami) of the Hugging Face Hub',
  parameters: z.object({}),
  answer: { id: ['id', '_id', 'name'] },
  done: 'Read',
  describe: () => 'the current user',
  route: () => get('/api/whoami-v2'),
  page: (_params, answer) => {
    const name = at(answer, ['name']);
    return typeof name === 'string' ? `${hubAddress}/${encodeURIComponent(name)}` : undefined;
  },
});

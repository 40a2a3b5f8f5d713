import * as z from 'zod';
import type { Context } from '../context.ts';
import type { Reply } from '../reply.ts';
import { json } from '../reply.ts';
import type { Route } from '../router.ts';
import { judgeCard } from '../store/card-rules.ts';

const request = z.object({ content: z.string(), repoType: z.enum(['model', 'dataset', 'space']).default('model') });
/** Reached before each commit of a README by huggingface_hub; always answers in JSON. */
async function validate(context: Context): Promise<Reply> {
  const { content, repoType } = await context.json(request);
  const { errors, warnings } = judgeCard(content, repoType);
  const messages = (list: string[]) => list.map((message) => ({ message }));
  return json({ errors: messages(errors), warnings: messages(warnings) }, errors.length > 0 ? 400 : 200);
}

export const validateYamlRoutes: readonly Route[] = [
  { method: 'POST', pattern: '/api/validate-yaml', handle: validate },
];

import { parse } from 'yaml';
import * as z from 'zod';
import type { Context } from '../context.ts';
import { LICENSES } from '../licenses.ts';
import type { Reply } from '../reply.ts';
import { json } from '../reply.ts';
import type { Route } from '../router.ts';
import { frontMatter, texts } from '../store/card.ts';

const request = z.object({ content: z.string(), repoType: z.enum(['model', 'dataset', 'space']).default('model') });
const metadata = z.record(z.string(), z.unknown());

interface Verdict {
  readonly errors: string[];
  readonly warnings: string[];
}

function judgeMetadata(data: Record<string, unknown>, repoType: string): string[] {
  const errors = texts(data.license)
    .filter((license) => !LICENSES.has(license))
    .map((license) => `"license" must be one of the known licenses, not ${JSON.stringify(license)}`);
  if (data.tags != null && !Array.isArray(data.tags)) errors.push('"tags" must be an array');
  if (repoType === 'space' && !['gradio', 'docker', 'static', 'streamlit'].includes(texts(data.sdk)[0] ?? '')) {
    errors.push('"sdk" must be one of gradio, docker, static');
  }
  return errors;
}

function judge(readme: string, repoType: string): Verdict {
  const block = frontMatter(readme);
  if (block === undefined) {
    const missing = 'empty or missing yaml metadata in repo card';
    return { errors: [], warnings: [missing] };
  }
  try {
    const parsed = metadata.safeParse(parse(block));
    if (!parsed.success) return { errors: ['The metadata must be a mapping'], warnings: [] };
    return { errors: judgeMetadata(parsed.data, repoType), warnings: [] };
  } catch (error) {
    return { errors: [`Invalid YAML: ${error instanceof Error ? error.message : 'unreadable'}`], warnings: [] };
  }
}

/** Reached before each commit of a README by huggingface_hub; always answers in JSON. */
async function validate(context: Context): Promise<Reply> {
  const { content, repoType } = await context.json(request);
  const { errors, warnings } = judge(content, repoType);
  const messages = (list: string[]) => list.map((message) => ({ message }));
  return json({ errors: messages(errors), warnings: messages(warnings) }, errors.length > 0 ? 400 : 200);
}

export const validateYamlRoutes: readonly Route[] = [
  { method: 'POST', pattern: '/api/validate-yaml', handle: validate },
];

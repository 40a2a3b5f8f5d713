import { parse } from 'yaml';
import * as z from 'zod';
import { LICENSES } from '../licenses.ts';
import { frontMatter, texts } from './card.ts';

const metadata = z.record(z.string(), z.unknown());

/** What is wrong with a card, and what is only missing. */
export interface Verdict {
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

/** Judges a README's metadata as the Hub does, before and at a commit. */
export function judgeCard(readme: string, repoType: string): Verdict {
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

import { z } from 'zod';
import { hubAddress } from '../../hub-request.ts';
import type { HubAnswer, HubReader } from '../hub-calls.ts';
import type { RepositoryRecord } from '../repository-record.ts';
import { type FactSource, refused } from './fact-source.ts';

/** Characters. The longest cards of the Hub stay far below; the rest of a longer one has no new sections. */
const longestCard = 1_000_000;
const namedSections = 200;

const card = z.object({
  /** Headings without their marks, lower case. */
  sections: z.array(z.string()),
});

/** The sections of a repository's README. */
export type CardText = z.infer<typeof card>;

export const cardText: FactSource<CardText> = {
  schema: card,
  async load(record, reader) {
    const answer = await download(reader, `${filesPath(record)}/resolve/${record.sha ?? 'HEAD'}/README.md`);
    if (answer.status === 404) return { kind: 'value', value: { sections: [] } };
    if (answer.status !== 200 || typeof answer.body !== 'string') return refused(answer, 'give the README');
    return { kind: 'value', value: { sections: sectionsOf(answer.body) } };
  },
};

/** Models have no prefix outside the API. */
function filesPath({ type, id }: RepositoryRecord): string {
  const name = id.split('/').map(encodeURIComponent).join('/');
  return type === 'model' ? `/${name}` : `/${type}s/${name}`;
}

/** A file kept by git is answered by the Hub itself, at times by way of another address of its own. */
async function download(reader: HubReader, path: string): Promise<HubAnswer> {
  const answer = await reader.get(path);
  const { location } = answer.headers;
  if (answer.status < 300 || answer.status >= 400 || location === undefined) return answer;
  if (!URL.canParse(location, hubAddress)) return answer;
  const target = new URL(location, hubAddress);
  return target.origin === hubAddress ? reader.get(target.pathname, [...target.searchParams]) : answer;
}

/** ATX headings outside code blocks. */
export function sectionsOf(readme: string): string[] {
  const lines = readme.slice(0, longestCard).split(/\r?\n/);
  return outsideFences(lines)
    .flatMap((line) => /^ {0,3}#{1,6}[ \t]+(\S.{0,300})$/.exec(line)?.[1] ?? [])
    .slice(0, namedSections)
    .map(plainHeading);
}

function outsideFences(lines: readonly string[]): string[] {
  let fence: string | undefined;
  return lines.filter((line) => {
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1];
    if (mark === undefined) return fence === undefined;
    if (fence === undefined) fence = mark;
    else if (fence === mark) fence = undefined;
    return false;
  });
}

/** `## **Intended use** ##` is the section 'intended use'. */
function plainHeading(heading: string): string {
  return heading
    .replace(/[\s#]+$/, '')
    .replaceAll(/[*_`]/g, '')
    .trim()
    .toLowerCase();
}

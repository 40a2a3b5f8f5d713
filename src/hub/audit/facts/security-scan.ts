import { z } from 'zod';
import { isSuccess } from '../hub-calls.ts';
import { apiPath, type FactSource, ifNoneMatch, refused, withEtag } from './fact-source.ts';

/** How many files a report names; a repository with more needs no list to be mended. */
const namedFiles = 100;

const scan = z.object({
  scansDone: z.boolean(),
  files: z.array(z.object({ path: z.string(), level: z.string() })),
});

/** What the Hub's scanners found in the files of a repository's main branch. */
export type SecurityScan = z.infer<typeof scan>;

const answered = z.object({
  scansDone: z.boolean(),
  filesWithIssues: z.array(z.object({ path: z.string(), level: z.string() })).default([]),
});

export const securityScan: FactSource<SecurityScan> = {
  schema: scan,
  async load(record, reader, _now, etag) {
    const answer = await reader.get(`${apiPath(record)}/scan`, [], ifNoneMatch(etag));
    if (answer.status === 304) return { kind: 'unchanged' };
    const read = answered.safeParse(answer.body);
    if (!isSuccess(answer) || !read.success) return refused(answer, 'show the security scan');
    const { scansDone, filesWithIssues } = read.data;
    return { kind: 'value', value: { scansDone, files: filesWithIssues.slice(0, namedFiles) }, ...withEtag(answer) };
  },
};

import { createInterface } from 'node:readline';
import * as z from 'zod';
import type { Context } from '../context.ts';
import { parseJson } from '../context.ts';
import { badRequest } from '../errors.ts';

const header = z.object({
  summary: z.string().trim().min(1),
  description: z.string().default(''),
  parentCommit: z
    .string()
    .regex(/^[A-Fa-f0-9]{5,40}$/)
    .optional(),
});
const file = z.object({
  path: z.string(),
  content: z.string(),
  encoding: z.enum(['utf-8', 'base64']).default('utf-8'),
  oldPath: z.string().optional(),
});
const lfsFile = z.object({
  path: z.string(),
  algo: z.literal('sha256'),
  oid: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.number().int().min(0).optional(),
  oldPath: z.string().optional(),
});
const entry = z.object({ path: z.string() });

const line = z.discriminatedUnion('key', [
  z.object({ key: z.literal('header'), value: header }),
  z.object({ key: z.literal('file'), value: file }),
  z.object({ key: z.literal('lfsFile'), value: lfsFile }),
  z.object({ key: z.literal('deletedFile'), value: entry }),
  z.object({ key: z.literal('deletedFolder'), value: entry }),
  z.object({ key: z.literal('deletedEntry'), value: entry }),
]);

/** The same in one JSON document. */
const whole = header.extend({
  files: z.array(file).default([]),
  lfsFiles: z.array(lfsFile).default([]),
  deletedFiles: z.array(entry).default([]),
  deletedFolders: z.array(entry).default([]),
  deletedEntries: z.array(entry).default([]),
});

export type CommitHeader = z.infer<typeof header>;
export type CommitOperation = Exclude<z.infer<typeof line>, { key: 'header' }>;

/** A commit as asked for, before anything is looked up. */
export interface CommitRequest {
  readonly header: CommitHeader;
  readonly operations: CommitOperation[];
}

/** Reads either form of the body; nothing is stored meanwhile. */
export async function readCommitRequest(context: Context): Promise<CommitRequest> {
  const type = context.call.request.headers['content-type'] ?? '';
  if (/^application\/json/i.test(type)) return fromDocument(await context.json(whole));
  return fromLines(context);
}

async function fromLines(context: Context): Promise<CommitRequest> {
  let first: CommitHeader | undefined;
  const operations: CommitOperation[] = [];
  const lines = createInterface({ input: context.call.stream(), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const text of lines) {
    if (text.trim() === '') continue;
    const parsed = parseJson(text, line);
    if (parsed.key !== 'header') operations.push(parsed);
    else if (first === undefined && operations.length === 0) first = parsed.value;
    else throw badRequest('The header must be the first line, once');
  }
  if (first === undefined) throw badRequest('A commit needs a header');
  return { header: first, operations };
}

function fromDocument(body: z.infer<typeof whole>): CommitRequest {
  const operations: CommitOperation[] = [
    ...body.files.map((value) => ({ key: 'file' as const, value })),
    ...body.lfsFiles.map((value) => ({ key: 'lfsFile' as const, value })),
    ...body.deletedFiles.map((value) => ({ key: 'deletedFile' as const, value })),
    ...body.deletedFolders.map((value) => ({ key: 'deletedFolder' as const, value })),
    ...body.deletedEntries.map((value) => ({ key: 'deletedEntry' as const, value })),
  ];
  return { header: body, operations };
}

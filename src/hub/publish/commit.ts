import { z } from 'zod';
import { type CommitHeader, type CommitOperation, headerLine, operationLine } from './commit-lines.ts';
import { readContents } from './file-contents.ts';
import { change, type HubCalls, unreadable } from './hub-calls.ts';
import { revisionPath, type Target } from './target.ts';

const answer = z.object({
  commitOid: z.string().regex(/^[0-9a-f]{40}$/),
  commitUrl: z.string(),
  pullRequestUrl: z.string().optional(),
});

export interface MadeCommit {
  readonly id: string;
  readonly url: string;
  readonly pullRequestUrl: string | undefined;
}

/** One commit, whole or not at all. @throws OperationError */
export async function sendCommit(
  hub: HubCalls,
  target: Target,
  header: CommitHeader,
  operations: readonly CommitOperation[],
  signal: AbortSignal,
): Promise<MadeCommit> {
  const lines = operations.map(readLine);
  const response = await change(
    hub,
    {
      method: 'POST',
      path: revisionPath(target, 'commit'),
      ...(target.newPullRequest ? { query: [['create_pr', '1']] } : {}),
      headers: { 'content-type': 'application/x-ndjson' },
      body: { kind: 'raw', text: `${[headerLine(header), ...lines].join('\n')}\n` },
    },
    signal,
  );
  const read = answer.safeParse(response.body);
  if (!read.success) throw unreadable('a commit', read.error);
  const { commitOid: id, commitUrl: url, pullRequestUrl } = read.data;
  return { id, url, pullRequestUrl };
}

function readLine(operation: CommitOperation): string {
  return operationLine(operation, operation.kind === 'file' ? readContents(operation.file) : undefined);
}

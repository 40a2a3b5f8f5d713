import type { Log } from '../../log.ts';
import type { Runtime } from '../../runtime.ts';
import type { HubCalls } from './hub-calls.ts';
import type { WorkFiles } from './work-files.ts';

/** What an audit runs with. */
export interface AuditContext {
  /** See callsThroughProxy. */
  readonly calls: HubCalls;
  readonly files: WorkFiles;
  readonly log: Log;
  readonly runtime: Runtime;
  readonly signal: AbortSignal;
  /** The input `dry-run`. */
  readonly dryRun: boolean;
}

/** Where the rules are documented: beside the code of the action that runs. */
export function rulesPage({ env }: Runtime): string {
  const repository = env.GITHUB_ACTION_REPOSITORY || env.GITHUB_REPOSITORY;
  if (!repository) return 'https://huggingface.co/docs/hub/security';
  const server = env.GITHUB_SERVER_URL || 'https://github.com';
  return `${server}/${repository}/blob/${env.GITHUB_ACTION_REF || 'main'}/docs/audit-rules.md`;
}

import { tmpdir } from 'node:os';
import { type Event, readEvent } from './event.ts';

/** Where the runner put this step, from the variables every runner sets. */
export interface Runner {
  /** Absolute; the checked-out repository, where there is one. */
  readonly workspace: string;
  /** Absolute; emptied by the runner after the job. */
  readonly temporary: string;
  /** `owner/name`; empty outside of GitHub. */
  readonly repository: string;
  readonly eventPath: string | undefined;
  readonly event: Event;
  /** The page of the workflow run; undefined outside of GitHub. */
  readonly runUrl: string | undefined;
  /** Whether the job may ask for ID tokens: `permissions: id-token: write`. */
  readonly hasIdTokens: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

export async function readRunner(env: Environment): Promise<Runner> {
  return {
    workspace: env.GITHUB_WORKSPACE || process.cwd(),
    temporary: env.RUNNER_TEMP || tmpdir(),
    repository: env.GITHUB_REPOSITORY ?? '',
    eventPath: env.GITHUB_EVENT_PATH || undefined,
    event: await readEvent(env),
    runUrl: runUrlOf(env),
    hasIdTokens: Boolean(env.ACTIONS_ID_TOKEN_REQUEST_URL && env.ACTIONS_ID_TOKEN_REQUEST_TOKEN),
  };
}

function runUrlOf({ GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID }: Environment): string | undefined {
  if (!GITHUB_SERVER_URL || !GITHUB_REPOSITORY || !GITHUB_RUN_ID) return undefined;
  return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`;
}

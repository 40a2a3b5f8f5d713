import { tmpdir } from 'node:os';
import { untrustedEvent } from './event.ts';

/** Where the runner put this step, from the variables every runner sets. */
export interface Runner {
  /** Absolute; the checked-out repository, where there is one. */
  readonly workspace: string;
  /** Absolute; emptied by the runner after the job. */
  readonly temporary: string;
  /** `owner/name`; empty outside of GitHub. */
  readonly repository: string;
  readonly eventPath: string | undefined;
  /** The event's name where files of the workspace may be an outsider's while secrets are there. */
  readonly untrustedEvent: string | undefined;
}

export function readRunner(env: Readonly<Record<string, string | undefined>>): Runner {
  return {
    workspace: env.GITHUB_WORKSPACE || process.cwd(),
    temporary: env.RUNNER_TEMP || tmpdir(),
    repository: env.GITHUB_REPOSITORY ?? '',
    eventPath: env.GITHUB_EVENT_PATH || undefined,
    untrustedEvent: untrustedEvent(env),
  };
}

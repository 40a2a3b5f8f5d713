import type { WorkFiles } from './audit/work-files.ts';
import type { JobIdentity } from './publish/trusted-publisher.ts';

/** One issue of the GitHub repository that tells how things stand. */
export interface IssueToKeep {
  readonly title: string;
  /** The first line of the body, by which the issue is found again. */
  readonly marker: string;
  readonly body: string;
  /** `drift` opens or edits, `clean` closes, `unclear` edits what is open and opens nothing. */
  readonly verdict: 'drift' | 'unclear' | 'clean';
}

/** What of the job an operation may use, handed in by `run`. */
export interface Host {
  /** Absolute: the checked-out repository. */
  readonly workspace: string;
  /** Files of the workspace; a path that leaves it is refused. */
  readonly files: WorkFiles;
  /** Makes a folder for reports: the given one of the workspace, else one that the runner empties. Absolute. */
  reportFolder(given: string | undefined): Promise<string>;
  readonly identity: JobIdentity;
  /** The Hub itself, for a trusted publisher: `https://huggingface.co`, without a slash at its end. */
  readonly hubUrl: string;
  /** Whether the bytes of `publish` travel under a token of the job's own identity. */
  readonly uploadThrough: 'membrane' | 'trusted-publisher';
  /** The GitHub pull request that the workflow runs for, where it runs for one. */
  readonly pullRequest?: { readonly number: number; readonly state: 'open' | 'closed' } | undefined;
  /** The page of the workflow run. */
  readonly runUrl?: string | undefined;
  /** The text of the input `confirm`, for operations that learn only on the way what has to be confirmed. */
  readonly confirm: string;
  /** Told of each secret that comes up, before its first use. */
  readonly onSecret: (value: string) => void;
  /** Shows the lines of a longer piece of work folded under a title. */
  readonly fold: <Result>(title: string, work: () => Promise<Result>) => Promise<Result>;
  /** Opens, edits or closes the issue. @returns its address, where there is one */
  keepIssue(issue: IssueToKeep): Promise<string | undefined>;
}

import { OperationError } from '../errors.ts';
import { type Author, ownAuthorship, statusOf, type WhoAmI } from './own-author.ts';

/** What the issue says; the audit's `auditIssue` makes it. */
export interface DriftIssue {
  readonly title: string;
  /** The first line of the body, by which the issue is found again. */
  readonly marker: string;
  /** At most 65,536 characters. */
  readonly body: string;
  /** `drift` opens or edits, `clean` closes, `unclear` edits what is open and opens nothing. */
  readonly verdict: 'drift' | 'unclear' | 'clean';
}

/** The GitHub repository whose issue it is. */
export interface IssuePlace {
  readonly owner: string;
  readonly repository: string;
}

export interface KeptIssue {
  readonly action: 'opened' | 'edited' | 'unchanged' | 'closed' | 'none';
  readonly number?: number;
  readonly url?: string;
}

interface Issue {
  readonly number: number;
  readonly title: string;
  readonly body?: string | null;
  readonly html_url: string;
  readonly user: Author | null;
  /** GitHub's list of issues holds pull requests too. */
  readonly pull_request?: unknown;
}

// A type, not an interface: Octokit's parameters have an index signature, which only a type alias can satisfy.
type Repository = { readonly owner: string; readonly repo: string };

/** The part of Octokit that is used here: `getOctokit(token)` of @actions/github has it. */
export interface IssueApi {
  readonly rest: {
    readonly users: { readonly getAuthenticated: WhoAmI };
    readonly issues: {
      listForRepo(
        query: Repository & { state: 'open'; sort: 'created'; direction: 'asc'; per_page: number; page: number },
      ): Promise<{ readonly data: readonly Issue[] }>;
      create(issue: Repository & { title: string; body: string }): Promise<{ readonly data: Issue }>;
      update(
        change: Repository & {
          issue_number: number;
          title?: string;
          body?: string;
          state?: 'closed';
          state_reason?: 'completed' | 'not_planned';
        },
      ): Promise<unknown>;
    };
  };
}

/** The most that GitHub lists at once. */
const pageSize = 100;

/**
 * Keeps one open issue as long as there is drift: opens it, edits it in place, closes it when all is mended. A closed
 * one is not opened again: new drift is a new story. Where two runs at once opened two, the older one stays.
 * @throws OperationError INPUT_INVALID where GitHub refuses: mostly for want of `issues: write`
 */
export async function keepDriftIssue(api: IssueApi, place: IssuePlace, issue: DriftIssue): Promise<KeptIssue> {
  try {
    const [kept, ...doubles] = await ownIssues(api, place, issue.marker);
    for (const double of doubles) await close(api, place, double, 'not_planned');
    if (!kept) return issue.verdict === 'drift' ? await opened(api, place, issue) : { action: 'none' };
    return await updated(api, place, kept, issue);
  } catch (error) {
    throw explained(error);
  }
}

/** The oldest first. */
async function ownIssues(api: IssueApi, place: IssuePlace, marker: string): Promise<Issue[]> {
  const isOwn = await ownAuthorship(() => api.rest.users.getAuthenticated());
  const own: Issue[] = [];
  for (let page = 1; ; page += 1) {
    const { data } = await api.rest.issues.listForRepo({
      ...repositoryOf(place),
      state: 'open',
      sort: 'created',
      direction: 'asc',
      per_page: pageSize,
      page,
    });
    own.push(...data.filter((issue) => hasMarker(issue, marker) && isOwn(issue.user)));
    if (data.length < pageSize) return own;
  }
}

function hasMarker(issue: Issue, marker: string): boolean {
  return issue.pull_request === undefined && issue.body?.split(/\r?\n/, 1)[0] === marker;
}

async function opened(api: IssueApi, place: IssuePlace, { title, body }: DriftIssue): Promise<KeptIssue> {
  const { data } = await api.rest.issues.create({ ...repositoryOf(place), title, body });
  return { action: 'opened', number: data.number, url: data.html_url };
}

async function updated(
  api: IssueApi,
  place: IssuePlace,
  kept: Issue,
  { title, body, verdict }: DriftIssue,
): Promise<KeptIssue> {
  const named = { number: kept.number, url: kept.html_url };
  const same = kept.title === title && kept.body?.replaceAll('\r\n', '\n') === body;
  if (!same) await api.rest.issues.update({ ...repositoryOf(place), issue_number: kept.number, title, body });
  if (verdict !== 'clean') return { action: same ? 'unchanged' : 'edited', ...named };
  await close(api, place, kept, 'completed');
  return { action: 'closed', ...named };
}

async function close(
  api: IssueApi,
  place: IssuePlace,
  issue: Issue,
  reason: 'completed' | 'not_planned',
): Promise<void> {
  await api.rest.issues.update({
    ...repositoryOf(place),
    issue_number: issue.number,
    state: 'closed',
    state_reason: reason,
  });
}

function repositoryOf({ owner, repository }: IssuePlace): Repository {
  return { owner, repo: repository };
}

function explained(error: unknown): OperationError {
  const status = statusOf(error);
  const message = error instanceof Error ? error.message : String(error);
  return new OperationError('INPUT_INVALID', `The audit is done, but GitHub refused its issue: ${message}`, {
    hint: hintFor(status),
    cause: error,
    retryable: status === undefined || status >= 500,
    ...(status === undefined ? {} : { status }),
  });
}

function hintFor(status: number | undefined): string {
  if (status === 410)
    return 'Issues are turned off in this GitHub repository: turn them on in its settings, or let the audit keep no issue.';
  if (status === 401 || status === 403 || status === 404) {
    return 'Give the job `permissions: issues: write`. Workflows of pull requests from forks have a read-only token and cannot keep an issue.';
  }
  return 'Run the step again, or let the audit keep no issue.';
}

import type { Call } from '../http/application.ts';

/** An issue, or a pull request where `pull_request` is there: GitHub numbers them together. */
export interface StoredIssue {
  number: number;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  state_reason: 'completed' | 'not_planned' | null;
  user: { login: string; type: 'Bot' | 'User' };
  html_url: string;
  pull_request?: { url: string };
}

export interface StoredComment {
  id: number;
  issue: number;
  body: string;
  user: { login: string; type: 'Bot' | 'User' };
}

export interface GithubOptions {
  /** `owner/name` of the one repository there is. */
  repository?: string;
  /** What the token may do with issues and with comments on pull requests. */
  issues?: 'write' | 'read' | 'none';
  /** Whether the repository has issues at all. */
  issuesEnabled?: boolean;
  /** Whose token it is: the workflow's own, or a person's. */
  account?: { login: string; type: 'Bot' | 'User' };
}

export interface GithubState {
  readonly repository: string;
  readonly access: NonNullable<GithubOptions['issues']>;
  readonly issuesEnabled: boolean;
  readonly account: NonNullable<GithubOptions['account']>;
  readonly token: string;
  readonly issues: StoredIssue[];
  readonly comments: StoredComment[];
}

/** An answer that is an error. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export function send(call: Call, status: number, body: unknown, headers: Record<string, string> = {}): void {
  call.response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  call.response.end(JSON.stringify(body));
}

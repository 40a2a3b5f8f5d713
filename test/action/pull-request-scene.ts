import type { ActionResult } from '../harness/run-action.ts';
import { createGithub, type Github } from '../sandbox/github/github.ts';
import type { GithubOptions, StoredIssue } from '../sandbox/github/state.ts';
import type { ServedApplication } from '../sandbox/http/application.ts';
import { serve } from '../sandbox/http/serve.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { runStep, type SandboxStep } from './sandbox-step.ts';

/** The repository that the harness's jobs run in. */
const githubRepository = 'octo-org/octo-models';

/** A GitHub with one pull request, and steps that run for it. */
export interface PullRequestScene {
  readonly github: Github;
  readonly server: ServedApplication;
  /** The payload of an event of the pull request. */
  event(action: string, change?: Partial<{ state: 'open' | 'closed'; title: string; body: string }>): unknown;
  /** A step for such an event. */
  run(sandbox: Sandbox, event: unknown, step: SandboxStep): Promise<ActionResult>;
  close(): Promise<void>;
}

export async function openPullRequestScene(number: number, options: GithubOptions = {}): Promise<PullRequestScene> {
  const github = createGithub({ repository: githubRepository, ...options });
  github.issues.push(pullRequest(number));
  const server = await serve(github.application);
  return {
    github,
    server,
    event: (action, change = {}) => ({
      action,
      number,
      pull_request: {
        number,
        state: 'open',
        head: { repo: { full_name: githubRepository } },
        base: { repo: { full_name: githubRepository } },
        title: 'Train for longer',
        body: 'Two more epochs.',
        html_url: `https://github.com/${githubRepository}/pull/${number}`,
        ...change,
      },
    }),
    run: (sandbox, event, step) =>
      runStep(sandbox, {
        withoutPost: true,
        githubToken: github.token,
        ...step,
        event,
        env: { GITHUB_API_URL: server.url, GITHUB_EVENT_NAME: 'pull_request', ...step.env },
      }),
    close: () => server.close(),
  };
}

function pullRequest(number: number): StoredIssue {
  const html_url = `https://github.com/${githubRepository}/pull/${number}`;
  return {
    ...{ number, html_url, title: 'Train for longer', body: 'Two more epochs.', state: 'open', state_reason: null },
    user: { login: 'octocat', type: 'User' },
    pull_request: { url: html_url },
  };
}

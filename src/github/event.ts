/** Why GitHub gave this run no secrets, as a sentence; undefined where it would have given them. */
export async function whySecretsAreMissing(): Promise<string | undefined> {
  // Loaded here because it brings all of Octokit with it, and only a step without a sign-in asks.
  const github = await import('@actions/github');
  if (github.context.actor === 'dependabot[bot]') {
    return 'This run was started by Dependabot, and GitHub passes such runs only the secrets stored under Settings → Secrets → Dependabot.';
  }
  if (!isForkPullRequest(github.context)) return undefined;
  return 'This run belongs to a pull request from a fork, and GitHub passes no secrets to those.';
}

interface Event {
  readonly eventName: string;
  readonly payload: { readonly pull_request?: unknown };
}

function isForkPullRequest(event: Event): boolean {
  if (event.eventName !== 'pull_request') return false;
  const pullRequest = event.payload.pull_request;
  const head = fullName(pullRequest, 'head');
  return head !== undefined && head !== fullName(pullRequest, 'base');
}

function fullName(pullRequest: unknown, side: 'head' | 'base'): string | undefined {
  const repository = property(property(pullRequest, side), 'repo');
  const name = property(repository, 'full_name');
  return typeof name === 'string' ? name : undefined;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/**
 * Events whose runs hold secrets and a writing token although an outsider can start them: checking out what that
 * person wrote puts it beside the secrets (GitHub docs, secure use reference).
 */
const eventsBesideSecrets = ['pull_request_target', 'workflow_run', 'issue_comment'];

/** The event's name where files of the workspace may be an outsider's while secrets are there. */
export function untrustedEvent(env: Readonly<Record<string, string | undefined>>): string | undefined {
  return eventsBesideSecrets.find((name) => name === env.GITHUB_EVENT_NAME);
}

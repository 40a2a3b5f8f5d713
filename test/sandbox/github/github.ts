import type { Application, Call } from '../http/application.ts';
import { match } from '../membrane/router.ts';
import { routes } from './routes.ts';
import { type GithubOptions, type GithubState, Refusal, type StoredComment, type StoredIssue, send } from './state.ts';

export interface Github {
  readonly application: Application;
  /** What is stored; a test may put its own issues in. */
  readonly issues: StoredIssue[];
  readonly comments: StoredComment[];
  readonly token: string;
}

/** GitHub's REST API as far as issues and comments on issues and pull requests go. */
export function createGithub(options: GithubOptions = {}): Github {
  const state: GithubState = {
    repository: options.repository ?? 'ada/hub-audit',
    access: options.issues ?? 'write',
    issuesEnabled: options.issuesEnabled ?? true,
    account: options.account ?? { login: 'github-actions[bot]', type: 'Bot' },
    token: 'ghs_sandboxSandboxSandboxSandboxSandbox',
    issues: [],
    comments: [],
  };
  return {
    application: (call) => answer(call, state),
    issues: state.issues,
    comments: state.comments,
    token: state.token,
  };
}

async function answer(call: Call, state: GithubState): Promise<void> {
  try {
    const found = match(routes, call.request.method ?? 'GET', call.url.pathname);
    if (!found) throw new Refusal(404, 'Not Found');
    call.route = found.name;
    checkToken(call, state);
    await found.route.handle({ call, state, parameters: found.parameters });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    send(call, error.status, { message: error.message, documentation_url: 'https://docs.github.com/rest' });
  }
}

function checkToken(call: Call, state: GithubState): void {
  const [scheme, token] = (call.request.headers.authorization ?? '').split(' ');
  if (!/^(token|bearer)$/i.test(scheme ?? '') || token !== state.token) throw new Refusal(401, 'Bad credentials');
}

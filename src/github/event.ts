import { readFile } from 'node:fs/promises';

type Environment = Readonly<Record<string, string | undefined>>;

/** What started the workflow. */
export interface Event {
  /** `push`, `pull_request`, … */
  readonly name: string;
  /** Who started it, by login. */
  readonly actor: string;
  /** The webhook's payload; undefined where there is none that can be read. */
  readonly payload: unknown;
}

export async function readEvent(env: Environment): Promise<Event> {
  const text = env.GITHUB_EVENT_PATH ? await readFile(env.GITHUB_EVENT_PATH, 'utf8').catch(() => '') : '';
  return { name: env.GITHUB_EVENT_NAME ?? '', actor: env.GITHUB_ACTOR ?? '', payload: parsed(text) };
}

/** Why GitHub gave this run no secrets, as a sentence; undefined where it would have given them. */
export function whySecretsAreMissing(event: Event): string | undefined {
  if (event.actor === 'dependabot[bot]') {
    return 'This run was started by Dependabot, and GitHub passes such runs only the secrets stored under Settings → Secrets → Dependabot.';
  }
  if (!isForkPullRequest(event)) return undefined;
  return 'This run belongs to a pull request from a fork, and GitHub passes no secrets to those.';
}

/** Whether the run holds what an outsider wrote, and therefore no secrets, no writing token and no identity. */
export function isForkPullRequest(event: Event): boolean {
  if (event.name !== 'pull_request') return false;
  const head = fullName(event.payload, 'head');
  return head !== undefined && head !== fullName(event.payload, 'base');
}

function fullName(payload: unknown, side: 'head' | 'base'): string | undefined {
  const name = ['pull_request', side, 'repo', 'full_name'].reduce(property, payload);
  return typeof name === 'string' ? name : undefined;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Events whose runs hold secrets and a writing token although an outsider can start them: checking out what that
 * person wrote puts it beside the secrets (GitHub docs, secure use reference).
 */
const eventsBesideSecrets = ['pull_request_target', 'workflow_run', 'issue_comment'];

/** Whether files of the workspace may be an outsider's while secrets are there. */
export function isUntrusted(event: Event): boolean {
  return eventsBesideSecrets.includes(event.name);
}

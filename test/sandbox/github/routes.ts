import { z } from 'zod';
import type { Call } from '../http/application.ts';
import type { Route, Routed } from '../membrane/router.ts';
import { type GithubState, Refusal, type StoredIssue, send } from './state.ts';

/** GitHub's own limit of a body. */
const bodyLimit = 65_536;

const title = z.string().min(1).max(256);
const body = z.string().max(bodyLimit, `body is too long (maximum is ${bodyLimit} characters)`);
const newIssue = z.object({ title, body: body.optional() });
const changedIssue = z.object({
  title: title.optional(),
  body: body.optional(),
  state: z.enum(['open', 'closed']).optional(),
  state_reason: z.enum(['completed', 'not_planned']).optional(),
});
const comment = z.object({ body });

type GithubRoute = Routed<GithubState>;

const issues = '/repos/:owner/:repository/issues';

export const routes: readonly Route<GithubState>[] = [
  { method: 'GET', pattern: '/user', handle: getUser },
  { method: 'GET', pattern: issues, handle: listIssues },
  { method: 'POST', pattern: issues, handle: createIssue },
  { method: 'PATCH', pattern: `${issues}/:number`, handle: updateIssue },
  { method: 'GET', pattern: `${issues}/:number/comments`, handle: listComments },
  { method: 'POST', pattern: `${issues}/:number/comments`, handle: createComment },
  { method: 'PATCH', pattern: `${issues}/comments/:id`, handle: updateComment },
];

async function getUser({ call, state }: GithubRoute): Promise<void> {
  // An installation's token is nobody's.
  if (state.account.type === 'Bot') throw new Refusal(403, 'Resource not accessible by integration');
  send(call, 200, state.account);
}

async function listIssues(routed: GithubRoute): Promise<void> {
  const { call, state } = routed;
  check(routed, 'read');
  const wanted = call.url.searchParams.get('state') ?? 'open';
  const matching = state.issues.filter((issue) => wanted === 'all' || issue.state === wanted);
  const ascending = call.url.searchParams.get('direction') === 'asc';
  sendPage(
    call,
    matching.toSorted((a, b) => (ascending ? a.number - b.number : b.number - a.number)),
  );
}

async function createIssue(routed: GithubRoute): Promise<void> {
  const { call, state } = routed;
  check(routed, 'write');
  const given = await read(call, newIssue);
  const number = 1 + Math.max(0, ...state.issues.map((issue) => issue.number));
  const issue: StoredIssue = {
    number,
    title: given.title,
    body: given.body ?? null,
    state: 'open',
    state_reason: null,
    user: state.account,
    html_url: `https://github.com/${state.repository}/issues/${number}`,
  };
  state.issues.push(issue);
  call.effects.push(`open-issue ${number}`);
  send(call, 201, issue);
}

async function updateIssue(routed: GithubRoute): Promise<void> {
  const { call, parameters } = routed;
  check(routed, 'write');
  const issue = issueOf(routed);
  const given = await read(call, changedIssue);
  if (given.title !== undefined) issue.title = given.title;
  if (given.body !== undefined) issue.body = given.body;
  if (given.state !== undefined) issue.state = given.state;
  if (given.state_reason !== undefined) issue.state_reason = given.state_reason;
  call.effects.push(`${given.state === 'closed' ? 'close' : 'edit'}-issue ${parameters.number}`);
  send(call, 200, issue);
}

async function listComments(routed: GithubRoute): Promise<void> {
  check(routed, 'read');
  const issue = issueOf(routed);
  const comments = routed.state.comments.filter((one) => one.issue === issue.number);
  sendPage(routed.call, comments);
}

async function createComment(routed: GithubRoute): Promise<void> {
  const { call, state } = routed;
  check(routed, 'write');
  const issue = issueOf(routed);
  const given = await read(call, comment);
  const made = { id: 1_000 + state.comments.length, issue: issue.number, body: given.body, user: state.account };
  state.comments.push(made);
  call.effects.push(`comment ${issue.number}`);
  send(call, 201, made);
}

async function updateComment(routed: GithubRoute): Promise<void> {
  const { call, state, parameters } = routed;
  check(routed, 'write');
  const stored = state.comments.find((one) => String(one.id) === parameters.id);
  if (!stored) throw new Refusal(404, 'Not Found');
  stored.body = (await read(call, comment)).body;
  call.effects.push(`edit-comment ${stored.id}`);
  send(call, 200, stored);
}

function check({ state, parameters }: GithubRoute, needed: 'read' | 'write'): void {
  if (`${parameters.owner}/${parameters.repository}` !== state.repository) throw new Refusal(404, 'Not Found');
  if (!state.issuesEnabled) throw new Refusal(410, 'Issues has been disabled in this repository.');
  const allowed = state.access === 'write' || (state.access === 'read' && needed === 'read');
  if (!allowed) throw new Refusal(403, 'Resource not accessible by integration');
}

function issueOf({ state, parameters }: GithubRoute): StoredIssue {
  const issue = state.issues.find((one) => String(one.number) === parameters.number);
  if (!issue) throw new Refusal(404, 'Not Found');
  return issue;
}

async function read<T>(call: Call, schema: z.ZodType<T>): Promise<T> {
  const given = schema.safeParse(JSON.parse((await call.body()).toString('utf8') || '{}'));
  if (given.success) return given.data;
  throw new Refusal(422, `Validation Failed: ${given.error.issues.map((issue) => issue.message).join(', ')}`);
}

/** A page of a list, with the address of the next one where there is one. */
function sendPage(call: Call, items: readonly unknown[]): void {
  const size = Math.min(100, Number(call.url.searchParams.get('per_page') ?? 30));
  const page = Number(call.url.searchParams.get('page') ?? 1);
  const next = new URL(call.url);
  next.searchParams.set('page', String(page + 1));
  const headers: Record<string, string> = page * size < items.length ? { link: `<${next.href}>; rel="next"` } : {};
  send(call, 200, items.slice((page - 1) * size, page * size), headers);
}

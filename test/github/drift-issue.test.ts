import { getOctokit } from '@actions/github';
import { afterEach, describe, expect, test } from 'vitest';
import { OperationError } from '../../src/errors.ts';
import { type DriftIssue, type KeptIssue, keepDriftIssue } from '../../src/github/drift-issue.ts';
import { auditIssue } from '../../src/hub/audit/report/issue.ts';
import { sampleReport } from '../hub/audit/report/sample-report.ts';
import { createGithub, type Github } from '../sandbox/github/github.ts';
import type { GithubOptions, StoredIssue } from '../sandbox/github/state.ts';
import type { ServedApplication } from '../sandbox/http/application.ts';
import { serve } from '../sandbox/http/serve.ts';

const drift = auditIssue(sampleReport({ repositories: 40, findings: 60 }));
const more = auditIssue(sampleReport({ repositories: 40, findings: 70 }));
const clean = auditIssue(sampleReport({ repositories: 40, findings: 0 }));
const place = { owner: 'ada', repository: 'hub-audit' };

let server: ServedApplication | undefined;
afterEach(() => server?.close());

interface Started {
  readonly github: Github;
  readonly keep: (issue: DriftIssue) => Promise<KeptIssue>;
  readonly effects: () => string[];
}

async function start(options: GithubOptions = {}): Promise<Started> {
  const github = createGithub(options);
  const served = await serve(github.application);
  server = served;
  const octokit = getOctokit(github.token, { baseUrl: served.url });
  return {
    github,
    keep: (issue) => keepDriftIssue(octokit, place, issue),
    effects: () => served.requests.flatMap((request) => request.effects),
  };
}

function foreign(number: number, change: Partial<StoredIssue> = {}): StoredIssue {
  return {
    number,
    title: `Issue ${number}`,
    body: 'Something else.',
    state: 'open',
    state_reason: null,
    user: { login: 'grace', type: 'User' },
    html_url: `https://github.com/ada/hub-audit/issues/${number}`,
    ...change,
  };
}

describe('The issue of an audit', () => {
  test('is opened, edited where something changed, and closed when all is mended', async () => {
    const { github, keep, effects } = await start();
    const url = 'https://github.com/ada/hub-audit/issues/1';
    expect(await keep(drift)).toEqual({ action: 'opened', number: 1, url });
    expect(await keep(drift)).toEqual({ action: 'unchanged', number: 1, url });
    expect(await keep(more)).toEqual({ action: 'edited', number: 1, url });
    expect(github.issues[0]?.body).toBe(more.body);
    expect(await keep(clean)).toEqual({ action: 'closed', number: 1, url });
    expect(github.issues[0]).toMatchObject({ state: 'closed', state_reason: 'completed', body: clean.body });
    expect(await keep(clean)).toEqual({ action: 'none' });
    expect(effects()).toEqual(['open-issue 1', 'edit-issue 1', 'edit-issue 1', 'close-issue 1']);
  });

  test('is a new one where drift comes back', async () => {
    const { keep } = await start();
    for (const issue of [drift, clean]) await keep(issue);
    expect(await keep(drift)).toMatchObject({ action: 'opened', number: 2 });
  });

  test('stays open, and none is opened, where the audit could not see enough', async () => {
    const { github, keep } = await start();
    const unclear: DriftIssue = { ...clean, verdict: 'unclear' };
    expect(await keep(unclear)).toEqual({ action: 'none' });
    await keep(drift);
    expect(await keep(unclear)).toMatchObject({ action: 'edited', number: 1 });
    expect(github.issues[0]?.state).toBe('open');
  });

  test('is found behind hundreds of others', async () => {
    const { github, keep } = await start();
    for (let number = 1; number <= 230; number += 1) github.issues.push(foreign(number));
    expect(await keep(drift)).toMatchObject({ action: 'opened', number: 231 });
    expect(await keep(drift)).toMatchObject({ action: 'unchanged', number: 231 });
  });

  test("is never somebody else's with the same marker, nor a pull request, nor that of another namespace", async () => {
    const { github, keep, effects } = await start();
    const bot = { login: 'github-actions[bot]', type: 'Bot' } as const;
    const other = auditIssue({ ...sampleReport({ repositories: 4, findings: 6 }), namespace: 'acme' });
    github.issues.push(
      foreign(1, { body: drift.body, title: drift.title }),
      foreign(2, { body: drift.body, user: bot, pull_request: { url: 'https://api.github.com/x' } }),
      foreign(3, { body: other.body, user: bot }),
      foreign(4, { body: `Quoted: ${drift.body}`, user: bot }),
    );
    const before = structuredClone(github.issues);
    expect(await keep(drift)).toMatchObject({ action: 'opened', number: 5 });
    expect(github.issues.slice(0, 4)).toEqual(before);
    expect(effects()).toEqual(['open-issue 5']);
  });

  test("with a person's token it is that person's alone", async () => {
    const { github, keep } = await start({ account: { login: 'ada', type: 'User' } });
    github.issues.push(foreign(1, { body: drift.body, user: { login: 'github-actions[bot]', type: 'Bot' } }));
    expect(await keep(drift)).toMatchObject({ action: 'opened', number: 2 });
    expect(await keep(more)).toMatchObject({ action: 'edited', number: 2 });
  });

  test('is one again where two runs at once opened two', async () => {
    const { github, keep } = await start();
    const bot = { login: 'github-actions[bot]', type: 'Bot' } as const;
    github.issues.push(foreign(1, { body: drift.body, user: bot }), foreign(2, { body: drift.body, user: bot }));
    expect(await keep(more)).toMatchObject({ action: 'edited', number: 1 });
    expect(github.issues.map((issue) => issue.state)).toEqual(['open', 'closed']);
  });

  test.each([
    [{ issues: 'read' }, 403, 'permissions: issues: write'],
    [{ issues: 'none' }, 403, 'permissions: issues: write'],
    [{ issuesEnabled: false }, 410, 'turn them on in its settings'],
    [{ repository: 'ada/another' }, 404, 'permissions: issues: write'],
  ] as const)('says what is missing where GitHub refuses: %j', async (options, status, hint) => {
    const { keep } = await start(options);
    const error = await keep(drift).catch((thrown: unknown) => thrown);
    if (!(error instanceof OperationError)) throw new Error('Expected an OperationError.');
    expect(error.code).toBe('INPUT_INVALID');
    expect(error.details.status).toBe(status);
    expect(error.details.hint).toContain(hint);
  });

  test('is within what GitHub takes, however much is found', async () => {
    const { keep } = await start();
    const large = auditIssue(sampleReport({ repositories: 3_000, findings: 20_000, hostile: '|@a#1://`<'.repeat(20) }));
    expect(await keep(large)).toMatchObject({ action: 'opened' });
  });
});

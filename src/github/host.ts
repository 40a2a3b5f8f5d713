import { mkdir, mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import * as core from '@actions/core';
import { OperationError } from '../errors.ts';
import { inputError } from '../input-problem.ts';
import { type DriftIssue, keepDriftIssue } from './drift-issue.ts';
import { isForkPullRequest } from './event.ts';
import { pullRequestOf } from './pull-request.ts';
import type { Runner } from './runner.ts';
import { maskSecret } from './secrets.ts';
import { placeToRead, placeToWrite, readWorkspaceFile, WorkspacePathError } from './workspace-file.ts';

export interface HostSettings {
  readonly uploadThrough: 'membrane' | 'trusted-publisher';
  readonly confirm: string;
  readonly connection: { readonly appUrl: string };
  readonly githubToken: string | undefined;
}

/** What the job offers an operation: files of its workspace, its identity, its log, its repository's issues. */
export function createHost(runner: Runner, settings: HostSettings) {
  return {
    workspace: runner.workspace,
    files: workspaceFiles(runner.workspace),
    reportFolder: (given: string | undefined) => reportFolder(runner, given),
    identity: {
      getIdToken: runner.hasIdTokens ? core.getIDToken : undefined,
      fromFork: isForkPullRequest(runner.event),
    },
    hubUrl: new URL(settings.connection.appUrl).origin,
    uploadThrough: settings.uploadThrough,
    confirm: settings.confirm,
    pullRequest: pullRequestOf(runner.event),
    runUrl: runner.runUrl,
    onSecret: maskSecret,
    fold: core.group,
    keepIssue: (issue: DriftIssue) => keepIssue(runner.repository, settings.githubToken, issue),
  };
}

function workspaceFiles(workspace: string) {
  return {
    readText: (given: string) => named(given, () => readWorkspaceFile(workspace, given)),
    pathToRead: (given: string) => named(given, () => placeToRead(workspace, given)),
    pathToWrite: (given: string) => named(given, () => placeToWrite(workspace, given)),
  };
}

/** A path that cannot be used is the user's to correct. @throws OperationError INPUT_INVALID */
async function named<T>(given: string, body: () => Promise<T>): Promise<T> {
  try {
    return await body();
  } catch (error) {
    if (!(error instanceof WorkspacePathError)) throw error;
    throw inputError([{ name: given, message: error.message }]);
  }
}

async function reportFolder(runner: Runner, given: string | undefined): Promise<string> {
  if (given === undefined) return mkdtemp(path.join(runner.temporary, 'membrane-hub-report-'));
  const folder = path.dirname(await named(given, () => placeToWrite(runner.workspace, path.join(given, 'report'))));
  await mkdir(folder, { recursive: true });
  return folder;
}

/** @returns the issue's address, where there is one */
async function keepIssue(
  repository: string,
  token: string | undefined,
  issue: DriftIssue,
): Promise<string | undefined> {
  const [owner, name] = repository.split('/');
  if (!token || !owner || !name) {
    throw new OperationError('INPUT_INVALID', 'The issue cannot be kept up to date: there is no `github-token`.', {
      hint: 'Leave `github-token` at its default, and give the job `permissions: issues: write`.',
      effect: 'done',
    });
  }
  // Octokit is large, and only steps that keep an issue need it.
  const { getOctokit } = await import('@actions/github');
  return (await keepDriftIssue(getOctokit(token), { owner, repository: name }, issue)).url;
}

import type { InputProblem } from '../../input-problem.ts';
import type { PublishParameters } from './parameters.ts';
import { repositoryPathProblem } from './repository-path.ts';

const forNewRepositories = [
  'visibility',
  'private',
  'sdk',
  'sdkVersion',
  'hardware',
  'region',
  'resourceGroupId',
] as const;

/** What no single parameter can say. */
export function publishProblems(parameters: PublishParameters): readonly InputProblem[] {
  return [
    ...creationProblems(parameters),
    ...pathProblems(parameters.pathInRepository),
    ...revisionProblems(parameters),
    ...(parameters.tagMessage !== undefined && parameters.tag === undefined
      ? [{ name: 'input.tag-message', message: 'needs a tag.' }]
      : []),
    ...(parameters.tag !== undefined && parameters.asPullRequest
      ? [{ name: 'input.tag', message: 'cannot be put on a pull request: tag when it has been merged.' }]
      : []),
  ];
}

function creationProblems(parameters: PublishParameters): InputProblem[] {
  const spaceOnly = ['sdk', 'sdkVersion', 'hardware'] as const;
  const given = forNewRepositories.filter((name) => parameters[name] !== undefined);
  if (!parameters.create) {
    return given.map((name) => ({
      name: `input.${name}`,
      message: "is for a new repository: it needs 'create: true'.",
    }));
  }
  const problems: InputProblem[] = [];
  if (parameters.type === 'space' && parameters.sdk === undefined) {
    problems.push({ name: 'input.sdk', message: "is required to create a Space: 'gradio', 'docker' or 'static'." });
  }
  if (parameters.type !== 'space') {
    const wrong = spaceOnly.filter((name) => parameters[name] !== undefined);
    problems.push(...wrong.map((name) => ({ name: `input.${name}`, message: 'is for Spaces only.' })));
  }
  if (parameters.private !== undefined && parameters.visibility !== undefined) {
    problems.push({ name: 'input.private', message: 'says the same as visibility: give only one of the two.' });
  }
  return problems;
}

function pathProblems(path: string | undefined): InputProblem[] {
  const problem = path === undefined ? undefined : repositoryPathProblem(path);
  return problem === undefined ? [] : [{ name: 'input.path-in-repository', message: problem, given: path ?? '' }];
}

function revisionProblems({ revision }: PublishParameters): InputProblem[] {
  const commit = /^[0-9a-f]{40}$/.test(revision);
  if (!commit && !revision.startsWith('refs/')) return [];
  const message =
    "must be a branch: a commit cannot be published to, and for a pull request there is 'as-pull-request'.";
  return [{ name: 'input.revision', message, given: revision }];
}

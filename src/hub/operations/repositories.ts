import { z } from 'zod';
import type { InputProblem } from '../../input-problem.ts';
import { get, repositoryPage, repositoryPath, send } from '../hub-request.ts';
import { defineOperation } from '../operation.ts';
import {
  privateFlag,
  repository,
  repositoryAliases,
  repositoryName,
  repositoryType,
  resourceGroup,
  visibility,
} from '../parameter-types.ts';
import { type ParameterNotes, parameter } from '../parameters.ts';
import { tellDeleted, tellDuplicated, tellMoved } from '../read-back/recognise-repository.ts';
import { splitRepository } from '../repository-name.ts';
import { presentCopy, presentMoved, repositoryRequest } from '../safe-repeat/repository-present.ts';
import { spaceParameters } from '../space-parameters.ts';
import { privateDoc, spaceOnlyProblems, visibilityProblems } from './visibility-rules.ts';

const family = 'Repositories';

/** Where a copied or moved repository ends up. */
const toRepository = (doc: string) =>
  parameter(repositoryName(), doc, endNotes(['to', 'target', 'destination', 'new'], []));

const fromNotes = endNotes(['from', 'source', 'old', 'current'], repositoryAliases);

/** One end of a copy or a move: `toRepo`, `targetId`, `destination`, or its halves `newOwner` and `newName`. */
function endNotes(prefixes: readonly string[], alone: readonly string[]): ParameterNotes {
  const named = ['Repo', 'Repository', 'RepoId', 'RepositoryId', 'Id', 'FullName', 'Model', 'Dataset', 'Space', ''];
  const aliases = named.flatMap((name) => prefixes.map((prefix) => `${prefix}${name}`));
  return {
    aliases: [...aliases, ...prefixes.map((prefix) => `${prefix}Name`), ...alone],
    splitPrefixes: alone.length > 0 ? [...prefixes, ''] : prefixes,
  };
}

export const duplicateRepository = defineOperation({
  key: 'duplicate-repository',
  title: 'Duplicate a repository',
  description: 'Copies a repository to a new name.',
  family,
  effect: 'write',
  intent: 'duplicate a repository on the Hugging Face Hub to a new name',
  parameters: z.object({
    repository: repository('The repository to copy, `namespace/name`.', undefined, fromNotes),
    toRepository: toRepository('The copy, `namespace/name`.'),
    type: repositoryType(),
    visibility: visibility('Who sees the copy; without it, who sees the original.'),
    private: privateFlag(privateDoc),
    resourceGroupId: resourceGroup(),
    ...spaceParameters(),
  }),
  answer: { id: ['id', '_id'] },
  done: 'Duplicated',
  describe: ({ type, repository: from, toRepository: to }) => `${type} ${from} as ${to}`,
  route: ({ repository: from, toRepository: to, type, ...rest }) => ({
    ...send('POST', `${repositoryPath(type, from)}/duplicate`, { repository: to, ...rest }),
    confidential: rest.secrets !== undefined,
  }),
  page: ({ type, toRepository: to }) => repositoryPage(type, to),
  current: ({ type, toRepository: to }) => get(repositoryPath(type, to)),
  repeat: {
    kind: 'create',
    unique: true,
    present: presentCopy,
    needs: ({ type, repository: from }) => [repositoryRequest(type, from)],
  },
  recognise: {
    safeTwice: true,
    where: ({ type, toRepository: to }) => repositoryPage(type, to),
    tell: tellDuplicated,
  },
  check: (params) => [
    ...visibilityProblems(params),
    ...spaceOnlyProblems(params),
    ...differentNames(params.repository, params.toRepository),
  ],
});

export const moveRepository = defineOperation({
  key: 'move-repository',
  title: 'Move a repository',
  description: 'Renames a repository or moves it to another namespace. Its old address redirects.',
  family,
  effect: 'write',
  intent: 'move or rename a repository on the Hugging Face Hub',
  parameters: z.object({
    repository: repository('The repository to move, `namespace/name`.', undefined, fromNotes),
    toRepository: toRepository('Its new full name, `namespace/name`.'),
    type: repositoryType(),
  }),
  done: 'Moved',
  describe: ({ type, repository: from, toRepository: to }) => `${type} ${from} to ${to}`,
  route: ({ repository: fromRepo, toRepository: toRepo, type }) =>
    send('POST', '/api/repos/move', { fromRepo, toRepo, type }),
  page: ({ type, toRepository: to }) => repositoryPage(type, to),
  current: ({ type, repository: from }) => get(repositoryPath(type, from)),
  repeat: {
    kind: 'create',
    unique: true,
    present: presentMoved,
    needs: ({ type, repository: from }) => [repositoryRequest(type, from)],
  },
  recognise: {
    safeTwice: true,
    where: ({ type, toRepository: to }) => repositoryPage(type, to),
    tell: tellMoved,
  },
  confirm: { what: "the source's full name", text: ({ repository: from }) => from },
  check: (params) => differentNames(params.repository, params.toRepository),
});

function differentNames(from: string, to: string): InputProblem[] {
  return from === to ? [{ name: 'input.to-repository', message: 'must differ from repository.', given: to }] : [];
}

export const deleteRepository = defineOperation({
  key: 'delete-repository',
  title: 'Delete a repository',
  description: 'Deletes a repository with everything in it, for good.',
  family,
  effect: 'destroy',
  intent: 'delete a repository from the Hugging Face Hub',
  parameters: z.object({
    repository: repository('The repository to delete, `namespace/name`.'),
    type: repositoryType(),
  }),
  done: 'Deleted',
  describe: ({ type, repository: name }) => `${type} ${name}`,
  route: ({ repository: full, type }) => {
    const { namespace, name } = splitRepository(full);
    return send('DELETE', '/api/repos/delete', { name, organization: namespace, type });
  },
  current: ({ type, repository: name }) => get(repositoryPath(type, name)),
  recognise: {
    safeTwice: true,
    where: ({ type, repository: name }) => repositoryPage(type, name),
    tell: tellDeleted,
  },
  confirm: { what: "the repository's full name", text: ({ repository: name }) => name },
});

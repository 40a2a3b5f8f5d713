import { z } from 'zod';
import { encodeRevision, get, repositoryPage, repositoryPath, send } from '../hub-request.ts';
import { column, defineOperation } from '../operation.ts';
import { type RepositoryType, repository, repositoryType } from '../parameter-types.ts';
import { parameter } from '../parameters.ts';
import { tellReference } from '../read-back/recognise-reference.ts';
import { presentBranch, presentTag } from '../safe-repeat/reference-present.ts';
import { branchName, revision, startingPoint, tagName } from './reference-parameters.ts';

const family = 'Branches and tags';

interface Place {
  readonly repository: string;
  readonly type: RepositoryType;
}

const readReferences = ({ repository: name, type }: Place) => get(`${repositoryPath(type, name)}/refs`);
const referencesPage = ({ repository: name, type }: Place) => `${repositoryPage(type, name)}/tree/main`;
const pageOf = (place: Place, name: string) =>
  `${repositoryPage(place.type, place.repository)}/tree/${encodeRevision(name)}`;
const branchPath = ({ repository: name, type }: Place, branch: string) =>
  `${repositoryPath(type, name)}/branch/${encodeRevision(branch)}`;
/** Of a tag to make the address names what is tagged, of one to delete the tag. */
const tagPath = ({ repository: name, type }: Place, revisionOrTag: string) =>
  `${repositoryPath(type, name)}/tag/${encodeRevision(revisionOrTag)}`;

const confirmed = (kind: string) => `the repository's full name, '@' and the ${kind}`;

export const listRefs = defineOperation({
  key: 'list-refs',
  title: 'List branches and tags',
  description: 'Lists the branches and tags of a repository with the commits they are at.',
  family,
  effect: 'read',
  intent: 'list the branches and tags (refs) of a repository on the Hugging Face Hub',
  parameters: z.object({
    repository: repository(),
    type: repositoryType(),
    includePullRequests: parameter(z.boolean().optional(), 'Also the references of pull requests.', {
      aliases: ['includePrs', 'withPullRequests', 'pullRequests'],
    }),
  }),
  columns: [column('Name', 'name'), column('Reference', 'ref'), column('Commit', 'targetCommit', 'commit', 'sha')],
  answer: { together: ['branches', 'tags', 'converts', 'pullRequests'], items: ['refs'] },
  done: 'Listed',
  describe: ({ type, repository: name }) => `branches and tags of ${type} ${name}`,
  route: ({ repository: name, type, includePullRequests }) =>
    get(`${repositoryPath(type, name)}/refs`, { include_prs: includePullRequests ? '1' : undefined }),
  page: referencesPage,
});

export const createBranch = defineOperation({
  key: 'create-branch',
  title: 'Create a branch',
  description: 'Makes a branch in a repository. Overwriting one that is there must be confirmed.',
  family,
  effect: 'write',
  intent: 'create a branch in a repository on the Hugging Face Hub',
  parameters: z.object({
    repository: repository(),
    type: repositoryType(),
    branch: branchName("The new branch's name."),
    startingPoint: startingPoint('The branch, tag or commit to start from; without it `main`.'),
    emptyBranch: parameter(z.boolean().optional(), '`true` starts without files and without history.', {
      aliases: ['empty', 'orphan'],
    }),
    overwrite: parameter(z.boolean().optional(), '`true` moves a branch of this name that is there already.', {
      aliases: ['force', 'replace'],
    }),
  }),
  done: 'Created',
  describe: ({ type, repository: name, branch }) => `branch ${branch} in ${type} ${name}`,
  route: ({ branch, startingPoint: from, emptyBranch, overwrite, ...place }) =>
    send('POST', branchPath(place, branch), { startingPoint: from, emptyBranch, overwrite }),
  page: ({ branch, ...place }) => pageOf(place, branch),
  current: readReferences,
  repeat: {
    kind: 'create',
    unique: true,
    onlyAtFirst: ['startingPoint', 'emptyBranch'],
    present: presentBranch,
    needs: (place) => [readReferences(place)],
  },
  recognise: {
    safeTwice: true,
    where: ({ branch, ...place }) => pageOf(place, branch),
    tell: ({ branch, overwrite, ...place }, look) =>
      tellReference(
        readReferences(place),
        { list: 'branches', name: branch, wanted: overwrite ? 'unclear' : 'there' },
        look,
      ),
  },
  confirm: {
    what: `where \`overwrite\` is true, ${confirmed('branch')}`,
    text: ({ repository: name, branch, overwrite }) => (overwrite ? `${name}@${branch}` : undefined),
  },
  check: ({ startingPoint: from, emptyBranch }) =>
    emptyBranch && from !== undefined
      ? [{ name: 'input.starting-point', message: 'cannot be given with empty-branch, which starts from nothing.' }]
      : [],
});

export const deleteBranch = defineOperation({
  key: 'delete-branch',
  title: 'Delete a branch',
  description: 'Deletes a branch of a repository, with the commits that no other branch or tag holds.',
  family,
  effect: 'destroy',
  intent: 'delete a branch of a repository on the Hugging Face Hub',
  parameters: z.object({
    repository: repository(),
    type: repositoryType(),
    branch: branchName('The branch to delete.'),
  }),
  done: 'Deleted',
  describe: ({ type, repository: name, branch }) => `branch ${branch} of ${type} ${name}`,
  route: ({ branch, ...place }) => ({ method: 'DELETE', path: branchPath(place, branch) }),
  page: referencesPage,
  current: readReferences,
  recognise: {
    safeTwice: true,
    where: referencesPage,
    tell: ({ branch, ...place }, look) =>
      tellReference(readReferences(place), { list: 'branches', name: branch, wanted: 'gone' }, look),
  },
  confirm: { what: confirmed('branch'), text: ({ repository: name, branch }) => `${name}@${branch}` },
});

export const createTag = defineOperation({
  key: 'create-tag',
  title: 'Create a tag',
  description: 'Tags a commit of a repository.',
  family,
  effect: 'write',
  intent: 'create a tag in a repository on the Hugging Face Hub',
  parameters: z.object({
    repository: repository(),
    type: repositoryType(),
    tag: tagName("The new tag's name."),
    revision: revision(),
    message: parameter(z.string().min(1).max(10_000).optional(), "The tag's message.", {
      aliases: ['tagMessage', 'description', 'comment'],
    }),
  }),
  done: 'Created',
  describe: ({ type, repository: name, tag, revision: at }) => `tag ${tag} of ${type} ${name} at ${at}`,
  route: ({ tag, revision: at, message, ...place }) => send('POST', tagPath(place, at), { tag, message }),
  page: ({ tag, ...place }) => pageOf(place, tag),
  current: readReferences,
  repeat: {
    kind: 'create',
    unique: true,
    onlyAtFirst: ['message'],
    present: presentTag,
    needs: (place) => [readReferences(place)],
  },
  recognise: {
    safeTwice: true,
    where: ({ tag, ...place }) => pageOf(place, tag),
    tell: ({ tag, ...place }, look) =>
      tellReference(readReferences(place), { list: 'tags', name: tag, wanted: 'there' }, look),
  },
});

export const deleteTag = defineOperation({
  key: 'delete-tag',
  title: 'Delete a tag',
  description: 'Deletes a tag of a repository; the commit stays.',
  family,
  effect: 'destroy',
  intent: 'delete a tag of a repository on the Hugging Face Hub',
  parameters: z.object({
    repository: repository(),
    type: repositoryType(),
    tag: tagName('The tag to delete.'),
  }),
  done: 'Deleted',
  describe: ({ type, repository: name, tag }) => `tag ${tag} of ${type} ${name}`,
  route: ({ tag, ...place }) => ({ method: 'DELETE', path: tagPath(place, tag) }),
  page: referencesPage,
  current: readReferences,
  recognise: {
    safeTwice: true,
    where: referencesPage,
    tell: ({ tag, ...place }, look) =>
      tellReference(readReferences(place), { list: 'tags', name: tag, wanted: 'gone' }, look),
  },
  confirm: { what: confirmed('tag'), text: ({ repository: name, tag }) => `${name}@${tag}` },
});

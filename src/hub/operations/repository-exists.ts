import { z } from 'zod';
import { type Existence, ownVerdict } from '../existence.ts';
import { get, repositoryPage, repositoryPath } from '../hub-request.ts';
import { at } from '../json.ts';
import { defineOperation } from '../operation.ts';
import { type RepositoryType, repository, repositoryType } from '../parameter-types.ts';

export const repositoryExists = defineOperation({
  key: 'repository-exists',
  title: 'Ask whether a repository exists',
  description:
    'Tells whether a repository is there, as far as the connection may see: `exists` is false also for a private one of somebody else.',
  family: 'Repositories',
  effect: 'read',
  intent: 'check whether a repository exists on the Hugging Face Hub',
  parameters: z.object({ repository: repository(), type: repositoryType() }),
  answer: { id: ['id'] },
  done: 'Looked for',
  describe: ({ type, repository: name }) => `${type} ${name}`,
  // Only what all three types have; everything else of a large repository would be read for nothing.
  route: ({ repository: name, type }) =>
    get(repositoryPath(type, name), { expand: ['sha', 'private', 'lastModified', 'createdAt'] }),
  page: ({ type, repository: name }, answer) =>
    at(answer, ['exists']) === true ? repositoryPage(type, renamedTo(answer) ?? name) : undefined,
  existence: answerTo,
});

interface Asked {
  readonly repository: string;
  readonly type: RepositoryType;
}

function answerTo({ repository: name, type }: Asked, seen: Existence): unknown {
  const asked = { repository: name, type };
  if (seen.kind === 'missing') return { exists: false, ...asked };
  if (seen.kind === 'moved') return { exists: true, ...asked, ...moved(nameIn(seen.address, type), name) };
  const { body } = seen;
  const own = ownVerdict(body);
  if (own !== undefined) return own;
  const shown = ['id', 'private', 'sha', 'createdAt', 'lastModified']
    .map((key) => [key, at(body, [key])] as const)
    .filter(([, value]) => value !== undefined);
  return { exists: true, ...asked, ...Object.fromEntries(shown), ...moved(at(body, ['id']), name) };
}

/** Where somebody followed the redirect on the way, the answer has another name than was asked for. */
function moved(id: unknown, name: string): { readonly renamedTo?: string } {
  return typeof id === 'string' && id.toLowerCase() !== name.toLowerCase() ? { renamedTo: id } : {};
}

function renamedTo(answer: unknown): string | undefined {
  const name = at(answer, ['renamedTo']);
  return typeof name === 'string' ? name : undefined;
}

/** `/api/models/my-org/new-name?…`, relative or with the Hub before it. */
function nameIn(address: string | undefined, type: RepositoryType): string | undefined {
  return new RegExp(`/api/${type}s/([^/?#]+/[^/?#]+)`).exec(address ?? '')?.[1];
}

import { sameName, spelling } from './name-forms.ts';
import type { Parameter } from './parameters.ts';
import type { Place } from './schema-properties.ts';

const ownerNames = [
  'namespace',
  'owner',
  'organization',
  'org',
  'organizationName',
  'orgName',
  'author',
  'user',
  'username',
];

const nameNames = [
  'name',
  'repo',
  'repoName',
  'repositoryName',
  'repository',
  'slug',
  'modelName',
  'datasetName',
  'spaceName',
  'model',
  'dataset',
  'space',
];

/** What may stand before the two: `repo.owner` and `repo.name`, `repoOwner` and `repoName`. */
const containers = ['', 'repo', 'repository'];

export interface Halves {
  readonly owner: Place;
  readonly name: Place;
}

/** The two places that take an owner and a name, if the schema keeps them apart. */
export function findHalves(
  prefixes: readonly string[],
  free: readonly Place[],
  parameters: readonly Parameter[],
): Halves | undefined {
  const others = parameters.filter(({ splitPrefixes }) => !splitPrefixes).map(({ name }) => name);
  const owners = ownerNames.filter((name) => !others.some((other) => sameName(other, name)));
  for (const before of prefixes.flatMap((prefix) => containers.map((container) => `${prefix}${container}`))) {
    const owner = firstCalled(free, before, owners);
    const name = firstCalled(free, before, nameNames);
    if (owner && name) return { owner, name };
  }
  return undefined;
}

function firstCalled(free: readonly Place[], before: string, names: readonly string[]): Place | undefined {
  for (const name of names) {
    const wanted = spelling(`${before}${name}`);
    const found = free.find(({ joined }) => joined === wanted);
    if (found) return found;
  }
  return undefined;
}

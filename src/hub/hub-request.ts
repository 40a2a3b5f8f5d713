import type { ProxyRequest } from '../membrane/client.ts';
import type { RepositoryType } from './parameter-types.ts';

/** Where people look at what the Hub holds. */
export const hubAddress = 'https://huggingface.co';

type QueryValue = string | number | boolean | readonly string[] | undefined;

export type QueryPair = readonly [name: string, value: string];

/** Only what was given; a list repeats its key, as the Hub reads it. */
export function query(values: Readonly<Record<string, QueryValue>>): QueryPair[] {
  return Object.entries(values).flatMap(([name, value]) => pairs(name, value));
}

function pairs(name: string, value: QueryValue): QueryPair[] {
  if (value === undefined) return [];
  if (typeof value === 'object') return value.map((item) => [name, item]);
  return [[name, String(value)]];
}

/** A read of the Hub. */
export function get(path: string, values: Readonly<Record<string, QueryValue>> = {}): ProxyRequest {
  return { method: 'GET', path, query: query(values) };
}

/** A call with a JSON body; what was not given is left out of it. */
export function send(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body: Readonly<Record<string, unknown>>,
): ProxyRequest {
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  return { method, path, body: { kind: 'json', value: given } };
}

/** `/api/models/my-org/my-model`; the name has been checked, and its letters need no encoding. */
export function repositoryPath(type: RepositoryType, repository: string): string {
  return `/api/${type}s/${repository}`;
}

/** A slash inside a branch's name is part of the name, not of the path. */
export const encodeRevision = encodeURIComponent;

/** What the Hub knows of a repository, at its main branch or at the given revision. */
export function informationPath(type: RepositoryType, repository: string, revision: string | undefined): string {
  const path = repositoryPath(type, repository);
  return revision === undefined ? path : `${path}/revision/${encodeRevision(revision)}`;
}

/** The page that people see: models have no prefix. */
export function repositoryPage(type: RepositoryType, repository: string): string {
  return type === 'model' ? `${hubAddress}/${repository}` : `${hubAddress}/${type}s/${repository}`;
}

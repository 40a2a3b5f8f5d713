import type { Operation } from '../../../src/hub/operation.ts';
import { requestOf } from '../request-of.ts';

/** What a row asks of the Hub for what a user wrote: `METHOD path?query` and the body. */
export function routeOf(operation: Operation, input: string, confirm = ''): readonly [string, unknown] {
  if (operation.kind !== 'hub') throw new Error(`${operation.key} has no route`);
  const { method, path, query = [], body } = operation.route(requestOf(operation.key, input, confirm).params);
  const search = query.map(([name, value]) => `${name}=${value}`).join('&');
  return [`${method} ${path}${search === '' ? '' : `?${search}`}`, body?.kind === 'json' ? body.value : undefined];
}

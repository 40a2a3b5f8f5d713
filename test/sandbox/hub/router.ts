import type { Context } from './context.ts';
import type { Reply } from './reply.ts';

export type Handler = (context: Context) => Reply | Promise<Reply>;

/** One route; the pattern's parameters are described at `compile`. */
export interface Route {
  readonly method: string;
  readonly pattern: string;
  readonly handle: Handler;
}

/** A route and the decoded parameters of one path. */
export interface Match {
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string>>;
}

const SLASH = '(?:/|%2F|%2f)';

/**
 * Clients disagree on encoding: huggingface_hub sends `refs%2Fpr%2F1` and `a%2Fb`, huggingface.js
 * sends `refs/pr/1` and `a/b`. Both are accepted wherever a parameter may hold a slash.
 */
const PARAMETERS: Readonly<Record<string, string>> = {
  kind: 'models|datasets|spaces',
  prefix: `(?:datasets/|spaces/)?`,
  repo: `[^/%]+${SLASH}[^/%]+?`,
  space: `[^/%]+${SLASH}[^/%]+`,
  rev: `refs${SLASH}(?:pr|convert|heads|tags)${SLASH}[^/]+|[^/]+`,
  path: `.*`,
  slug: `[^/%]+${SLASH}[^/%]+`,
  branch: `.+`,
};

/** `:name` is a parameter, `:path` also matches the empty rest, everything else is literal. */
function compile(pattern: string): RegExp {
  const source = pattern.replaceAll(
    /(\/?):([a-z]+)|[.]/g,
    (whole, slash: string | undefined, name: string | undefined) => {
      if (name === undefined) return `\\${whole}`;
      const kind = `(?<${name}>${PARAMETERS[name] ?? '[^/]+'})`;
      return name === 'path' ? `(?:${slash}${kind})?` : `${slash}${kind}`;
    },
  );
  return new RegExp(`^${source}/?$`);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Finds the route of a request. */
export class Router {
  readonly #routes: { readonly route: Route; readonly expression: RegExp }[];

  constructor(routes: readonly Route[]) {
    this.#routes = routes.map((route) => ({ route, expression: compile(route.pattern) }));
  }

  match(method: string, pathname: string): Match | undefined {
    const wanted = method === 'HEAD' ? 'GET' : method;
    for (const { route, expression } of this.#routes) {
      if (route.method !== wanted) continue;
      const groups = expression.exec(pathname)?.groups;
      if (groups === undefined && !expression.test(pathname)) continue;
      return { route, parameters: decodeAll(groups ?? {}) };
    }
    return undefined;
  }

  /** Whether another method is served at this path. */
  knows(pathname: string): boolean {
    return this.#routes.some(({ expression }) => expression.test(pathname));
  }
}

function decodeAll(groups: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decode(value ?? '')]));
}

/** The name a route is recorded and matched under. */
export function routeName(route: Route): string {
  return `${route.method} ${route.pattern}`;
}

import type { Call } from '../http/application.ts';

/** A call on its way through one route. */
export interface Routed<State> {
  call: Call;
  state: State;
  /** Decoded segments of the path, by the names in the pattern; '*' is the rest, still encoded. */
  parameters: Readonly<Record<string, string>>;
}

export interface Route<State> {
  /** '*' takes any method. */
  method: string;
  /** '/connections/:id' or '/connections/:id/proxy/*' */
  pattern: string;
  handle(routed: Routed<State>): Promise<void>;
}

export interface Match<State> {
  route: Route<State>;
  /** 'POST /act' */
  name: string;
  parameters: Record<string, string>;
}

/** The first route that fits, or nothing. */
export function match<State>(routes: readonly Route<State>[], method: string, path: string): Match<State> | undefined {
  for (const route of routes) {
    if (route.method !== '*' && route.method !== method) continue;
    const parameters = parametersOf(route.pattern, path);
    if (parameters) return { route, name: `${method} ${route.pattern}`, parameters };
  }
  return undefined;
}

function parametersOf(pattern: string, path: string): Record<string, string> | undefined {
  const expected = pattern.split('/');
  const given = path.split('/');
  const parameters: Record<string, string> = {};
  for (const [index, segment] of expected.entries()) {
    const value = given[index];
    if (segment === '*') {
      parameters['*'] = `/${given.slice(index).join('/')}`;
      return parameters;
    }
    if (value === undefined) return undefined;
    if (segment.startsWith(':')) parameters[segment.slice(1)] = decode(value);
    else if (segment !== value) return undefined;
  }
  return expected.length === given.length ? parameters : undefined;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

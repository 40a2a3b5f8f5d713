import { isDeepStrictEqual } from 'node:util';
import { OperationError } from '../../errors.ts';
import type { ProxyBody, ProxyRequest } from '../../membrane/client.ts';
import { isRecord } from '../json.ts';
import { kebabCase } from '../name-forms.ts';
import type { Setting } from './repeat.ts';

/** Settings that are not as they are wanted, or of which the Hub does not tell how they are. */
export function differing(settings: readonly Setting[]): readonly Setting[] {
  return settings.filter(({ now, wanted }) => now === undefined || !isDeepStrictEqual(now, wanted));
}

/** Known to be otherwise, and nothing can change it. What the Hub does not tell is given the benefit of the doubt. */
export function unmendable(differences: readonly Setting[]): readonly Setting[] {
  return differences.filter(({ mend, now }) => mend === undefined && now !== undefined);
}

/** @param what what is there, in words: `space my-org/demo` */
export function cannotBeBroughtInLine(what: string, settings: readonly Setting[]): OperationError {
  const named = settings.map((setting) => `${settingName(setting)} is ${shown(setting, 'now')}, not ${shown(setting)}`);
  return new OperationError('HUB_CONFLICT', `${what} exists and cannot be brought in line: ${named.join('; ')}.`, {
    hint: 'Ask for it as it is, change its files where that says it (README.md), or choose another name.',
    effect: 'none',
    retryable: false,
  });
}

/** A call that brings settings in line. */
export interface MendingCall {
  readonly request: ProxyRequest;
  readonly names: readonly string[];
}

/** Parts of one address's state go there in one call. */
export function mendingCalls(differences: readonly Setting[]): readonly MendingCall[] {
  const calls: MendingCall[] = [];
  for (const { name, mend } of differences) {
    if (mend === undefined) continue;
    const twin = calls.findIndex(({ request }) => isPartialUpdate(request) && isSamePlace(request, mend));
    const known = calls[twin];
    if (known === undefined) calls.push({ request: mend, names: [name] });
    else
      calls[twin] = {
        request: { ...known.request, ...mergedBody(known.request.body, mend.body) },
        names: [...known.names, name],
      };
  }
  return calls;
}

/** The Hub takes PUT of settings as a partial update, like PATCH: what is not named stays. */
function isPartialUpdate({ method }: ProxyRequest): boolean {
  return method === 'PUT' || method === 'PATCH';
}

function isSamePlace(one: ProxyRequest, other: ProxyRequest): boolean {
  return one.method === other.method && one.path === other.path;
}

function mergedBody(one: ProxyBody | undefined, other: ProxyBody | undefined): Pick<ProxyRequest, 'body'> {
  const [first, second] = [one, other].map((body) => (body?.kind === 'json' && isRecord(body.value) ? body.value : {}));
  return { body: { kind: 'json', value: { ...first, ...second } } };
}

/** As the documentation writes it: `sleep-time-seconds`, `variables.MODE`. */
export function settingName({ name }: Pick<Setting, 'name'>): string {
  const [parameter = '', ...rest] = name.split('.');
  return [kebabCase(parameter), ...rest].join('.');
}

/** The value in words, what is secret left out. */
export function shown(setting: Setting, side: 'now' | 'wanted' = 'wanted'): string {
  const value = setting[side];
  if (value === undefined) return 'not told by the Hub';
  if (value === null) return 'none';
  if (setting.secret === true) return '(secret)';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

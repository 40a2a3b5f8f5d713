import { OperationError } from '../../errors.ts';
import type { ActionRun, ActionSearch, ProxyRequest } from '../client.ts';
import { excerpt } from '../excerpt.ts';
import { assertSendable, filledPath, filledPathWithQuery } from '../proxy-path.ts';
import { boundedIntent, defaultSearchLimit } from '../search-limits.ts';

/** Answers for programs, and never a question to a person. */
const machine = ['--json', '--non-interactive'];

export function ensureArguments(appUrl: string): string[] {
  return ['connection', 'ensure', operand(appUrl), ...machine];
}

export function connectionArguments(id: string, waitSeconds: number | undefined): string[] {
  const wait = waitSeconds === undefined ? [] : ['--wait', `--timeout=${waitSeconds}`];
  return ['connection', 'get', operand(id), ...wait, ...machine];
}

export function searchArguments(search: ActionSearch): string[] {
  const intent = search.intent === undefined ? [] : [`--intent=${boundedIntent(search.intent)}`];
  const limit = `--limit=${search.limit ?? defaultSearchLimit}`;
  return ['action', 'list', `--connectionId=${search.connectionId}`, ...intent, limit, ...machine];
}

export function actionArguments(idOrKey: string): string[] {
  return ['action', 'get', operand(idOrKey), ...machine];
}

export function runArguments(run: ActionRun): string[] {
  const input = run.input === undefined ? [] : [`--input=${JSON.stringify(run.input)}`];
  return ['action', 'run', operand(run.actionId), `--connectionId=${run.connectionId}`, ...input, ...machine];
}

/**
 * Values follow an equals sign, so that one which starts with a dash is no flag. Of a repeated `--query` name only one
 * may survive on the way (the schema of Membrane's proxy request has a record there): such a query goes into the path.
 */
export function requestArguments(connectionId: string, request: ProxyRequest): string[] {
  assertSendable(request);
  const names = (request.query ?? []).map(([name]) => name);
  const inPath =
    new Set(names).size < names.length || request.path.includes('?') || names.some((name) => /[=\s]/.test(name));
  const path = inPath ? filledPathWithQuery(request) : filledPath(request);
  const query = inPath ? [] : (request.query ?? []).map(([name, value]) => `--query=${name}=${value}`);
  return [
    ...['request', operand(connectionId), path, `--method=${request.method}`],
    ...query,
    ...headerArguments(request),
    ...bodyArguments(request),
    ...machine,
  ];
}

/**
 * One reading of `--json` marks the body as JSON: the type is therefore always said, in the spelling a program that
 * compares names exactly would use itself.
 */
function headerArguments(request: ProxyRequest): string[] {
  const given = Object.entries(request.headers ?? {}).map(([name, value]): [string, string] => [spelled(name), value]);
  const typed = given.some(([name]) => name === contentType) || request.body === undefined;
  const type = request.body?.kind === 'json' ? 'application/json' : 'text/plain; charset=utf-8';
  const all = typed ? given : [[contentType, type] as const, ...given];
  return all.filter(([name]) => !reserved.has(name.toLowerCase())).map(([name, value]) => `--header=${name}: ${value}`);
}

const contentType = 'Content-Type';
/** The connection has its own sign-in, and the length is counted by who sends. */
const reserved = new Set(['authorization', 'host', 'content-length', 'connection', 'membrane-api-version']);

function spelled(name: string): string {
  return name.toLowerCase() === 'content-type' ? contentType : name;
}

function bodyArguments(request: ProxyRequest): string[] {
  if (request.body === undefined) return [];
  return request.body.kind === 'json'
    ? [`--data=${JSON.stringify(request.body.value)}`]
    : ['--rawData', `--data=${request.body.text}`];
}

/** A word that stands alone must not be taken for a flag: ids come from outside. */
function operand(value: string): string {
  if (value !== '' && !value.startsWith('-')) return value;
  throw new OperationError('INPUT_INVALID', `${excerpt(value, 80) || 'An empty text'} cannot be an id or an address.`, {
    hint: 'Check `connection-id`, `app-url` and the action that is named.',
    retryable: false,
    effect: 'none',
  });
}

import type { InputProblem } from '../../input-problem.ts';

/** Header names and values as RFC 9110 has them, kept to visible ASCII in values: nothing that could end a line. */
const headerName = /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/;
const headerValue = /^[\t\x20-\x7e]{0,8000}$/;

/** Headers that belong to the connection between two programs, or to the sign-in that the connection adds itself. */
const ownHeaders = new Set([
  'authorization',
  'connection',
  'content-length',
  'cookie',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** A path may not leave the Hub, by another host or upwards, however that is written. */
export function pathProblems(path: string): InputProblem[] {
  const message = pathMistake(path);
  return message === undefined ? [] : [{ name: 'input.path', message, given: path }];
}

function pathMistake(path: string): string | undefined {
  if (!path.startsWith('/')) return "must begin with '/': a path on the Hub, not a whole address.";
  if (path.startsWith('//') || path.includes('\\')) return "must not begin with '//' or hold '\\'.";
  if (hasControl(path)) return 'must not hold control characters.';
  if (path.includes('#')) return "must not hold '#': a fragment is never sent.";
  const [plain = ''] = path.split('?');
  return plain.split('/').some(isDots) ? "must not hold '.' or '..' as a part." : undefined;
}

/** `..` in any of its disguises: `%2e%2e`, `%252e.`, or before an encoded slash. */
function isDots(segment: string): boolean {
  let text = segment;
  for (let round = 0; round < 3; round += 1) text = decode(text);
  return text.split(/[/\\]/).some((part) => part === '.' || part === '..');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function hasControl(text: string): boolean {
  return /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text) || /[\p{Cc}]/u.test(decode(text));
}

/** Every `{name}` needs a value and every value a `{name}`; values obey the rules of the path. */
export function placeholderProblems(path: string, values: Readonly<Record<string, string>>): InputProblem[] {
  const wanted = [...path.matchAll(/\{([^{}/]*)\}/g)].map(([, name = '']) => name);
  const missing = wanted
    .filter((name) => !Object.hasOwn(values, name))
    .map((name) => ({ name: `input.path-params.${name}`, message: `is required: the path holds {${name}}.` }));
  const wrong = Object.entries(values).flatMap(([name, value]) => {
    const message = placeholderMistake(name, value, wanted);
    return message === undefined ? [] : [{ name: `input.path-params.${name}`, message, given: value }];
  });
  return [...missing, ...wrong];
}

function placeholderMistake(name: string, value: string, wanted: readonly string[]): string | undefined {
  if (!wanted.includes(name)) return `is not in the path: {${name}} does not occur there.`;
  if (value === '') return 'must not be empty.';
  if (hasControl(value)) return 'must not hold control characters.';
  return isDots(value) ? "must not hold '.' or '..' as a part." : undefined;
}

export function headerProblems(headers: Readonly<Record<string, string>>): InputProblem[] {
  return Object.entries(headers).flatMap(([name, value]) => {
    const message = headerMistake(name, value);
    return message === undefined ? [] : [{ name: `input.headers.${name.slice(0, 80)}`, message }];
  });
}

function headerMistake(name: string, value: string): string | undefined {
  if (!headerName.test(name)) return "is no header name: letters, digits and '-' make one.";
  if (ownHeaders.has(name.toLowerCase())) return 'cannot be set: the connection takes care of it.';
  return headerValue.test(value) ? undefined : 'must be visible ASCII text on one line.';
}

import * as core from '@actions/core';
import { closest, distance } from 'fastest-levenshtein';
import { parseDuration } from '../duration.ts';
import type { InputProblem } from '../input-problem.ts';

/** Every input of `action.yml`; a test holds the two equal. */
export const inputNames = [
  'operation',
  'input',
  'input-file',
  'allow-untrusted-input-file',
  'token',
  'workspace-key',
  'workspace-secret',
  'tenant-key',
  'credentials',
  'api-url',
  'connection-id',
  'app-url',
  'connection-timeout',
  'on-action-required',
  'cli-version',
  'cli-path',
  'registry-url',
  'home',
  'transport',
  'if-exists',
  'confirm',
  'dry-run',
  'max-items',
  'query',
  'shard-count',
  'upload-through',
  'github-token',
  'comment-on-pull-request',
  'output-file',
  'timeout',
  'retries',
  'summary',
  'fail-on-error',
] as const;

export type InputName = (typeof inputNames)[number];

/** How far a value may be from an allowed one to be taken for a typo. */
const typoDistance = 3;

/** Reads inputs one by one and collects what is wrong, so that a user sees every problem at once. */
export class InputReader {
  readonly problems: InputProblem[] = [];

  /** The trimmed text; empty when nothing was given. */
  text(name: InputName): string {
    return core.getInput(name);
  }

  optional(name: InputName): string | undefined {
    return this.text(name) || undefined;
  }

  choice<const T extends string>(name: InputName, allowed: readonly [T, ...T[]]): T {
    const given = this.text(name);
    const found = allowed.find((value) => value === given);
    if (found !== undefined) return found;
    const nearest = closest(given, [...allowed]);
    this.problem(
      name,
      given,
      `must be ${listed(allowed)}.`,
      distance(given, nearest) <= typoDistance ? nearest : undefined,
    );
    return allowed[0];
  }

  /**
   * The spellings of the YAML 1.2 core schema, as `core.getBooleanInput` takes them; anything else is a problem.
   * @param whenWrong what holds while that problem is told
   */
  boolean(name: InputName, whenWrong = false): boolean {
    const given = this.text(name);
    if (/^(true|True|TRUE)$/.test(given)) return true;
    if (/^(false|False|FALSE)$/.test(given)) return false;
    this.problem(name, given, 'must be `true` or `false`.');
    return whenWrong;
  }

  /** Milliseconds. */
  duration(name: InputName, limits: { readonly atLeast: number; readonly atMost: number }): number {
    const given = this.text(name);
    const milliseconds = parseDuration(given);
    if (milliseconds !== undefined && milliseconds >= limits.atLeast && milliseconds <= limits.atMost)
      return milliseconds;
    this.problem(name, given, 'must be a time from 1 second to 6 hours, such as `90s`, `10m` or `1h30m`.');
    return limits.atLeast;
  }

  integer(name: InputName, limits: { readonly atLeast: number; readonly atMost: number }): number {
    const given = this.text(name);
    const value = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
    if (value >= limits.atLeast && value <= limits.atMost) return value;
    this.problem(name, given, `must be a whole number from ${limits.atLeast} to ${limits.atMost}.`);
    return limits.atLeast;
  }

  /** An https address, or http on this machine, without a user name, a query or a fragment. */
  url(name: InputName): string | undefined {
    const given = this.optional(name);
    if (given === undefined) return undefined;
    const problem = urlProblem(given);
    if (problem) this.problem(name, undefined, problem);
    return given;
  }

  problem(name: InputName, given: string | undefined, message: string, suggestion?: string): void {
    const shown = given === undefined || given === '' ? {} : { given };
    this.problems.push({ name, message, ...shown, ...(suggestion === undefined ? {} : { suggestion }) });
  }
}

/** Tokens travel to these addresses, so plain http is for the loopback interface alone. */
function urlProblem(given: string): string | undefined {
  const url = URL.parse(given);
  if (!url) return 'must be a whole address, such as `https://example.com`.';
  if (url.username || url.password) return 'must not hold a user name or a password.';
  if (url.search || url.hash) return 'must not have a query (`?…`) or a fragment (`#…`).';
  if (url.protocol === 'https:') return undefined;
  if (url.protocol === 'http:' && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname)) return undefined;
  return 'must start with `https://` (plain `http://` is for addresses on the runner itself).';
}

/** `a`, `b` or `c`, each as code. */
export function listed(values: readonly string[]): string {
  const quoted = values.map((value) => `\`${value}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}

import { hash } from 'node:crypto';
import type { Subject } from './findings.ts';

/** See Finding.fingerprint. NUL is in no name. */
export function fingerprintOf(rule: string, subject: Subject, detail = ''): string {
  const kind = subject.kind === 'repository' ? subject.type : 'namespace';
  const digest = hash('sha256', [rule, kind, subject.id, detail].join('\0'), 'buffer');
  // Not a slice of all digits, which would keep all of them in memory for as long as the finding is.
  return digest.toString('hex', 0, 16);
}

/** JSON with the keys of every mapping in order, so that the same policy has the same digest. */
export function digestOf(value: unknown): string {
  return hash('sha256', canonical(value));
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  });
}

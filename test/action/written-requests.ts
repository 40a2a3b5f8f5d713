import type { RecordedRequest } from '../sandbox/http/application.ts';
import { SEEDED_TOKENS } from '../sandbox/hub/seed.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

/** What a step asked of the Hub, beside what a test did behind its back as somebody else. */
export function stepRequests(sandbox: Sandbox, from = 0): RecordedRequest[] {
  const behindItsBack = `Bearer ${SEEDED_TOKENS.grace}`;
  return sandbox.hubServer.requests.slice(from).filter(({ headers }) => headers.authorization !== behindItsBack);
}

export function isWrite({ method, effects }: RecordedRequest): boolean {
  return method !== 'GET' || effects.length > 0;
}

/** Runs of actions, and writes through the proxy in either of its two ways, that reached Membrane. */
export function membraneWrites(sandbox: Sandbox, from = 0): RecordedRequest[] {
  return sandbox.membraneServer.requests
    .slice(from)
    .filter(({ effects }) => effects.some((effect) => /^run |^proxy (?!GET )/.test(effect)));
}

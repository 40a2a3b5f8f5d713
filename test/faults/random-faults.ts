import type { Fault, FaultRule } from '../sandbox/http/fault-rule.ts';
import { FAULT_ANSWERS } from '../sandbox/membrane/fault-answers.ts';
import { randomFrom } from '../sandbox/membrane/random.ts';

/** What may strike any request at all, of reads and writes alike. */
const anywhere: readonly Fault[] = [
  { kind: 'reset-before' },
  { kind: 'reset-after' },
  { kind: 'truncated' },
  { kind: 'wrong-json' },
  { kind: 'empty' },
  { kind: 'html' },
  { kind: 'rate-limit', retryAfter: 1 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 500, afterEffect: true },
  { kind: 'status', status: 502, afterEffect: true },
  { kind: 'status', status: 503 },
  { kind: 'status', status: 504, afterEffect: true },
  { kind: 'trickle', everyMs: 1 },
  { kind: 'delay', ms: 50 },
];

export const hubFaults: readonly Fault[] = anywhere;

export const membraneFaults: readonly Fault[] = [
  ...anywhere,
  { kind: 'stall-after-effect' },
  { kind: 'status', ...FAULT_ANSWERS['lock-timeout'] },
  { kind: 'status', ...FAULT_ANSWERS.internal },
  { kind: 'status', ...FAULT_ANSWERS.internal, afterEffect: true },
  { kind: 'status', ...FAULT_ANSWERS['hub-rate-limit'] },
  { kind: 'status', ...FAULT_ANSWERS['hub-unavailable'] },
];

/** More requests than any soak makes. */
const longest = 20_000;

/** Rules that strike requests at random, each request at most once; the same for the same seed. */
export function randomFaults(faults: readonly Fault[], share: number, seed: number): FaultRule[] {
  const random = randomFrom(seed);
  const struck = faults.map((): number[] => []);
  for (let request = 1; request <= longest; request += 1) {
    if (random() < share) struck[Math.floor(random() * faults.length)]?.push(request);
  }
  // The stand-in CLI's own question to the sandbox is no request of the action.
  const match = /^[A-Z]+ (?!\/sandbox\/)/;
  return faults.map((fault, index) => ({ match, nth: struck[index] ?? [], ...fault }));
}

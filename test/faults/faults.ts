import type { Fault, FaultRule } from '../sandbox/http/fault-rule.ts';
import type { CliBehaviour } from '../sandbox/membrane/cli-behaviour.ts';
import { FAULT_ANSWERS } from '../sandbox/membrane/fault-answers.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { OperationKind } from './operation-kinds.ts';

/** Something that goes wrong, by name. */
export interface NamedFault {
  readonly name: string;
  readonly where: 'operation' | 'Hub' | 'Membrane' | 'connection' | 'CLI';
  /** Both where it is left out. */
  readonly transport?: 'cli' | 'api';
  readonly inputs?: Readonly<Record<string, string>>;
  /** Milliseconds after the step in which something may still happen on the Hub. */
  readonly aftermath?: number;
  arrange(sandbox: Sandbox, kind: OperationKind): void;
}

/** The call that carries out the operation, over either transport. */
const operationCall = /^POST \/(act|actions\/[^/]+\/run)$/;
/** What reading back goes through, over either transport. */
const proxyCall = /^[A-Z]+ \/connections\/[^/]+\/(proxy\/|request$)/;

/** Shorter than anything that never ends, longer than a CLI needs to start on a busy machine. */
const short = { timeout: '3s' };

function atMembrane(name: string, fault: Fault, more: Partial<NamedFault> & { often?: Often } = {}): NamedFault {
  const { often = { times: 1 }, ...rest } = more;
  const rule = { match: operationCall, ...often, ...fault };
  return { name, where: 'operation', arrange: ({ membraneServer }) => membraneServer.faults.add(rule), ...rest };
}

function atHub(name: string, fault: Fault, more: Partial<NamedFault> & { often?: Often } = {}): NamedFault {
  const { often = { times: 1 }, ...rest } = more;
  const arrange = ({ hubServer }: Sandbox, { hubCall }: OperationKind) =>
    hubServer.faults.add({ match: hubCall, ...often, ...fault });
  return { name, where: 'Hub', arrange, ...rest };
}

function onTheWay(name: string, rule: FaultRule, more: Partial<NamedFault> = {}): NamedFault {
  return { name, where: 'Membrane', arrange: ({ membraneServer }) => membraneServer.faults.add(rule), ...more };
}

function ofCli(name: string, cli: Partial<CliBehaviour>, more: Partial<NamedFault> = {}): NamedFault {
  const arrange = ({ membrane }: Sandbox) => membrane.setCli({ faultOn: 'action run', ...cli });
  return { name, where: 'CLI', transport: 'cli', arrange, ...more };
}

type Often = { readonly times?: number };
const always: Often = {};

function envelope(name: keyof typeof FAULT_ANSWERS): Fault {
  return { kind: 'status', ...FAULT_ANSWERS[name] };
}

/** In the middle of a step somebody takes the connection's sign-in away. */
function signInIsLost({ membrane, connectionId }: Sandbox): void {
  membrane.follow(connectionId, 'connect');
}

const atTheOperation: readonly NamedFault[] = [
  atMembrane('connection reset before it ran', { kind: 'reset-before' }),
  atMembrane('connection reset after it ran', { kind: 'reset-after' }),
  atMembrane('connection reset each time', { kind: 'reset-before' }, { often: always }),
  atMembrane('no answer, and it never ran', { kind: 'stall' }, { inputs: short }),
  atMembrane('no answer, and it ran', { kind: 'stall-after-effect' }, { inputs: short }),
  atMembrane(
    'it runs after the time is over',
    { kind: 'delay', ms: 5_000 },
    { inputs: { timeout: '1s' }, aftermath: 5_500 },
  ),
  atMembrane('a byte a second', { kind: 'trickle', everyMs: 1_000 }, { inputs: short }),
  atMembrane('half an answer', { kind: 'truncated' }),
  atMembrane('half an answer each time', { kind: 'truncated' }, { often: always }),
  atMembrane('damaged JSON', { kind: 'wrong-json' }),
  atMembrane('an empty answer', { kind: 'empty' }),
  atMembrane("a gateway's page, 502", { kind: 'html' }),
  atMembrane("a portal's page, 200", { kind: 'html', status: 200 }),
  atMembrane('a redirect to another host', { kind: 'redirect', location: 'http://127.0.0.1:9/elsewhere' }),
  atMembrane('408', { kind: 'status', status: 408 }),
  atMembrane('425', { kind: 'status', status: 425 }),
  atMembrane('429 with seconds', { kind: 'rate-limit', retryAfter: 1 }),
  atMembrane('429 each time', { kind: 'rate-limit', retryAfter: 0 }, { often: always }),
  atMembrane("429 with the Hub's RateLimit", { kind: 'rate-limit', rateLimit: { remaining: 0, resetSeconds: 1 } }),
  atMembrane('429 for an hour', { kind: 'rate-limit', retryAfter: 3_600 }),
  atMembrane('500 before it ran', { kind: 'status', status: 500 }),
  atMembrane('500 after it ran', { kind: 'status', status: 500, afterEffect: true }),
  atMembrane('502 after it ran', { kind: 'status', status: 502, afterEffect: true }),
  atMembrane('503 before it ran', { kind: 'status', status: 503, headers: { 'retry-after': '1' } }),
  atMembrane('504 before it ran', { kind: 'status', status: 504 }),
  atMembrane('504 after it ran', { kind: 'status', status: 504, afterEffect: true }),
  atMembrane('lock_timeout', envelope('lock-timeout')),
  atMembrane('lock_timeout each time', envelope('lock-timeout'), { often: always }),
  atMembrane('internal error', envelope('internal')),
  atMembrane('internal error after it ran', { ...envelope('internal'), ...{ afterEffect: true } }),
  atMembrane('insufficient_credit', envelope('insufficient-credit')),
  atMembrane('access_denied', envelope('access-denied')),
  atMembrane('not_authenticated', envelope('not-authenticated')),
  atMembrane('expired token that was given', { kind: 'token-expired' }),
  atMembrane("Membrane's rate limit", envelope('membrane-rate-limit')),
  atMembrane("the Hub's rate limit in the envelope", envelope('hub-rate-limit')),
  atMembrane("the Hub's 503 in the envelope", envelope('hub-unavailable')),
  atMembrane('an envelope of an unknown type', envelope('unknown')),
];

const atTheHub: readonly NamedFault[] = [
  atHub('Hub: reset before it ran', { kind: 'reset-before' }),
  atHub('Hub: reset after it ran', { kind: 'reset-after' }),
  atHub('Hub: no answer, and it ran', { kind: 'stall-after-effect' }, { inputs: short }),
  atHub('Hub: 429 with seconds', { kind: 'rate-limit', retryAfter: 1 }),
  atHub('Hub: 500 before it ran', { kind: 'status', status: 500 }),
  atHub('Hub: 500 after it ran', { kind: 'status', status: 500, afterEffect: true }),
  atHub('Hub: 503 before it ran', { kind: 'status', status: 503 }),
  atHub('Hub: 504 after it ran', { kind: 'status', status: 504, afterEffect: true }),
  atHub('Hub: 403', { kind: 'status', status: 403, body: { error: 'You lack the right' } }),
  atHub('Hub: half an answer', { kind: 'truncated' }),
  atHub('Hub: another creation is in progress', {
    ...{ kind: 'status', status: 409 },
    body: { error: 'Cannot create repo: another conflicting operation is in progress' },
  }),
  {
    name: "Hub: 401, the connection's sign-in was revoked",
    where: 'Hub',
    arrange: (sandbox, { hubCall }) => {
      sandbox.hubServer.faults.add({
        match: hubCall,
        kind: 'status',
        status: 401,
        body: { error: 'Invalid credentials in Authorization header' },
      });
      sandbox.membraneServer.faults.add({
        match: /^GET \/connections\/[^/]+$/,
        kind: 'callback',
        call: () => signInIsLost(sandbox),
      });
    },
  },
];

const onTheWayThere: readonly NamedFault[] = [
  onTheWay('ensuring the connection: 503', {
    match: 'POST /connections/ensure',
    times: 1,
    kind: 'status',
    status: 503,
  }),
  onTheWay('ensuring the connection: reset', { match: 'POST /connections/ensure', times: 1, kind: 'reset-after' }),
  onTheWay(
    'ensuring the connection: no answer',
    { match: 'POST /connections/ensure', kind: 'stall' },
    {
      inputs: { 'connection-timeout': '2s' },
    },
  ),
  onTheWay('searching actions: 500', { match: 'GET /actions', times: 1, kind: 'status', status: 500 }),
  onTheWay('searching actions: half an answer', { match: 'GET /actions', times: 1, kind: 'truncated' }),
  onTheWay('Membrane is down: 503', { match: /./, kind: 'status', status: 503 }),
  onTheWay(
    'nobody listens at api-url',
    { match: /never/, kind: 'stall' },
    { inputs: { 'api-url': 'http://127.0.0.1:9' } },
  ),
  {
    name: 'the answer is lost, and reading back fails too',
    where: 'Membrane',
    arrange: ({ membraneServer, hubServer }, { hubCall }) => {
      // What an operation reads before it writes must still work.
      const call = () => membraneServer.faults.add({ match: proxyCall, kind: 'status', status: 500 });
      hubServer.faults.add({ match: hubCall, kind: 'callback', call });
      membraneServer.faults.add({ match: operationCall, kind: 'reset-after', times: 1 });
    },
  },
  {
    name: 'the connection needs a person in the middle',
    where: 'connection',
    arrange: (sandbox) =>
      sandbox.membraneServer.faults.add({ match: operationCall, kind: 'callback', call: () => signInIsLost(sandbox) }),
  },
  {
    name: "the connection's token has expired",
    where: 'connection',
    arrange: (sandbox) =>
      sandbox.membraneServer.faults.add(
        { match: operationCall, kind: 'status', ...FAULT_ANSWERS['connection-token-expired'] },
        { match: /^GET \/connections\/[^/]+$/, kind: 'callback', call: () => signInIsLost(sandbox) },
      ),
  },
];

const ofTheCli: readonly NamedFault[] = [
  ofCli('CLI: hangs before it asks', { fault: 'hang' }, { inputs: short }),
  ofCli('CLI: hangs with the answer', { fault: 'hang-after' }, { inputs: short }),
  ofCli('CLI: ignores SIGTERM', { fault: 'ignore-sigterm' }, { inputs: short }),
  ofCli('CLI: hangs and has a child', { fault: 'grandchild' }, { inputs: short }),
  ofCli('CLI: is killed before it asks', { fault: 'die' }),
  ofCli('CLI: is killed while it prints', { fault: 'die-after' }),
  ofCli('CLI: prints 40 MB', { fault: 'huge' }),
  {
    ...ofCli('CLI: tells a 502 as text', { errors: 'text' }),
    arrange: ({ membrane, membraneServer }) => {
      membrane.setCli({ errors: 'text' });
      membraneServer.faults.add({ match: operationCall, times: 1, kind: 'status', status: 502, afterEffect: true });
    },
  },
  {
    ...ofCli('CLI: ends well with an error inside', { errors: 'envelope-exit-0' }),
    arrange: ({ membrane, membraneServer }) => {
      membrane.setCli({ errors: 'envelope-exit-0' });
      membraneServer.faults.add({ match: operationCall, times: 1, kind: 'status', ...FAULT_ANSWERS.internal });
    },
  },
];

/** Errors told after the operation ran, in words that make a reader believe that it did not. */
const misleading: readonly NamedFault[] = [
  atMembrane('a lock inside of a run that did its work', {
    ...{ kind: 'status', status: 400, afterEffect: true },
    body: {
      type: 'action_run',
      message: 'Failed',
      causedByError: { type: 'concurrency', key: 'lock_timeout', message: 'busy' },
    },
  }),
  atMembrane('a rate limit inside of a run that did its work', {
    ...{ kind: 'status', status: 400, afterEffect: true },
    body: {
      type: 'action_run',
      message: 'Failed',
      causedByError: { type: 'bad_request', key: 'rate_limit_exceeded', message: 'x' },
    },
  }),
  ...[
    ['a refused connection', 'connect ECONNREFUSED 10.0.0.7:443'],
    ['a misuse', 'SyntaxError: unknown option in a template'],
    ['a sign-in', 'Not authenticated at the database'],
    ['a lost connection', 'The pool could not reconnect'],
    ['another status', 'The cache answered (HTTP 429)'],
  ].map(
    ([words = '', message = '']): NamedFault => ({
      ...ofCli(`CLI: tells a 500 after it ran in words of ${words}`, {}),
      arrange: ({ membrane, membraneServer }) => {
        membrane.setCli({ errors: 'text' });
        const body = { type: 'internal', message, causedByError: { message } };
        membraneServer.faults.add({
          match: operationCall,
          times: 1,
          kind: 'status',
          status: 500,
          afterEffect: true,
          body,
        });
      },
    }),
  ),
];

/** Every fault, in the order of the table. */
export const namedFaults: readonly NamedFault[] = [
  ...atTheOperation,
  ...atTheHub,
  ...onTheWayThere,
  ...ofTheCli,
  ...misleading,
];

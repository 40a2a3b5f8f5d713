import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OperationError } from '../../src/errors.ts';
import { readConnectionAnswer } from '../../src/membrane/connection-answer.ts';

const connect = { type: 'connect', description: 'Sign in.', uiUrl: 'https://ui.example.com/c/1' };

test.each([
  ['ready', { state: 'READY' }, { state: 'READY' }],
  ['building', { state: 'BUILDING' }, { state: 'BUILDING' }],
  ['disconnecting', { state: 'DISCONNECTING' }, { state: 'DISCONNECTING' }],
  ['in lower case', { state: 'ready' }, { state: 'READY' }],
  [
    'waiting for a person',
    { state: 'CLIENT_ACTION_REQUIRED', clientAction: connect },
    { state: 'CLIENT_ACTION_REQUIRED', clientAction: connect },
  ],
  [
    'waiting, without saying for what',
    { state: 'CLIENT_ACTION_REQUIRED' },
    { state: 'CLIENT_ACTION_REQUIRED', clientAction: { type: 'connect' } },
  ],
  [
    'waiting, with a script for a link',
    { state: 'CLIENT_ACTION_REQUIRED', clientAction: { type: 'connect', uiUrl: 'javascript:alert(1)' } },
    { state: 'CLIENT_ACTION_REQUIRED', clientAction: { type: 'connect' } },
  ],
  [
    'of an unseen kind of action',
    { state: 'CLIENT_ACTION_REQUIRED', clientAction: { type: 'dance' } },
    { state: 'CLIENT_ACTION_REQUIRED', clientAction: { type: 'dance' } },
  ],
  [
    'misconfigured',
    { state: 'CONFIGURATION_ERROR', error: { type: 'configuration', message: 'No client id.' } },
    { state: 'CONFIGURATION_ERROR', error: 'No client id.' },
  ],
  ['failed, with a text', { state: 'SETUP_FAILED', error: 'broken' }, { state: 'SETUP_FAILED', error: 'broken' }],
  [
    'failed, with a list',
    { state: 'SETUP_FAILED', errors: [{ message: 'one' }, 2, 'two'] },
    { state: 'SETUP_FAILED', error: 'one two' },
  ],
  [
    'failed, without a word',
    { state: 'SETUP_FAILED', error: 7 },
    { state: 'SETUP_FAILED', error: 'Membrane gave no reason.' },
  ],
  ['in a new state', { state: 'HIBERNATING' }, { state: 'UNKNOWN', reported: 'HIBERNATING' }],
  ['older, signed in', { disconnected: false }, { state: 'READY' }],
  ['older, signed out', { disconnected: true }, { state: 'CLIENT_ACTION_REQUIRED', clientAction: { type: 'connect' } }],
  [
    'older, ready but signed out',
    { state: 'READY', disconnected: true },
    { state: 'CLIENT_ACTION_REQUIRED', clientAction: { type: 'connect' } },
  ],
  ['older, connected', { connected: true }, { state: 'READY' }],
  ['older, failed', { error: { message: 'no' } }, { state: 'SETUP_FAILED', error: 'no' }],
  ['without any state', {}, { state: 'UNKNOWN', reported: 'no state' }],
  ['with a number for a state', { state: 7 }, { state: 'UNKNOWN', reported: 'no state' }],
])('reads a connection that is %s', (_what, answer, expected) => {
  expect(readConnectionAnswer({ id: 'c1', name: 'Mine', ...answer })).toEqual({ id: 'c1', name: 'Mine', ...expected });
});

test.each([[null], [undefined], ['text'], [[]], [{}], [{ id: '' }], [{ id: 7, state: 'READY' }]])(
  'refuses %j, which names none',
  (answer) => {
    expect(() => readConnectionAnswer(answer)).toThrow(expect.objectContaining({ code: 'UPSTREAM_UNAVAILABLE' }));
  },
);

test('no shape of answer ends otherwise than in a known state or a coded error', () => {
  const states = [
    'READY',
    'BUILDING',
    'DISCONNECTING',
    'CLIENT_ACTION_REQUIRED',
    'CONFIGURATION_ERROR',
    'SETUP_FAILED',
    'UNKNOWN',
  ];
  const anything = fc.anything({ maxDepth: 3, withNullPrototype: true });
  const answers = fc.oneof(
    anything,
    fc.record(
      {
        id: fc.string(),
        state: fc.oneof(fc.constantFrom(...states), anything),
        clientAction: anything,
        error: anything,
        errors: anything,
        disconnected: anything,
        name: anything,
      },
      { requiredKeys: ['id'] },
    ),
  );
  fc.assert(
    fc.property(answers, (answer) => {
      try {
        expect(states).toContain(readConnectionAnswer(answer).state);
      } catch (error) {
        expect(error).toBeInstanceOf(OperationError);
      }
    }),
    { seed: 3, numRuns: 3000 },
  );
});

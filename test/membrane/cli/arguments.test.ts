import { expect, test } from 'vitest';
import * as commands from '../../../src/membrane/cli/arguments.ts';

const machine = ['--json', '--non-interactive'];

test('each command is the documented one', () => {
  expect(commands.ensureArguments('https://x.co')).toEqual(['connection', 'ensure', 'https://x.co', ...machine]);
  expect(commands.connectionArguments('c1', undefined)).toEqual(['connection', 'get', 'c1', ...machine]);
  expect(commands.connectionArguments('c1', 60)).toEqual([
    'connection',
    'get',
    'c1',
    '--wait',
    '--timeout=60',
    ...machine,
  ]);
  expect(commands.searchArguments({ connectionId: 'c1', intent: 'x'.repeat(300) })).toEqual([
    'action',
    'list',
    '--connectionId=c1',
    `--intent=${'x'.repeat(200)}`,
    '--limit=10',
    ...machine,
  ]);
  expect(commands.actionArguments('a1')).toEqual(['action', 'get', 'a1', ...machine]);
  expect(commands.runArguments({ actionId: 'a1', connectionId: 'c1', input: { a: '--b' } })).toEqual([
    'action',
    'run',
    'a1',
    '--connectionId=c1',
    '--input={"a":"--b"}',
    ...machine,
  ]);
});

test.each([
  ['a plain read', { method: 'GET', path: '/p' }, ['/p', '--method=GET']],
  ['a query', { method: 'GET', path: '/p', query: [['a', '-1 &=']] }, ['/p', '--method=GET', '--query=a=-1 &=']],
  [
    'a repeated query',
    {
      method: 'GET',
      path: '/p',
      query: [
        ['a', '1'],
        ['a', '2&'],
      ],
    },
    ['/p?a=1&a=2%26', '--method=GET'],
  ],
  [
    'a query beside one in the path',
    { method: 'GET', path: '/p?z=1', query: [['a', '1']] },
    ['/p?z=1&a=1', '--method=GET'],
  ],
  [
    'a JSON body',
    { method: 'POST', path: '/p', body: { kind: 'json', value: { a: 'é' } } },
    ['/p', '--method=POST', '--header=Content-Type: application/json', '--data={"a":"é"}'],
  ],
  [
    'a raw body with its type',
    { method: 'PUT', path: '/p', headers: { 'content-type': 'text/csv' }, body: { kind: 'raw', text: '-a,b' } },
    ['/p', '--method=PUT', '--header=Content-Type: text/csv', '--rawData', '--data=-a,b'],
  ],
  [
    "headers, but none that are not the caller's",
    { method: 'GET', path: '/p', headers: { 'X-A': 'b', Authorization: 'no', Host: 'no' } },
    ['/p', '--method=GET', '--header=X-A: b'],
  ],
  ['places of the path', { method: 'GET', path: '/{a}/x', pathParameters: { a: 'b/c' } }, ['/b%2Fc/x', '--method=GET']],
] as const)('a request with %s', (_what, request, expected) => {
  expect(commands.requestArguments('c1', request)).toEqual(['request', 'c1', ...expected, ...machine]);
});

test.each(['', '-x', '--apiUri=http://evil'])('%j is no operand', (operand) => {
  for (const make of [
    () => commands.ensureArguments(operand),
    () => commands.connectionArguments(operand, 1),
    () => commands.actionArguments(operand),
    () => commands.runArguments({ actionId: operand, connectionId: 'c', input: {} }),
    () => commands.requestArguments(operand, { method: 'GET', path: '/' }),
  ]) {
    expect(make).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
  }
});

import { expect, test } from 'vitest';
import { readProxyOutput } from '../../../src/membrane/cli/proxy-output.ts';

test.each([
  [
    'a whole response',
    '{"status":201,"headers":{"X-A":"b"},"body":{"id":1}}',
    { status: 201, headers: { 'x-a': 'b' }, body: { id: 1 } },
  ],
  [
    'a whole response with its body under data',
    '{"status":200,"headers":{},"data":[1]}',
    { status: 200, headers: {}, body: [1] },
  ],
  [
    'a whole response without a body',
    '{"status":204,"headers":{"A":["b","c"]}}',
    { status: 204, headers: { a: 'b, c' }, body: null },
  ],
  [
    'a whole response among noise',
    'Update!\n{"longer":"than the response that was asked for"}\n{"status":200,"body":1}\nDone',
    { status: 200, headers: {}, body: 1 },
  ],
  ['a body', '{"id":1}', { headers: {}, body: { id: 1 } }],
  [
    'a body that has a status of its own',
    '{"status":"open","body":"text"}',
    { headers: {}, body: { status: 'open', body: 'text' } },
  ],
  [
    'a body with a number for a status',
    '{"status":3,"body":"text"}',
    { headers: {}, body: { status: 3, body: 'text' } },
  ],
  ['a list', '[{"id":1}]\n', { headers: {}, body: [{ id: 1 }] }],
  ['a text', 'just\ntext\n', { headers: {}, body: 'just\ntext' }],
  ['nothing', '\n', { headers: {}, body: null }],
])('reads %s', (_what, output, response) => {
  expect(readProxyOutput(output)).toEqual(response);
});

test('a response that is cut off is no text', () => {
  expect(() => readProxyOutput('{"status":200,"bo')).toThrow(expect.objectContaining({ code: 'UPSTREAM_UNAVAILABLE' }));
});

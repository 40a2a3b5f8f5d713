import { expect, test } from 'vitest';
import { OperationError } from '../../src/errors.ts';
import { summaryOf } from '../../src/github/summary.ts';
import type { StepReport } from '../../src/step-report.ts';

const connection = { id: 'conn-1', state: 'READY' } as const;
const base = { operation: 'list-models', connection, cliVersion: '1.18.0', transport: 'cli', duration: 4_230 } as const;

function listOf(total: number): StepReport {
  const rows = Array.from({ length: total }, (_, index) => [`my-org/m${index}`, index]);
  const table = { columns: ['Repository', 'Likes'], rows: rows.slice(0, 60), total };
  const result = {
    status: 'succeeded',
    changed: false,
    output: [],
    headline: `Listed ${total} models`,
    table,
  } as const;
  return { ...base, outcome: { kind: 'done', result } };
}

test('a list shows its first fifty rows and how many more there are', () => {
  const page = summaryOf(listOf(1_234)).html;
  expect(page.match(/<code>my-org\/m/g)).toHaveLength(50);
  expect(page).toContain('and 1184 more');
  expect(page).toContain('4.2 s');
  expect(page).toContain('Membrane CLI 1.18.0');
});

test('a short list says nothing of more', () => expect(summaryOf(listOf(3)).html).not.toContain(' more'));

test('hostile text stays in its cell', () => {
  const row = ['<img src=x onerror=alert(1)>|</td></table>\n\n# Title', '`code` [x](javascript:alert(1)) @ada'];
  const table = { columns: ['a', 'b'], rows: [row], total: 1 };
  const headline = 'Created <script>\n::error::x';
  const result = {
    status: 'succeeded',
    changed: true,
    output: 1,
    headline,
    table,
    url: 'javascript:alert(1)',
  } as const;
  const page = summaryOf({ ...base, outcome: { kind: 'done', result } }).html;
  expect(page).not.toMatch(/<(img|script)|\n\s*#|\n\s*::|href="javascript/);
  expect(page.match(/<\/table>/g)).toHaveLength(2);
});

test('a failure says what happened and what to do, and who must act', () => {
  const error = new OperationError('CONNECTION_ACTION_REQUIRED', 'Hugging Face must be connected again.', {
    hint: 'Open the link and sign in.',
  });
  const waiting = {
    id: 'conn-1',
    state: 'CLIENT_ACTION_REQUIRED',
    clientAction: { type: 'connect', description: 'Sign in', uiUrl: 'https://example.com/ui?a=1&b="2"' },
  } as const;
  const page = summaryOf({ ...base, connection: waiting, outcome: { kind: 'failed', error } }).html;
  expect(page).toContain('CONNECTION_ACTION_REQUIRED');
  expect(page).toContain('<b>What to do:</b> Open the link and sign in.');
  expect(page).toContain('href="https://example.com/ui?a=1&amp;b=%222%22"');
});

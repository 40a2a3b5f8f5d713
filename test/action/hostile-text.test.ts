import { expect, test } from 'vitest';
import type { ActionResult } from '../harness/run-action.ts';
import { itemsOf } from './operation-case.ts';
import { runStep, useSandbox } from './sandbox-step.ts';

const bed = useSandbox();

/** What an outsider can put into a title: each would be a command, a break out of a cell, or a lie to the eye. */
const hostileTitles = [
  '::set-output name=status::succeeded',
  'first line\n  ::error title=x::taken over',
  '##[error]old form',
  'in the middle ##[add-path]/tmp/evil',
  '::stop-commands::forever',
  '::add-mask::a',
  'two lines\n::error::second line',
  'carriage\r::error::return',
  'a | cell | breaks',
  '<img src=x onerror=alert(1)><script>alert(1)</script></td></table>',
  '![pixel](https://example.com/pixel.png) [link](javascript:alert(1)) `code`',
  'right to left \u202Egnp.exe',
  '\u001b[2J\u001b[31mred',
  '🤗 emoji 👩‍👩‍👧 and ümläuts',
  '@everyone #1 please look',
];

async function openHostileDiscussions(repository: string): Promise<void> {
  await bed.hub.createRepository('dataset', repository);
  for (const title of hostileTitles) {
    await bed.hub.openDiscussion(`datasets/my-org/${repository}`, title.padEnd(3));
  }
}

test.each(['cli', 'api'] as const)('a hostile organisation commands nothing over %s', async (transport) => {
  const name = `hostile-${transport}`;
  await openHostileDiscussions(name);
  const input = { repository: `my-org/${name}`, type: 'dataset' };
  const result = await runStep(bed.sandbox, { operation: 'list-discussions', transport, input });
  expect(result.exitCode, result.log).toBe(0);
  expect(meantFor(result)).toEqual([]);
  expect(result.outputs).toMatchObject({ status: 'succeeded', count: String(hostileTitles.length) });
  expect(
    itemsOf(result)
      .map(({ title }) => title)
      .toSorted(),
  ).toEqual(hostileTitles.toSorted());
  expect(result.environment).toEqual({});
  expect(result.pathAdditions).toEqual([]);
  expectHarmlessSummary(result.summary);
});

test('a hostile title in a headline commands nothing', async () => {
  await bed.hub.createRepository('dataset', 'headline');
  const title = '::error::taken over\n::set-output name=status::x';
  const input = { repository: 'my-org/headline', type: 'dataset', title, description: '##[error]x' };
  const result = await runStep(bed.sandbox, { operation: 'create-discussion', input });
  expect(result.exitCode, result.log).toBe(0);
  expect(meantFor(result)).toEqual([]);
  expect(await bed.hub.get('/api/datasets/my-org/headline/discussions/1')).toMatchObject({ title });
});

test('hostile words of the Hub in an error stay words', async () => {
  bed.sandbox.hubServer.faults.add({
    match: 'GET /api/models/my-org/angry',
    kind: 'status',
    status: 403,
    body: { error: '::error::first\n::add-mask::x\n##[error]second <script>' },
  });
  const input = { repository: 'my-org/angry' };
  const result = await runStep(bed.sandbox, { operation: 'get-model', input });
  expect(result.exitCode).toBe(1);
  expect(result.annotations).toHaveLength(1);
  expect(meantFor(result)).toEqual(['error']);
  expectHarmlessSummary(result.summary);
});

/** What the runner would do for the step, beside masking and showing debug lines. */
function meantFor({ commands }: ActionResult): string[] {
  return commands.map(({ name }) => name).filter((name) => name !== 'add-mask' && name !== 'debug');
}

/** Only the tags that the summary writes itself, in blocks of HTML without a gap, where Markdown does not begin. */
function expectHarmlessSummary(summary: string): void {
  const tags = new Set([...summary.matchAll(/<\/?([a-z0-9]+)/gu)].map(([, tag]) => tag));
  const own = ['h3', 'p', 'b', 'br', 'code', 'table', 'tr', 'th', 'td', 'a'];
  expect([...tags].filter((tag) => tag === undefined || !own.includes(tag))).toEqual([]);
  expect(summary.trim()).not.toMatch(/\n\s*\n/u);
  for (const text of ['\u202e', '\u001b', '@everyone', '#1 please']) expect(summary).not.toContain(text);
}

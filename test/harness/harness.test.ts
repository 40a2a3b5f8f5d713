import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { inputVariables } from './action-metadata.ts';
import { fileCommandPairs } from './file-commands.ts';
import { type ActionStep, runAction } from './run-action.ts';
import { createMachine } from './runner-machine.ts';
import { interpretMasks, masksOf, workflowCommands } from './workflow-commands.ts';

describe('workflow commands', () => {
  test.each([
    ['at the start of a line', 'x\n::error title=a%3Ab::one%0Atwo', [{ name: 'error', value: 'one\ntwo' }]],
    ['after white space', '\t ::notice::hello', [{ name: 'notice', value: 'hello' }]],
    ['after a lone carriage return', 'text\r::warning::hidden', [{ name: 'warning', value: 'hidden' }]],
    ['the older form in the middle of a line', 'my ##[error]model', [{ name: 'error', value: 'model' }]],
    ['not in the middle of a line', 'a ::error::b', []],
    [
      'not while commands are stopped',
      '::stop-commands::t0k\n::error::x\n::t0k::\n::notice::y',
      [
        { name: 'stop-commands', value: 't0k' },
        { name: 'notice', value: 'y' },
      ],
    ],
  ])('%s', (_, printed, expected) => {
    expect(workflowCommands(printed)).toMatchObject(expected);
  });

  test('properties are unescaped', () => {
    expect(workflowCommands('::error title=a%3Ab,file=c%2Cd::x')[0]?.properties).toEqual({ title: 'a:b', file: 'c,d' });
  });

  test('masks act from their command on, line by line', () => {
    const printed = 'early s3cret\n::add-mask::s3cret%0Asecond-line\nlate s3cret and second-line';
    expect(interpretMasks(printed)).toBe('early s3cret\nlate *** and ***');
    expect(masksOf(workflowCommands(printed))).toContain('second-line');
  });
});

describe('file commands', () => {
  test('values of one line and of several', () => {
    expect(fileCommandPairs('a=1=2\nb<<END\nx\n\ny\nEND\nc<<E\nE\n')).toEqual({ a: '1=2', b: 'x\n\ny', c: '' });
  });

  test('a value that is not closed is refused', () => {
    expect(() => fileCommandPairs('a<<END\nx\n')).toThrow('not closed');
  });
});

test('inputs get their defaults, upper case names and their hyphens', () => {
  const inputs = {
    'if-exists': { description: '', default: 'fail' },
    'tenant-key': { description: '', default: '$' + '{{ github.repository }}' },
  };
  const variables = inputVariables(
    { inputs, outputs: {}, runs: { using: 'node24', main: 'main.js' } },
    { operation: 'x' },
    { 'github.repository': 'a/b' },
  );
  expect(variables).toEqual({ 'INPUT_IF-EXISTS': 'fail', 'INPUT_TENANT-KEY': 'a/b', INPUT_OPERATION: 'x' });
});

describe('a step', () => {
  const main = `
    import { appendFileSync, writeFileSync } from 'node:fs';
    import { spawn } from 'node:child_process';
    const { env } = process;
    process.on('SIGINT', () => process.exit(130));
    console.log('node ' + process.versions.node, 'operation ' + env.INPUT_OPERATION);
    appendFileSync(env.GITHUB_OUTPUT, 'a<<E\\none\\ntwo\\nE\\n');
    appendFileSync(env.GITHUB_STATE, 'home=here\\n');
    appendFileSync(env.GITHUB_STEP_SUMMARY, '# Done');
    writeFileSync(env.RUNNER_TEMP + '/left.txt', 'left', { mode: 0o600 });
    if (env.INPUT_OPERATION === 'spawn') spawn(process.execPath, ['-e', 'setTimeout(() => {}, 300)', 'seen']);
    if (env.INPUT_OPERATION === 'wait') setInterval(() => {}, 1000);`;
  const post = `console.log('state ' + process.env.STATE_home, process.env.INPUT_OPERATION);`;

  function run(step: ActionStep) {
    const machine = createMachine();
    onTestFinished(machine.remove);
    writeFileSync(path.join(machine.workspace, 'main.mjs'), main);
    writeFileSync(path.join(machine.workspace, 'post.mjs'), post);
    const runs = { using: 'node24', main: 'main.mjs', post: 'post.mjs' };
    const action = { folder: machine.workspace, metadata: { inputs: {}, outputs: {}, runs } };
    return runAction({ ...step, machine, action });
  }

  test('is run on Node 24, answers in its files, and post sees its state', async () => {
    const result = await run({ inputs: { operation: 'get-model' } });
    expect(result.stdout).toMatch(/^node 24\.\S+ operation get-model\n$/);
    expect(result).toMatchObject({
      exitCode: 0,
      outputs: { a: 'one\ntwo' },
      summary: '# Done',
      state: { home: 'here' },
    });
    expect(result.post?.stdout).toBe('state here get-model\n');
    expect(result.filesLeft).toContainEqual({ path: 'temp/left.txt', mode: 0o600, text: 'left' });
  });

  test('can be cancelled', async () => {
    const result = await run({
      inputs: { operation: 'wait' },
      during: async (step) => {
        await step.hasPrinted('operation wait');
        step.cancel();
      },
    });
    expect(result.exitCode).toBe(130);
    expect(result.post?.stdout).toContain('state');
  });

  test.runIf(process.platform === 'linux')('shows the arguments of the processes it started', async () => {
    const { argumentsSeen } = await run({ inputs: { operation: 'spawn' }, watchArguments: true });
    expect(argumentsSeen.some((args) => args.includes('seen'))).toBe(true);
  });
});

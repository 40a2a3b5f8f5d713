import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkout, readActionMetadata } from '../harness/action-metadata.ts';
import { runStepProcess } from '../harness/step-process.ts';
import { workflowCommands } from '../harness/workflow-commands.ts';

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'post-')));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the post entry with what the main one is supposed to have left. */
async function post(home: string | undefined) {
  const state = home === undefined ? {} : { STATE_home: home };
  const script = path.join(checkout, readActionMetadata().runs.post ?? '');
  const ended = await runStepProcess({ script, cwd: folder, env: { PATH: process.env.PATH ?? '', ...state } });
  return { ...ended, kinds: workflowCommands(ended.stdout).map(({ name }) => name) };
}

function makeHome(): string {
  const home = path.join(folder, 'membrane-home-x1');
  mkdirSync(path.join(home, '.membrane'), { recursive: true, mode: 0o700 });
  writeFileSync(path.join(home, '.made-by-membrane-hub-action'), '');
  writeFileSync(path.join(home, '.membrane', 'credentials.json'), 'secret');
  return home;
}

test('the home is removed, and once more nothing happens', async () => {
  const home = makeHome();
  for (const _ of ['first', 'second']) {
    expect(await post(home)).toMatchObject({ exitCode: 0, stdout: '', stderr: '' });
    expect(existsSync(home)).toBe(false);
  }
});

test('links inside of the home are removed, not followed', async () => {
  const home = makeHome();
  mkdirSync(path.join(folder, 'kept'));
  writeFileSync(path.join(folder, 'kept', 'file'), '');
  symlinkSync(path.join(folder, 'kept'), path.join(home, 'link'));
  expect(await post(home)).toMatchObject({ exitCode: 0, kinds: [] });
  expect(readdirSync(folder)).toEqual(['kept']);
  expect(readdirSync(path.join(folder, 'kept'))).toEqual(['file']);
});

test.each<[what: string, state: () => string | undefined, kinds: string[]]>([
  ['no state at all', () => undefined, []],
  ['a home that is gone', () => path.join(folder, 'membrane-home-gone'), []],
  ['a folder of somebody else', () => folder, ['warning']],
  ['a relative path', () => 'membrane-home-x', ['warning']],
  ["a folder with a home's name that we did not make", () => foreign(), ['warning']],
  ['a file in its place', () => fileInPlace(), ['warning']],
  ['a link in its place', () => linkInPlace(), ['warning']],
  ['a text that is no path', () => 'a\nb%0A::error::x', ['warning']],
])('%s: it warns at most, and removes nothing', async (_, state, kinds) => {
  const home: string | undefined = state();
  const before = readdirSync(folder, { recursive: true });
  expect(await post(home)).toMatchObject({ exitCode: 0, kinds });
  expect(readdirSync(folder, { recursive: true })).toEqual(before);
});

function foreign(): string {
  const home = path.join(folder, 'membrane-home-theirs');
  mkdirSync(home);
  writeFileSync(path.join(home, 'theirs'), '');
  return home;
}

function fileInPlace(): string {
  const home = path.join(folder, 'membrane-home-file');
  writeFileSync(home, '');
  return home;
}

function linkInPlace(): string {
  mkdirSync(path.join(folder, 'kept'));
  const home = path.join(folder, 'membrane-home-link');
  symlinkSync(path.join(folder, 'kept'), home);
  return home;
}

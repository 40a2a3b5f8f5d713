import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inputsTable, outputsTable } from '../../scripts/docs/action-tables.ts';
import { withSection } from '../../scripts/docs/generated-section.ts';
import { markdownTable } from '../../scripts/docs/markdown-table.ts';
import { describeOperations } from '../../src/hub/describe-operations.ts';
import { checkout } from '../harness/action-metadata.ts';

describe('npm run docs', () => {
  const copy = mkdtempSync(path.join(tmpdir(), 'docs-'));

  beforeAll(() => {
    for (const name of ['scripts', 'src', 'docs', 'action.yml', 'README.md', 'package.json']) {
      cpSync(path.join(checkout, name), path.join(copy, name), { recursive: true });
    }
    symlinkSync(path.join(checkout, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
    expect(docs().status).toBe(0);
  });

  afterAll(() => rmSync(copy, { recursive: true }));

  function docs(...args: string[]) {
    return spawnSync(process.execPath, ['scripts/docs.ts', ...args], { cwd: copy, encoding: 'utf8' });
  }

  function read(file: string): string {
    return readFileSync(path.join(copy, file), 'utf8');
  }

  test('leaves nothing stale', () => {
    expect(docs('--check')).toMatchObject({ status: 0, stderr: '' });
  });

  test('writes every operation and its parameters', () => {
    for (const { key, parameters } of describeOperations()) {
      expect(read('README.md')).toContain(`(docs/operations.md#${key})`);
      expect(read('action.yml')).toContain(`\`${key}\``);
      const section = read('docs/operations.md').split(`### ${key}\n`)[1]?.split('\n#')[0] ?? '';
      for (const { name } of parameters) expect(section).toContain(`\`${name}\``);
    }
  });

  test('--check names what is stale and writes nothing', () => {
    const action = read('action.yml');
    const readme = read('README.md');
    writeFileSync(
      path.join(copy, 'action.yml'),
      action.replace('  token:\n', '  brand-new:\n    description: New.\n  token:\n'),
    );
    const { status, stderr } = docs('--check');
    expect(status).toBe(1);
    expect(stderr).toContain('README.md');
    expect(read('README.md')).toBe(readme);
    writeFileSync(path.join(copy, 'action.yml'), action);
  });
});

describe('tables', () => {
  const action = `
inputs:
  operation: { description: What to do., required: true }
  if-exists: { description: Skip | update., default: fail }
outputs:
  url: { description: Where it is. }
`;

  test('inputs say what is required and what the default is', () => {
    expect(inputsTable(action).split('\n').slice(2)).toEqual([
      '| `operation` | **required** | What to do. |',
      '| `if-exists` | `fail` | Skip \\| update. |',
    ]);
  });

  test('outputs', () => {
    expect(outputsTable(action)).toContain('| `url` | Where it is. |');
  });

  test('a cell is one line', () => {
    expect(markdownTable(['A'], [['one\n  two']])).toBe('| A |\n| --- |\n| one two |');
  });
});

describe('a generated section', () => {
  const marks = { begin: '<begin>', end: '<end>' };

  test('is replaced, and only it', () => {
    expect(withSection('a\n<begin>\nold\n<end>\nb', marks, 'new')).toBe('a\n<begin>\nnew\n<end>\nb');
  });

  test('needs both of its marks, in their order', () => {
    expect(() => withSection('<end> <begin>', marks, 'new')).toThrow('not both there');
  });
});

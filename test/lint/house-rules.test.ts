import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

const root = path.resolve(import.meta.dirname, '../..');
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

const report = z.object({
  diagnostics: z.array(
    z.object({ category: z.string(), message: z.string(), location: z.object({ path: z.string() }) }),
  ),
});

/** Code that the house rules refuse: where it stands, what it says, the rule that must speak. */
const refused = [
  [
    'membrane/ imports hub/',
    'src/membrane/a.ts',
    "import { x } from '../hub/x.ts';\nexport const y = x;",
    'noRestrictedImports',
  ],
  [
    'membrane/ imports github/ lazily',
    'src/membrane/cli/b.ts',
    "export const y = import('../../github/x.ts');",
    'noRestrictedImports',
  ],
  [
    'membrane/ imports @actions/core',
    'src/membrane/c.ts',
    "import { info } from '@actions/core';\nexport const y = info;",
    'noRestrictedImports',
  ],
  [
    'membrane/ imports the Hub client',
    'src/membrane/d.ts',
    "import { commit } from '@huggingface/hub';\nexport const y = commit;",
    'noRestrictedImports',
  ],
  [
    'hub/ imports an implementation of membrane/',
    'src/hub/a.ts',
    "import { x } from '../membrane/retry.ts';\nexport const y = x;",
    'noRestrictedImports',
  ],
  [
    'hub/ reaches deep into membrane/',
    'src/hub/built-in/b.ts',
    "import { x } from '../../membrane/api/client.ts';\nexport const y = x;",
    'noRestrictedImports',
  ],
  [
    'text/ imports hub/',
    'src/text/a.ts',
    "import { x } from '../hub/x.ts';\nexport const y = x;",
    'noRestrictedImports',
  ],
  [
    'hub/ imports github/',
    'src/hub/c.ts',
    "import { x } from '../github/x.ts';\nexport const y = x;",
    'noRestrictedImports',
  ],
  [
    'hub/ imports @actions/github',
    'src/hub/d.ts',
    "import { context } from '@actions/github';\nexport const y = context;",
    'noRestrictedImports',
  ],
  ['hub/ reads the environment', 'src/hub/e.ts', 'export const y = process.env.HOME;', 'noProcessEnv'],
  [
    'run imports @actions/core',
    'src/run.ts',
    "import { info } from '@actions/core';\nexport const y = info;",
    'noRestrictedImports',
  ],
  [
    'a shared file imports github/',
    'src/errors.ts',
    "import { x } from './github/x.ts';\nexport const y = x;",
    'noRestrictedImports',
  ],
  [
    'github/ imports a transport',
    'src/github/a.ts',
    "import { x } from '../membrane/api/client.ts';\nexport const y = x;",
    'noRestrictedImports',
  ],
  [
    'github/ imports the catalogue',
    'src/github/b.ts',
    "import { x } from '../hub/catalogue.ts';\nexport const y = x;",
    'noRestrictedImports',
  ],
  ['a type assertion', 'src/github/c.ts', "export const y = JSON.parse('1') as number;", 'plugin'],
  ['a double assertion', 'test/d.ts', "export const y = JSON.parse('1') as unknown as number;", 'plugin'],
  ['any', 'src/e.ts', 'export const y = (x: any) => x;', 'noExplicitAny'],
  ['a non-null assertion', 'src/f.ts', 'export const y = (x?: string) => x!.length;', 'noNonNullAssertion'],
  ['a barrel file', 'src/hub/index.ts', "export * from './x.ts';\nexport { y } from './y.ts';", 'noBarrelFile'],
  ['a default export', 'src/g.ts', 'export default 1;', 'noDefaultExport'],
  [
    'a value import of a type',
    'src/h.ts',
    "import { Log } from './log.ts';\nexport const y = (log: Log) => log;",
    'useImportType',
  ],
  ['a bare Node module', 'src/i.ts', "import path from 'path';\nexport const y = path;", 'useNodejsImportProtocol'],
  [
    'a function of a hundred lines',
    'src/j.ts',
    `export function y() {\n${'  f();\n'.repeat(100)}}\nfunction f() {}`,
    'noExcessiveLinesPerFunction',
  ],
  [
    'a file of three hundred lines',
    'src/k.ts',
    'export const y = [\n'.concat("  'a',\n".repeat(300), '];'),
    'noExcessiveLinesPerFile',
  ],
  ['a maze', 'src/l.ts', maze(), 'noExcessiveCognitiveComplexity'],
  [
    'a promise nobody waits for',
    'src/m.ts',
    'async function f() {}\nexport function y() {\n  f();\n}',
    'noFloatingPromises',
  ],
  ['a file named in another style', 'src/NotKebab.ts', 'export const y = 1;', 'useFilenamingConvention'],
  ['a skipped test', 'test/n.test.ts', "import { test } from 'vitest';\ntest.skip('x', () => {});", 'noSkippedTests'],
  ['console in the action', 'src/o.ts', "export const y = () => console.log('x');", 'noConsole'],
] as const;

/** Code close to the above that must pass. */
const allowed = [
  [
    'hub/ imports the interface',
    'src/hub/ok-a.ts',
    "import type { MembraneClient } from '../membrane/client.ts';\nexport const y = (x: MembraneClient) => x;",
  ],
  [
    'hub/ imports connection states',
    'src/hub/built-in/ok-b.ts',
    "import type { Connection } from '../../membrane/connection-state.ts';\nexport const y = (x: Connection) => x;",
  ],
  [
    'run imports all three worlds',
    'src/run-ok.ts',
    "import { a } from './github/a.ts';\nimport { b } from './hub/b.ts';\nimport { c } from './membrane/c.ts';\nexport const y = [a, b, c];",
  ],
  [
    'github/ imports the toolkit',
    'src/github/ok-d.ts',
    "import { info } from '@actions/core';\nexport const y = info;",
  ],
  ['as const', 'src/ok-e.ts', "export const y = { states: ['READY'] } as const;"],
  [
    'membrane/ uses the tool cache',
    'src/membrane/ok-f.ts',
    "import { find } from '@actions/tool-cache';\nexport const y = find;",
  ],
] as const;

function maze(): string {
  const depth = 8;
  const open = Array.from({ length: depth }, (_, level) => `if (x > ${level}) {`).join('\n');
  return `export function y(x: number) {\n${open}\nx.toFixed();\n${'}\n'.repeat(depth)}}`;
}

let found: readonly { rule: string; file: string }[] = [];
const folder = mkdtempSync(path.join(tmpdir(), 'house-rules-'));

beforeAll(() => {
  for (const name of ['biome.json', 'lint', '.gitignore'])
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  for (const [, file, code] of [...refused, ...allowed]) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), `${code}\n`);
  }
  found = lint();
});

afterAll(() => rmSync(folder, { recursive: true }));

function lint() {
  const arguments_ = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '--diagnostic-level=error'];
  const run = spawnSync(process.execPath, arguments_, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 });
  return report.parse(JSON.parse(run.stdout)).diagnostics.map(({ category, location }) => ({
    rule: category.split('/').at(-1) ?? category,
    file: location.path.replaceAll('\\', '/'),
  }));
}

describe('the house rules refuse', () => {
  test.each(refused)('%s', (_, file, _code, rule) => {
    expect(found).toContainEqual({ rule, file });
  });
});

describe('the house rules allow', () => {
  test.each(allowed)('%s', (_, file) => {
    expect(found.filter((diagnostic) => diagnostic.file === file)).toEqual([]);
  });
});

/**
 * Builds what runners execute. TypeScript 7 has no API that ncc's own loader could use, so tsc writes JavaScript to
 * `build/` and ncc bundles that. `--check` builds beside `dist/` and fails where the two differ.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, runTool } from './tool.ts';

/** The entries that `action.yml` names, each a bundle of its own. */
const bundles = [
  { entry: 'build/main.js', folder: '.' },
  { entry: 'build/post.js', folder: 'post' },
];

const dist = path.join(root, 'dist');
const output = mkdtempSync(path.join(tmpdir(), 'dist-'));
process.on('exit', () => rmSync(output, { recursive: true, force: true }));

compile();
for (const { entry, folder } of bundles) {
  const target = path.join(output, folder);
  runTool('@vercel/ncc', 'ncc', [
    'build',
    entry,
    '--out',
    target,
    '--license',
    'licenses.txt',
    '--no-cache',
    '--quiet',
  ]);
}
if (process.argv.includes('--check')) check();
else replaceDist();

function compile(): void {
  // A file left from an earlier source tree would be bundled without anyone seeing it.
  rmSync(path.join(root, 'build'), { recursive: true, force: true });
  runTool('typescript', 'tsc', ['--project', 'tsconfig.build.json']);
}

function replaceDist(): void {
  rmSync(dist, { recursive: true, force: true });
  cpSync(output, dist, { recursive: true });
  for (const file of filesOf(dist)) {
    console.log(`dist/${file}  ${Math.ceil(readFileSync(path.join(dist, file)).length / 1024)} kB`);
  }
}

function check(): void {
  const names = new Set([...filesOf(dist), ...filesOf(output)]);
  const stale = [...names].filter((file) => contentOf(dist, file) !== contentOf(output, file));
  if (stale.length > 0) {
    console.error(`dist/ is stale: run \`npm run build\` and commit it. Different: ${stale.join(', ')}`);
    process.exitCode = 1;
  } else console.log('dist/ is what src/ builds to.');
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

function contentOf(folder: string, file: string): string | undefined {
  try {
    return readFileSync(path.join(folder, file), 'latin1');
  } catch {
    return undefined;
  }
}

/**
 * Writes what the audit's code knows: the JSON Schemas editors complete its files with, and the page of its rules.
 * `--check` writes nothing and fails where a file is stale.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  publishedBaselineSchema,
  publishedPolicySchema,
  publishedSettingsSchema,
} from '../src/hub/audit/policy/published-schema.ts';
import { rulesDocument } from './docs/audit-rules-page.ts';
import { root } from './tool.ts';

const documents: Readonly<Record<string, string>> = {
  'schemas/audit-policy.schema.json': formatted(publishedPolicySchema()),
  'schemas/audit-baseline.schema.json': formatted(publishedBaselineSchema()),
  'schemas/settings.schema.json': formatted(publishedSettingsSchema()),
  'docs/audit-rules.md': rulesDocument(),
};

const stale = Object.entries(documents).filter(([file, text]) => read(file) !== text);
if (process.argv.includes('--check')) reportStale();
else for (const [file, text] of stale) write(file, text);

/** As the project's formatter wants it, so that the formatter and this script never disagree. */
function formatted(schema: unknown): string {
  const biome = path.join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const result = spawnSync(process.execPath, [biome, 'format', '--stdin-file-path=schema.json'], {
    cwd: root,
    input: JSON.stringify(schema, null, 2),
    encoding: 'utf8',
  });
  if (result.status !== 0) throw new Error(`biome could not format a schema: ${result.stderr}`);
  return result.stdout;
}

function reportStale(): void {
  if (stale.length === 0) return;
  const files = stale.map(([file]) => file).join(', ');
  console.error(`Stale: ${files}. Run \`node scripts/audit-docs.ts\` and commit what it writes.`);
  process.exitCode = 1;
}

function read(file: string): string {
  try {
    return readFileSync(path.join(root, file), 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return '';
  }
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
  console.log(`Wrote ${file}`);
}

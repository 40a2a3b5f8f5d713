/**
 * Writes what the documentation says twice: the README's tables and `action.yml`'s list of operations.
 * `--check` writes nothing and fails where a file is stale.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inputsTable, outputsTable } from './docs/action-tables.ts';
import { markdownMarks, withSection } from './docs/generated-section.ts';
import { operationKeys, operationsPage, operationsTable } from './docs/operation-pages.ts';
import { root } from './tool.ts';

const yamlMarks = { begin: '    # generated:operations', end: '    # /generated:operations' };

const actionText = withSection(read('action.yml'), yamlMarks, operationDescription());
const documents: Readonly<Record<string, string>> = {
  'action.yml': actionText,
  'README.md': readme(),
  'docs/operations.md': operationsPage(),
};

const stale = Object.entries(documents).filter(([file, text]) => read(file) !== text);
if (process.argv.includes('--check')) reportStale();
else for (const [file, text] of stale) write(file, text);

function readme(): string {
  const sections = {
    inputs: inputsTable(actionText),
    outputs: outputsTable(actionText),
    operations: operationsTable(),
  };
  return Object.entries(sections).reduce(
    (document, [name, text]) => withSection(document, markdownMarks(name), text),
    read('README.md'),
  );
}

function operationDescription(): string {
  const keys = operationKeys().map((key) => `\`${key}\``);
  return `    description: What to do. One of ${keys.join(', ')}.`;
}

function reportStale(): void {
  if (stale.length === 0) return;
  console.error(`Stale: ${stale.map(([file]) => file).join(', ')}. Run \`npm run docs\` and commit what it writes.`);
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

import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SimulatedAction } from './workflow.ts';

/** What the actions of others do as far as the workflows here rely on it. */
export function simulatedActions(files: Readonly<Record<string, string>>): Readonly<Record<string, SimulatedAction>> {
  return {
    'actions/checkout': checkoutOf(files),
    'actions/upload-artifact': upload,
    'actions/download-artifact': download,
    'actions/cache/save': saveCache,
    'actions/cache/restore': restoreCache,
    'github/codeql-action/upload-sarif': takeSarif,
  };
}

/** Another repository than the workflow's own is this action: it lies there already. */
function checkoutOf(files: Readonly<Record<string, string>>): SimulatedAction {
  return ({ repository }, machine) => {
    for (const [name, text] of Object.entries(repository === undefined ? files : {})) {
      const file = path.join(machine.workspace, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return {};
  };
}

const upload: SimulatedAction = (
  { name = 'artifact', path: from = '', 'if-no-files-found': missing },
  machine,
  folder,
) => {
  const source = path.join(machine.workspace, from);
  if (existsSync(source)) cpSync(source, path.join(folder, 'artifacts', name), { recursive: true });
  else if (missing === 'error') throw new Error(`No files were found at ${from}.`);
  return {};
};

const download: SimulatedAction = ({ pattern = '*', path: to = '.', 'merge-multiple': merge }, machine, folder) => {
  if (merge !== 'true') throw new Error('Only merged downloads are simulated.');
  const [before = '', after = ''] = pattern.split('*');
  for (const name of listed(path.join(folder, 'artifacts'))) {
    if (!name.startsWith(before) || !name.endsWith(after)) continue;
    cpSync(path.join(folder, 'artifacts', name), path.join(machine.workspace, to), { recursive: true });
  }
  return {};
};

const saveCache: SimulatedAction = ({ path: from = '', key = '' }, machine, folder) => {
  const source = path.join(machine.workspace, from);
  if (existsSync(source)) cpSync(source, path.join(folder, 'cache', encodeURIComponent(key)), { recursive: true });
  return {};
};

const restoreCache: SimulatedAction = ({ path: to = '', key = '', 'restore-keys': keys = '' }, machine, folder) => {
  const saved = listed(path.join(folder, 'cache'));
  const wanted = [key, ...keys.split('\n')].filter(Boolean).map(encodeURIComponent);
  const found = wanted.flatMap((prefix) => saved.find((name) => name.startsWith(prefix)) ?? [])[0];
  if (found === undefined) return { 'cache-hit': '' };
  cpSync(path.join(folder, 'cache', found), path.join(machine.workspace, to), { recursive: true });
  return { 'cache-hit': String(found === wanted[0]) };
};

const takeSarif: SimulatedAction = ({ sarif_file: file = '' }, machine) => {
  if (!existsSync(path.resolve(machine.workspace, file))) throw new Error(`There is no ${file}.`);
  return {};
};

function listed(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

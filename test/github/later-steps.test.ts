import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { batchFile, shellScript } from '../../src/github/later-steps.ts';

test('a command is started by exactly the words it was given, whatever they hold', () => {
  const folder = mkdtempSync(path.join(tmpdir(), "it's $HOME `x` "));
  try {
    const entry = path.join(folder, 'entry.mjs');
    writeFileSync(entry, 'process.stdout.write(JSON.stringify(process.argv.slice(2)));');
    const script = path.join(folder, 'script');
    writeFileSync(script, shellScript([process.execPath, entry]));
    const printed = execFileSync('sh', [script, 'a b', '$HOME', "it's"], { encoding: 'utf8' });
    expect(JSON.parse(printed)).toEqual(['a b', '$HOME', "it's"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('for Windows, a percent sign begins no variable', () => {
  expect(batchFile(['C:\\node.exe', 'C:\\100% mine\\entry.js'])).toBe(
    '@"C:\\node.exe" "C:\\100%% mine\\entry.js" %*\r\n',
  );
});

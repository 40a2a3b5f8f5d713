import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkout } from '../harness/action-metadata.ts';

const page = readFileSync(path.join(checkout, 'docs/threat-model.md'), 'utf8');
const defences = page
  .split('\n')
  .filter((line) => /^\| (?!---|Threat |Asset )/.test(line) && line.split('|').length === 5);

test('every defence names a test, and every test that is named is there', () => {
  expect(defences.length).toBeGreaterThan(20);
  for (const line of defences) {
    const named = [...line.matchAll(/`(test\/[^`]+)`/g)].map(([, file = '']) => file);
    expect(named, line).not.toEqual([]);
    expect(
      named.filter((file) => !existsSync(path.join(checkout, file))),
      line,
    ).toEqual([]);
  }
});

import { expect, test } from 'vitest';
import { secretForms } from '../../src/github/secrets.ts';

test('a secret of one line is one form', () => expect(secretForms('hunter22hunter')).toEqual(['hunter22hunter']));

test('nothing is no secret', () => expect(secretForms('  \n ')).toEqual([]));

test('each line and the JSON form of a secret are hidden, PEM headers and short lines are not', () => {
  const pem = '-----BEGIN PRIVATE KEY-----\nMIGHAgEA"x\nabc\n-----END PRIVATE KEY-----\n';
  const forms = secretForms(pem);
  expect(forms).toContain(pem.trim());
  expect(forms).toContain('-----BEGIN PRIVATE KEY-----\\nMIGHAgEA\\"x\\nabc\\n-----END PRIVATE KEY-----');
  expect(forms).toContain('MIGHAgEA"x');
  expect(forms).toContain('MIGHAgEA\\"x');
  expect(forms).not.toContain('-----BEGIN PRIVATE KEY-----');
  expect(forms).not.toContain('abc');
});

import { expect, test } from 'vitest';
import { assertFits } from '../../../src/membrane/cli/argument-limits.ts';

test.each([
  ['linux', ['x'.repeat(100_000)], true],
  ['linux', ['x'.repeat(130_000)], false],
  ['linux', ['é'.repeat(65_000)], false],
  ['linux', Array.from({ length: 20 }, () => 'x'.repeat(50_000)), false],
  ['win32', ['x'.repeat(31_000)], true],
  ['win32', ['"'.repeat(17_000)], false],
  ['win32', ['x'.repeat(20_000), 'x'.repeat(20_000)], false],
  ['linux', ['zero\0byte'], false],
] as const)('on %s', (platform, args, fits) => {
  if (fits) expect(() => assertFits(args, platform)).not.toThrow();
  else expect(() => assertFits(args, platform)).toThrow(expect.objectContaining({ reason: 'argument-too-long' }));
});

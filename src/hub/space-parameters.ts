import { z } from 'zod';
import { textOfForm } from './parameter-types.ts';
import { parameter } from './parameters.ts';

/** The Hub's own names (its OpenAPI document of 2026-08); sizes appear there first. */
export const spaceHardware = [
  'cpu-basic',
  'cpu-upgrade',
  'cpu-performance',
  'cpu-xl',
  'sprx8',
  'zero-a10g',
  'zerogpu',
  't4-small',
  't4-medium',
  'l4x1',
  'l4x4',
  'l40sx1',
  'l40sx4',
  'l40sx8',
  'a10g-small',
  'a10g-large',
  'a10g-largex2',
  'a10g-largex4',
  'a100-large',
  'a100x4',
  'a100x8',
  'h200',
  'h200x2',
  'h200x4',
  'h200x8',
  'rtx-pro-6000',
  'rtx-pro-6000x2',
  'rtx-pro-6000x4',
  'rtx-pro-6000x8',
  'inf2x6',
] as const;

/** What the Hub takes as the name of a secret or a variable. */
export const variableKey = () =>
  textOfForm(/^[a-zA-Z][_a-zA-Z0-9]*$/, "a letter followed by letters, digits and '_'").describe('Its name.');

const keyed = () =>
  z.array(z.strictObject({ key: variableKey(), value: z.string(), description: z.string().optional() })).min(1);

/** What only a Space has, for the operations that make one. */
export function spaceParameters() {
  return {
    hardware: parameter(z.enum(spaceHardware).optional(), 'Spaces only: the hardware it runs on.', {
      aliases: ['spaceHardware', 'flavor'],
    }),
    sleepTimeSeconds: parameter(
      z.int().min(-1).optional(),
      'Spaces only: seconds without a visitor before it sleeps; -1 for never.',
      { aliases: ['sleepTime', 'spaceSleepTime', 'gcTimeout'] },
    ),
    secrets: parameter(
      keyed().optional(),
      'Spaces only: secrets, a list of `key`, `value` and, optionally, `description`. Take the values from secrets of the workflow.',
      { aliases: ['spaceSecrets'], secret: true },
    ),
    variables: parameter(
      keyed().optional(),
      'Spaces only: public variables, a list of `key`, `value` and, optionally, `description`.',
      { aliases: ['spaceVariables', 'env'] },
    ),
    volumes: parameter(
      z
        .array(
          z.strictObject({
            type: z.string().min(1),
            source: z.string().min(1),
            mountPath: z.string().min(1),
            revision: z.string().optional(),
            readOnly: z.boolean().optional(),
            path: z.string().optional(),
          }),
        )
        .min(1)
        .optional(),
      'Spaces only: what is mounted, a list of `type`, `source`, `mountPath` and, optionally, `revision`, `readOnly`, `path`.',
      { aliases: ['spaceVolumes'] },
    ),
  };
}

import { parse } from 'yaml';
import { z } from 'zod';
import { markdownTable } from './markdown-table.ts';

const action = z.object({
  inputs: z.record(
    z.string(),
    z.object({ description: z.string(), required: z.boolean().optional(), default: z.string().optional() }),
  ),
  outputs: z.record(z.string(), z.object({ description: z.string() })),
});

/** The inputs table of the README, from `action.yml`. */
export function inputsTable(actionText: string): string {
  const { inputs } = action.parse(parse(actionText));
  const rows = Object.entries(inputs).map(([name, input]) => [
    `\`${name}\``,
    input.required === true ? '**required**' : defaultText(input.default),
    input.description,
  ]);
  return markdownTable(['Input', 'Default', 'Meaning'], rows);
}

/** The outputs table of the README, from `action.yml`. */
export function outputsTable(actionText: string): string {
  const { outputs } = action.parse(parse(actionText));
  const rows = Object.entries(outputs).map(([name, output]) => [`\`${name}\``, output.description]);
  return markdownTable(['Output', 'Meaning'], rows);
}

function defaultText(value: string | undefined): string {
  return value === undefined || value === '' ? '' : `\`${value}\``;
}

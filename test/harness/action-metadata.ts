import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const metadata = z.object({
  inputs: z.record(
    z.string(),
    z.object({
      description: z.string(),
      required: z.boolean().optional(),
      default: z.union([z.string(), z.number(), z.boolean()]).transform(String).optional(),
    }),
  ),
  outputs: z.record(z.string(), z.object({ description: z.string() })),
  runs: z.object({ using: z.string(), main: z.string(), post: z.string().optional() }),
});

/** What `action.yml` tells the runner. */
export type ActionMetadata = z.infer<typeof metadata>;

export const checkout = path.resolve(import.meta.dirname, '../..');

export function readActionMetadata(): ActionMetadata {
  return metadata.parse(parse(readFileSync(path.join(checkout, 'action.yml'), 'utf8')));
}

/** The expressions that a default of `action.yml` may hold, as the runner would fill them in. */
export type Expressions = Readonly<Record<string, string>>;

/**
 * The `INPUT_*` variables a runner sets: names in upper case, spaces as underscores, hyphens kept; an input that was
 * not given has its default, or is empty (actions/runner, ActionRunner.cs and Handler.AddInputsToEnvironment).
 */
export function inputVariables(
  { inputs }: ActionMetadata,
  given: Readonly<Record<string, string>>,
  expressions: Expressions,
): Record<string, string> {
  const names = [...new Set([...Object.keys(inputs), ...Object.keys(given)])];
  return Object.fromEntries(
    names.map((name) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      given[name] ?? filledIn(inputs[name]?.default ?? '', expressions),
    ]),
  );
}

function filledIn(text: string, expressions: Expressions): string {
  return text.replace(/\$\{\{\s*([^}]+?)\s*\}\}/gu, (_, expression: string) => expressions[expression] ?? '');
}

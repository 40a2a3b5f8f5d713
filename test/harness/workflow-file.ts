import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** YAML's numbers and booleans reach a step as text. */
const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const texts = z.record(z.string(), text);
const expressionOr = <T extends z.ZodType>(type: T) => z.union([z.string(), type]);
const minutes = expressionOr(z.number().positive()).optional();
const permissions = z.record(z.string(), z.enum(['read', 'write', 'none']));
const concurrency = z.union([
  z.string(),
  z.strictObject({ group: z.string(), 'cancel-in-progress': expressionOr(z.boolean()).optional() }),
]);

const step = z.strictObject({
  id: z.string().optional(),
  name: z.string().optional(),
  if: text.optional(),
  env: texts.optional(),
  uses: z.string().optional(),
  with: texts.optional(),
  run: z.string().optional(),
  shell: z.literal('bash').optional(),
  'continue-on-error': z.boolean().optional(),
  'timeout-minutes': minutes,
});

const common = {
  name: z.string().optional(),
  needs: z.union([z.string().transform((one) => [one]), z.array(z.string())]).optional(),
  if: text.optional(),
  permissions: permissions.optional(),
  concurrency: concurrency.optional(),
  strategy: z
    .strictObject({ 'fail-fast': z.boolean().optional(), 'max-parallel': z.number().optional(), matrix: z.string() })
    .optional(),
};

const stepsJob = z.strictObject({
  ...common,
  'runs-on': z.union([z.string(), z.array(z.string())]),
  environment: z.union([z.string().transform((name) => ({ name })), z.looseObject({ name: z.string() })]).optional(),
  env: texts.optional(),
  outputs: texts.optional(),
  'timeout-minutes': minutes,
  steps: z.array(step).min(1),
});

const callingJob = z.strictObject({ ...common, uses: z.string(), with: texts.optional(), secrets: texts.optional() });

const call = z.strictObject({
  inputs: z.record(z.string(), z.looseObject({ type: z.string(), default: text.optional() })).optional(),
  secrets: z.record(z.string(), z.unknown()).optional(),
  outputs: z.record(z.string(), z.looseObject({ value: z.string() })).optional(),
});

const workflow = z.strictObject({
  name: z.string(),
  on: z.looseObject({ workflow_call: call.optional() }),
  permissions: permissions.optional(),
  concurrency: concurrency.optional(),
  env: texts.optional(),
  jobs: z.record(z.string(), z.union([stepsJob, callingJob])),
});

export type WorkflowStep = z.output<typeof step>;
export type StepsJob = z.output<typeof stepsJob>;
export type CallingJob = z.output<typeof callingJob>;
export type Workflow = z.output<typeof workflow>;

/** A workflow of the kind that is run here; a key that is not known here is an error, never left out. */
export function readWorkflow(file: string): Workflow {
  return workflow.parse(parse(readFileSync(file, 'utf8')));
}

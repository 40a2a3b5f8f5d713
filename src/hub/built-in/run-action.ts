import { z } from 'zod';
import { type InputProblem, inputError } from '../../input-problem.ts';
import { planActionRun } from '../dry-run/plan-call-of-own.ts';
import { type InputMapping, type InputValue, isMapping } from '../input-value.ts';
import type { JsonObject } from '../json.ts';
import { defineBuiltIn } from '../operation.ts';
import { parameter } from '../parameters.ts';
import { sendWrite } from '../read-back/send-write.ts';
import { mapToSchema } from '../schema-mapping.ts';
import { readSchema } from '../schema-reader.ts';

export const runAction = defineBuiltIn({
  key: 'run-action',
  title: 'Run an action',
  description: 'Runs any action of the workspace on the connection, by its id or key.',
  effect: 'write',
  parameters: z.object({
    action: parameter(z.string().min(1).max(200), "The action's id or key."),
    parameters: parameter(
      z.record(z.string(), z.unknown()).default({}),
      'What the action takes, by its own names; `search-actions` shows them as `inputSchema`.',
    ),
    effect: parameter(
      z.enum(['read', 'write']).default('write'),
      'Whether it changes anything: what only reads may be repeated after a failure.',
    ),
  }),
  async run({ action: idOrKey, effect }, context, { written }) {
    const { client, connection, signal } = context;
    const action = await client.getAction(idOrKey, connection.id, { signal });
    const input = readInput(written.get('parameters'), action.inputSchema);
    if (effect === 'write' && context.options.dryRun) return planActionRun(action, input, context.log);
    const run = { actionId: action.id, connectionId: connection.id, input };
    const send = () => client.runAction(run, { effect, signal });
    const write = { what: `action '${idOrKey}'`, send, where: "the action's runs in Membrane's console" };
    const { output, actionRunId } = await (effect === 'read' ? send() : sendWrite(write, context));
    return {
      status: 'succeeded',
      changed: effect === 'write',
      output: output ?? null,
      actionId: action.id,
      actionRunId,
      headline: `Ran action '${action.name ?? action.key ?? action.id}'`,
    };
  },
});

/** From what was written, not from its JSON: only the schema knows whether `1.0` is text. */
function readInput(written: InputValue | undefined, inputSchema: unknown): JsonObject {
  const own: InputMapping = written !== undefined && isMapping(written) ? written : new Map();
  const schema = readSchema(inputSchema) ?? { schema: true, partial: true };
  const mapping = mapToSchema({ parameters: [], params: {}, own, schema });
  if (mapping.ok) return mapping.input;
  throw inputError(mapping.why === 'invalid' ? mapping.problems.map(inParameters) : []);
}

function inParameters(problem: InputProblem): InputProblem {
  return { ...problem, name: problem.name.replace(/^input\b/, 'input.parameters') };
}

import { z } from 'zod';
import type { ActionResult, MembraneAction } from './client.ts';
import { unreadableAnswer } from './unreadable-answer.ts';

const text = z.string().optional().catch(undefined);
/** Some answers hold an empty key, or null, for an action without one. */
const key = z.string().min(1).optional().catch(undefined);

const actionSchema = z.object({
  id: z.string().min(1),
  key,
  name: text,
  description: text,
  inputSchema: z.unknown().optional(),
  outputSchema: z.unknown().optional(),
});

const pageSchema = z.object({ items: z.array(z.unknown()), cursor: text });

export interface ActionPage {
  readonly actions: readonly MembraneAction[];
  /** Where the next page begins; missing on the last one. */
  readonly cursor?: string | undefined;
}

/** A page of a search: `{items, cursor}`, or a bare list. What is no action is left out. */
export function readActionPage(answer: unknown): ActionPage {
  const page = pageSchema.safeParse(Array.isArray(answer) ? { items: answer } : answer);
  if (!page.success) throw unreadableAnswer('it is no list of actions', 'none');
  const actions = page.data.items.map((item) => actionSchema.safeParse(item)).filter((item) => item.success);
  return { actions: actions.map((item) => item.data), cursor: page.data.cursor === '' ? undefined : page.data.cursor };
}

export function readAction(answer: unknown): MembraneAction {
  const action = actionSchema.safeParse(answer);
  if (!action.success) throw unreadableAnswer('it is no action', 'none');
  return action.data;
}

const runSchema = z.object({ output: z.unknown().optional(), actionRunId: text });

/**
 * A run's answer. JSON has no way to write that there is no output: then the field is missing, and an object that has
 * neither field but others is no answer of a run.
 */
export function readActionResult(answer: unknown): ActionResult {
  const run = runSchema.safeParse(answer);
  if (!run.success || Array.isArray(answer) || !looksLikeRun(answer)) {
    throw unreadableAnswer("it is no result of an action's run");
  }
  return { output: run.data.output ?? null, actionRunId: run.data.actionRunId };
}

function looksLikeRun(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null) return false;
  return 'output' in answer || 'actionRunId' in answer || Object.keys(answer).length === 0;
}

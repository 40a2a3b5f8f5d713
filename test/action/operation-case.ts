import { z } from 'zod';
import type { ActionResult } from '../harness/run-action.ts';
import type { HubProbe } from './hub-probe.ts';

/** Where one case plays: names in it belong to it alone, so that cases can run side by side on one Hub. */
export interface Scene {
  readonly hub: HubProbe;
  /** A repository name of its own. */
  readonly name: string;
  /** `my-org/` and that name. */
  readonly repository: string;
  readonly dialect: 'canonical' | 'renamed' | 'none';
}

/** How an operation is shown to work: what is there before, what the step says, what must be true after. */
export interface OperationCase {
  /** Needs more than one step to be shown: the test file that does. */
  readonly shownIn?: string;
  prepare?(scene: Scene): Promise<void>;
  /** The step's `input`. */
  input(scene: Scene): unknown;
  /** Further inputs of the step. */
  inputs?(scene: Scene): Record<string, string>;
  /** The step is meant to fail with this code; without a transport, where nothing is sent over any. */
  fails?(scene: Scene, transport?: 'cli' | 'api'): string | undefined;
  /** No dialect has an action for it, so that one workspace, which has none at all, says as much as three. */
  readonly runsWithout?: 'actions';
  readonly changes: boolean;
  check(result: ActionResult, scene: Scene): Promise<void> | void;
}

/** The step's JSON result. */
export function outputOf(result: ActionResult): unknown {
  return JSON.parse(result.outputs.output ?? '');
}

const record = z.record(z.string(), z.unknown());

/** The step's JSON result, which must be an object. */
export function recordOf(result: ActionResult): Record<string, unknown> {
  return record.parse(outputOf(result));
}

/** The items of a list: the result itself, or where an action of the workspace wraps them. */
export function itemsOf(result: ActionResult): Record<string, unknown>[] {
  const output = outputOf(result);
  const list = Array.isArray(output) ? output : Object.values(record.parse(output)).find(Array.isArray);
  return z.array(record).parse(list);
}

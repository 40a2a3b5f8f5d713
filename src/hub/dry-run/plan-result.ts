import type { Log } from '../../log.ts';
import type { OperationResult } from '../operation-result.ts';
import { settingName, shown } from '../safe-repeat/differences.ts';
import type { Setting } from '../safe-repeat/repeat.ts';

/** How a write would reach the Hub. */
export type Way =
  | { readonly action: { readonly id: string; readonly key: string | undefined } }
  | { readonly request: { readonly method: string; readonly path: string } };

/** What a write would do. */
export interface WritePlan {
  /** The operation's key. */
  readonly operation: string;
  readonly headline: string;
  readonly changed: boolean;
  readonly ways: readonly Way[];
  readonly settings: readonly Setting[];
  readonly id?: string | undefined;
  readonly url?: string | undefined;
}

/** Tells a plan as the step's result, and in the log. */
export function planResult(plan: WritePlan, log: Log): OperationResult {
  const { operation, headline, changed, ways, settings, id, url } = plan;
  const rows = settings.map((setting) => [settingName(setting), shown(setting, 'now'), shown(setting)] as const);
  for (const [name, now, wanted] of rows) log.info(`Plan: ${name}: ${now} → ${wanted}`);
  return {
    status: 'planned',
    changed,
    output: { operation, changed, calls: changed ? ways : [], changes: settings.map(toJson) },
    id,
    url,
    headline,
    ...(rows.length > 0 ? { table: { columns: ['What', 'Now', 'Would be'], rows, total: rows.length } } : {}),
  };
}

/** `known` tells a present state that is nothing from one that the Hub does not tell. */
function toJson(setting: Setting): Record<string, unknown> {
  const { now, wanted, secret = false } = setting;
  const hidden = shown(setting);
  return {
    name: settingName(setting),
    known: now !== undefined,
    now: secret && now != null ? hidden : (now ?? null),
    'would-be': secret ? hidden : wanted,
  };
}

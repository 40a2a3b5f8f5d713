import type { RepositorySettings } from './parameters.ts';
import type { RepositoryInformation } from './repository-state.ts';

export interface SettingsChange {
  /** What to send: what differs, and what the Hub does not tell the present state of. */
  readonly send: Readonly<Record<string, string | boolean>>;
  /** Whether something of it is known to differ. */
  readonly differs: boolean;
}

/** Which settings to send. The Hub tells `private` and `gated` alone; the rest can be set, but not read. */
export function settingsChange(
  wanted: RepositorySettings | undefined,
  present: RepositoryInformation | undefined,
): SettingsChange | undefined {
  const judged = Object.entries(wanted ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value, state: stateOf(name, value, present) }],
  );
  const open = judged.filter(({ state }) => state !== 'same');
  if (open.length === 0) return undefined;
  return {
    send: Object.fromEntries(open.map(({ name, value }) => [name, value])),
    differs: open.some(({ state }) => state === 'differs'),
  };
}

function stateOf(
  name: string,
  value: unknown,
  present: RepositoryInformation | undefined,
): 'same' | 'differs' | 'unknown' {
  if (present === undefined) return 'differs';
  const known = { private: present.private, gated: present.gated, visibility: visibilityOf(present) };
  const now = Object.entries(known).find(([key]) => key === name)?.[1];
  if (now === undefined || value === 'protected') return 'unknown';
  return now === value ? 'same' : 'differs';
}

function visibilityOf(present: RepositoryInformation): string | undefined {
  return present.private === undefined ? undefined : present.private ? 'private' : 'public';
}

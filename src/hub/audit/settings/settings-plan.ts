import type { AuditedType } from '../findings.ts';
import { collectionOf, type RepositorySettings, repositoriesOf, type SettingsDocument } from './settings-document.ts';

type Setting = keyof RepositorySettings;
type Value = RepositorySettings[Setting];
export type Role = NonNullable<SettingsDocument['members']>[string];

/** What a change risks: `exposes` opens something to more people, `destroys` cannot be taken back. */
export type Risk = 'none' | 'exposes' | 'destroys';

interface Described {
  readonly risk: Risk;
  /** `~ model my-org/a: visibility public → private` */
  readonly line: string;
}

export interface RepositoryChange extends Described {
  readonly kind: 'create' | 'update' | 'delete';
  readonly type: AuditedType;
  /** `namespace/name` */
  readonly id: string;
  readonly settings: RepositorySettings;
}

export interface RoleChange extends Described {
  readonly kind: 'role';
  readonly user: string;
  readonly role: Role;
}

export type PlannedChange = RepositoryChange | RoleChange;

export interface SettingsPlan {
  readonly changes: readonly PlannedChange[];
  /** What the file asks for and the Hub's API cannot do, a sentence each. */
  readonly impossible: readonly string[];
}

/** What brings the present settings to the wanted ones. With `prune`, repositories the file does not name go. */
export function planSettings(present: SettingsDocument, wanted: SettingsDocument, prune: boolean): SettingsPlan {
  const changes = repositoriesOf(wanted).flatMap(({ type, name, settings }) => {
    const id = `${wanted.namespace}/${name}`;
    const now = present.repositories[collectionOf[type]][name];
    return now ? updates(type, id, now, settings) : [creation(type, id, settings)];
  });
  const roles = roleChanges(present, wanted);
  return {
    changes: [...changes, ...(prune ? deletions(present, wanted) : []), ...roles.changes],
    impossible: [...spacesWithoutSdk(present, wanted), ...roles.impossible],
  };
}

function creation(type: AuditedType, id: string, settings: RepositorySettings): RepositoryChange {
  const visibility = settings.visibility ?? 'private';
  const line = `+ ${type} ${id} (${visibility})`;
  return { kind: 'create', type, id, settings, line, risk: visibility === 'public' ? 'exposes' : 'none' };
}

function updates(
  type: AuditedType,
  id: string,
  now: RepositorySettings,
  wanted: RepositorySettings,
): RepositoryChange[] {
  const differing = settingNames.filter((name) => wanted[name] !== undefined && differs(name, now, wanted));
  if (differing.length === 0) return [];
  const words = differing.map((name) => `${kebab(name)} ${shown(now[name])} → ${shown(wanted[name])}`);
  const settings = Object.fromEntries(differing.map((name) => [name, wanted[name]]));
  const exposes = differing.some((name) => opens(name, wanted[name]));
  const line = `~ ${type} ${id}: ${words.join(', ')}`;
  return [{ kind: 'update', type, id, settings, line, risk: exposes ? 'exposes' : 'none' }];
}

/** The SDK of a Space is in its README: it is only given when one is made. */
const settingNames = ['visibility', 'gated', 'resourceGroup', 'discussions', 'hardware', 'sleepTime'] as const;

function differs(name: Setting, now: RepositorySettings, wanted: RepositorySettings): boolean {
  return (now[name] ?? null) !== (wanted[name] ?? null);
}

function opens(name: Setting, wanted: Value): boolean {
  return (name === 'visibility' && wanted === 'public') || (name === 'gated' && wanted === false);
}

function kebab(name: Setting): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function shown(value: Value): string {
  return value === undefined || value === null ? 'none' : String(value);
}

function deletions(present: SettingsDocument, wanted: SettingsDocument): RepositoryChange[] {
  return repositoriesOf(present)
    .filter(({ type, name }) => !Object.hasOwn(wanted.repositories[collectionOf[type]], name))
    .map(({ type, name, settings }) => {
      const id = `${present.namespace}/${name}`;
      return { kind: 'delete', type, id, settings, line: `- ${type} ${id}`, risk: 'destroys' };
    });
}

function spacesWithoutSdk(present: SettingsDocument, wanted: SettingsDocument): string[] {
  return Object.entries(wanted.repositories.spaces)
    .filter(([name, settings]) => settings.sdk === undefined && !Object.hasOwn(present.repositories.spaces, name))
    .map(([name]) => `The Space ${wanted.namespace}/${name} does not exist, and without \`sdk\` none can be made.`);
}

function roleChanges(present: SettingsDocument, wanted: SettingsDocument) {
  const now = present.members ?? {};
  const entries = Object.entries(wanted.members ?? {});
  const missing = entries.filter(([user]) => !Object.hasOwn(now, user));
  const changes = entries.flatMap(([user, role]): RoleChange[] => {
    const before = now[user];
    if (before === undefined || before === role) return [];
    const risk = role === 'admin' ? 'exposes' : 'none';
    return [{ kind: 'role', user, role, risk, line: `~ member ${user}: ${before} → ${role}` }];
  });
  const impossible = missing.map(
    ([user]) => `${user} is no member that the connected account sees: invite them first.`,
  );
  return { changes, impossible };
}

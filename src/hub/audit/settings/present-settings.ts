import { openDiscussions } from '../facts/open-discussions.ts';
import { type AuditedType, auditedTypes } from '../findings.ts';
import { gatherNamespace } from '../namespace-facts.ts';
import type { PacedReader } from '../paced-reader.ts';
import { listPages } from '../pages.ts';
import { type RepositoryRecord, readRecord } from '../repository-record.ts';
import { isOf, listQuery } from '../walk.ts';
import {
  collectionOf,
  memberRole,
  type RepositorySettings,
  type SettingsDocument,
  spaceSdk,
} from './settings-document.ts';

/** What of a namespace is read: discussions cost a call for each repository. */
export const settingsParts = ['repositories', 'members', 'discussions'] as const;
export type SettingsPart = (typeof settingsParts)[number];

const reads = ['gated', 'resourceGroup', 'runtime', 'sdk'] as const;

/** A namespace's settings as the Hub shows them now. */
export async function readPresentSettings(
  reader: PacedReader,
  namespace: string,
  parts: ReadonlySet<SettingsPart>,
  now: number,
): Promise<SettingsDocument> {
  const document: SettingsDocument = {
    version: 1,
    namespace,
    repositories: { models: {}, datasets: {}, spaces: {} },
  };
  for (const type of auditedTypes) {
    for await (const record of recordsOf(reader, type, namespace)) {
      const discussions = parts.has('discussions') ? await areDiscussionsOpen(record, reader, now) : undefined;
      document.repositories[collectionOf[type]][record.name] = settingsOf(record, discussions);
    }
  }
  if (!parts.has('members')) return document;
  return { ...document, ...(await readMembers(reader, namespace)) };
}

async function* recordsOf(reader: PacedReader, type: AuditedType, namespace: string): AsyncGenerator<RepositoryRecord> {
  const query = listQuery(type, { namespace, changedSince: undefined }, reads);
  for await (const page of listPages(reader, `/api/${type}s`, query, `list the ${type}s of ${namespace}`)) {
    for (const item of page.items) {
      const record = readRecord(type, item);
      if (record && isOf(namespace, record.id)) yield record;
    }
  }
}

function settingsOf(record: RepositoryRecord, discussions: boolean | undefined): RepositorySettings {
  const { runtime, gated, type } = record;
  const sdk = spaceSdk.safeParse(record.sdk).data;
  const hardware = runtime?.requestedHardware ?? runtime?.hardware;
  return {
    ...(record.private === undefined ? {} : { visibility: record.private ? 'private' : 'public' }),
    ...(type === 'space' || gated === undefined ? {} : { gated }),
    ...(record.resourceGroup ? { resourceGroup: record.resourceGroup.name } : {}),
    ...(discussions === undefined ? {} : { discussions }),
    ...(sdk === undefined ? {} : { sdk }),
    ...(hardware === undefined ? {} : { hardware }),
    ...(runtime ? { sleepTime: runtime.sleepAfterSeconds ?? -1 } : {}),
  };
}

async function areDiscussionsOpen(
  record: RepositoryRecord,
  reader: PacedReader,
  now: number,
): Promise<boolean | undefined> {
  if (record.disabled) return undefined;
  const loaded = await openDiscussions.load(record, reader, now);
  return loaded.kind === 'value' ? !loaded.value.disabled : undefined;
}

async function readMembers(
  reader: PacedReader,
  namespace: string,
): Promise<Pick<SettingsDocument, 'members'> | undefined> {
  const { facts } = await gatherNamespace(reader, namespace, new Set(['members']));
  const entries = facts.members?.flatMap((member) => {
    const known = memberRole.safeParse(member.role).data;
    return known === undefined ? [] : [[member.user, known] as const];
  });
  return entries && entries.length > 0 ? { members: Object.fromEntries(entries) } : undefined;
}

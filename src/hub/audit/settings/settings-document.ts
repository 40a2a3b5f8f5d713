import { stringify } from 'yaml';
import { z } from 'zod';
import { type AuditedType, auditedTypes } from '../findings.ts';

const gated = z.union([z.enum(['auto', 'manual']), z.literal(false)]);

export const spaceSdk = z.enum(['gradio', 'docker', 'static', 'streamlit']);
export const memberRole = z.enum(['admin', 'write', 'contributor', 'read', 'no_access']);

/** Settings of one repository; what is not written is left as it is. */
const repositorySettings = z.strictObject({
  visibility: z.enum(['public', 'private']).optional().describe('Who sees it.'),
  gated: gated.optional().describe('Models and datasets: how access is asked for.'),
  resourceGroup: z.string().nullable().optional().describe('The name of its resource group; null for none.'),
  discussions: z.boolean().optional().describe('Whether discussions are open.'),
  sdk: spaceSdk.optional().describe('Spaces: needed to create one.'),
  hardware: z.string().min(1).optional().describe('Spaces: the hardware asked for.'),
  sleepTime: z.int().min(-1).optional().describe('Spaces: seconds without a visitor before it sleeps; -1 for never.'),
});

export type RepositorySettings = z.infer<typeof repositorySettings>;

const byName = (doc: string) => z.record(z.string(), repositorySettings).default({}).describe(doc);

/** A namespace's settings as one file. */
export const settingsDocumentSchema = z.strictObject({
  version: z.literal(1).default(1).describe('The version of this format.'),
  namespace: z.string().min(1).describe('The organization or the user.'),
  repositories: z
    .strictObject({
      models: byName('Models by name, without the namespace.'),
      datasets: byName('Datasets by name.'),
      spaces: byName('Spaces by name.'),
    })
    .prefault({}),
  members: z.record(z.string(), memberRole).optional().describe('Roles by user name.'),
});

export type SettingsDocument = z.output<typeof settingsDocumentSchema>;

export const collectionOf = { model: 'models', dataset: 'datasets', space: 'spaces' } as const;

/** Every repository of a document. */
export function repositoriesOf(
  document: SettingsDocument,
): { readonly type: AuditedType; readonly name: string; readonly settings: RepositorySettings }[] {
  return auditedTypes.flatMap((type) =>
    Object.entries(document.repositories[collectionOf[type]]).map(([name, settings]) => ({ type, name, settings })),
  );
}

/** In kebab-case and in a fixed order, so that two snapshots differ only in what changed. */
export function writeDocument(document: SettingsDocument): string {
  const repositories = Object.fromEntries(
    auditedTypes.map((type) => [collectionOf[type], sorted(document.repositories[collectionOf[type]], inKebab)]),
  );
  const members = document.members ? { members: sorted(document.members, (role) => role) } : {};
  const { version, namespace } = document;
  return stringify({ version, namespace, repositories, ...members }, { version: '1.2', lineWidth: 0 });
}

function inKebab({ resourceGroup, sleepTime, ...rest }: RepositorySettings): Record<string, unknown> {
  return {
    ...rest,
    ...(resourceGroup === undefined ? {} : { 'resource-group': resourceGroup }),
    ...(sleepTime === undefined ? {} : { 'sleep-time': sleepTime }),
  };
}

function sorted<Value>(entries: Readonly<Record<string, Value>>, write: (value: Value) => unknown) {
  const inOrder = Object.entries(entries).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(inOrder.map(([name, value]) => [name, write(value)]));
}

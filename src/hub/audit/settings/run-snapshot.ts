import { writeFile } from 'node:fs/promises';
import type { AuditContext } from '../audit-context.ts';
import { PacedReader } from '../paced-reader.ts';
import { readPresentSettings } from './present-settings.ts';
import { repositoriesOf, type SettingsDocument, writeDocument } from './settings-document.ts';
import type { SnapshotParameters } from './settings-parameters.ts';

export interface Snapshot {
  readonly document: SettingsDocument;
  readonly yaml: string;
  readonly repositories: number;
  readonly requests: number;
}

/** Writes a namespace's settings down as one declarative YAML text. */
export async function runSnapshot(parameters: SnapshotParameters, context: AuditContext): Promise<Snapshot> {
  const { namespace, include, file, concurrency } = parameters;
  const reader = new PacedReader(context.calls, { ...context, concurrency });
  const document = await readPresentSettings(reader, namespace, new Set(include), context.runtime.now());
  const yaml = writeDocument(document);
  if (file !== undefined) await writeFile(await context.files.pathToWrite(file), yaml);
  return { document, yaml, repositories: repositoriesOf(document).length, requests: reader.requests };
}

import { OperationError } from '../../../errors.ts';
import { inputError } from '../../../input-problem.ts';
import type { AuditContext } from '../audit-context.ts';
import { gatherNamespace } from '../namespace-facts.ts';
import { PacedReader } from '../paced-reader.ts';
import { parseDocument } from '../policy/read-policy.ts';
import { carryOut } from './carry-out.ts';
import { readPresentSettings, type SettingsPart } from './present-settings.ts';
import { repositoriesOf, type SettingsDocument, settingsDocumentSchema } from './settings-document.ts';
import type { ApplyParameters } from './settings-parameters.ts';
import { type PlannedChange, planSettings, type SettingsPlan } from './settings-plan.ts';

export interface AppliedChange {
  readonly line: string;
  readonly risk: PlannedChange['risk'];
  readonly status: 'planned' | 'applied' | 'failed';
  readonly reason?: string;
}

export interface ApplyOutcome {
  readonly namespace: string;
  readonly changes: readonly AppliedChange[];
  readonly impossible: readonly string[];
  /** Whether the Hub is different now; under a dry run, whether it would be. */
  readonly changed: boolean;
}

/**
 * Brings a namespace to the settings of a file. `confirm` is the input of that name: it must repeat the namespace
 * where a repository would be deleted or opened to more people.
 */
export async function runApply(
  parameters: ApplyParameters,
  context: AuditContext,
  confirm: string | undefined,
): Promise<ApplyOutcome> {
  const wanted = await readWanted(parameters.file, context);
  const reader = new PacedReader(context.calls, { ...context, concurrency: parameters.concurrency });
  const now = () => readPresentSettings(reader, wanted.namespace, partsOf(wanted), context.runtime.now());
  const plan = planSettings(await now(), wanted, parameters.prune);
  for (const { line } of plan.changes) context.log.info(line);
  if (context.dryRun)
    return outcome(
      wanted,
      plan,
      plan.changes.map((change) => told(change, 'planned')),
    );
  requireConfirmation(plan, wanted.namespace, confirm);
  const refusals = await carryOutAll(plan, wanted, reader, context);
  const left = plan.changes.length > 0 ? planSettings(await now(), wanted, parameters.prune).changes : [];
  return outcome(
    wanted,
    plan,
    plan.changes.map((change) => verdictOn(change, refusals, left)),
  );
}

async function readWanted(file: string, { files }: AuditContext): Promise<SettingsDocument> {
  const read = parseDocument(await files.readText(file), file, settingsDocumentSchema);
  if (!read.ok) throw inputError(read.problems);
  return read.value;
}

/** Only what the file speaks of is read. */
function partsOf(wanted: SettingsDocument): ReadonlySet<SettingsPart> {
  const parts = new Set<SettingsPart>(['repositories']);
  if (wanted.members) parts.add('members');
  if (repositoriesOf(wanted).some(({ settings }) => settings.discussions !== undefined)) parts.add('discussions');
  return parts;
}

function requireConfirmation({ changes }: SettingsPlan, namespace: string, confirm: string | undefined): void {
  const risky = changes.filter((change) => change.risk !== 'none');
  if (risky.length === 0 || confirm === namespace) return;
  const lines = risky.map((change) => `${change.line} (${change.risk})`);
  throw new OperationError('INPUT_INVALID', [`\`confirm\` must repeat ${namespace}, for:`, ...lines].join('\n'), {
    hint: `Look at the plan with \`dry-run: true\`, then set \`confirm: ${namespace}\`. Nothing was changed.`,
    effect: 'none',
  });
}

async function carryOutAll(
  { changes }: SettingsPlan,
  { namespace }: SettingsDocument,
  reader: PacedReader,
  { calls, signal }: AuditContext,
): Promise<ReadonlyMap<string, string>> {
  const needsGroups = changes.some((change) => change.kind !== 'role' && change.settings.resourceGroup !== undefined);
  const gathered = needsGroups ? await gatherNamespace(reader, namespace, new Set(['resourceGroups'])) : undefined;
  const groups = new Map(gathered?.facts.resourceGroups?.map((group) => [group.name, group.id]));
  const refusals = new Map<string, string>();
  for (const change of changes) {
    signal.throwIfAborted();
    const refusal = await carryOut(change, { calls, namespace, groups });
    if (refusal !== undefined) refusals.set(change.line, refusal);
  }
  return refusals;
}

/** The Hub is read again: a change that the plan would make once more has not been made. */
function verdictOn(
  change: PlannedChange,
  refusals: ReadonlyMap<string, string>,
  left: readonly PlannedChange[],
): AppliedChange {
  if (!left.some((one) => isSame(one, change))) return told(change, 'applied');
  return { ...told(change, 'failed'), reason: refusals.get(change.line) ?? 'The Hub took it, and does not show it.' };
}

function isSame(one: PlannedChange, other: PlannedChange): boolean {
  if (one.kind === 'role' || other.kind === 'role') {
    return one.kind === 'role' && other.kind === 'role' && one.user === other.user;
  }
  return one.type === other.type && one.id === other.id;
}

function told({ line, risk }: PlannedChange, status: AppliedChange['status']): AppliedChange {
  return { line, risk, status };
}

function outcome(
  { namespace }: SettingsDocument,
  { impossible }: SettingsPlan,
  changes: readonly AppliedChange[],
): ApplyOutcome {
  return { namespace, changes, impossible, changed: changes.some((change) => change.status !== 'failed') };
}

import { OperationError } from '../../errors.ts';
import type { AppliedChange, ApplyOutcome } from '../audit/settings/run-apply.ts';
import { applyParameters, snapshotParameters } from '../audit/settings/settings-parameters.ts';
import { defineBuiltIn } from '../operation.ts';
import type { OperationResult } from '../operation-result.ts';
import { auditContext } from './audit.ts';

export const snapshot = defineBuiltIn({
  key: 'snapshot',
  title: 'Write a namespace down as settings',
  description: "Writes the settings of a namespace's repositories and members as one declarative YAML file.",
  effect: 'read',
  parameters: snapshotParameters,
  async run(parameters, context) {
    const { runSnapshot } = await import('../audit/settings/run-snapshot.ts');
    const { document, repositories } = await runSnapshot(parameters, auditContext(context));
    const headline = `Wrote down the settings of ${repositories} repositories of ${parameters.namespace}`;
    return { status: 'succeeded', changed: false, output: document, count: repositories, headline };
  },
});

export const apply = defineBuiltIn({
  key: 'apply',
  title: 'Bring a namespace to its settings',
  description:
    'Brings a namespace to the settings of a file that `snapshot` wrote: the plan first, then what differs. What destroys or exposes something needs `confirm`, the name of the namespace.',
  effect: 'write',
  parameters: applyParameters,
  async run(parameters, context) {
    const { runApply } = await import('../audit/settings/run-apply.ts');
    const confirm = context.host.confirm || undefined;
    return toResult(await runApply(parameters, auditContext(context), confirm), context.options.dryRun);
  },
});

function toResult(outcome: ApplyOutcome, dryRun: boolean): OperationResult {
  const { changes, namespace, changed } = outcome;
  const failed = changes.filter((change) => change.status === 'failed');
  const rows = changes.map(({ line, risk, status, reason }) => [line, risk, status, reason]);
  const words = dryRun ? 'changes are planned' : `of ${changes.length} changes made`;
  return {
    status: dryRun ? 'planned' : 'succeeded',
    changed,
    output: outcome,
    count: changes.length,
    headline: `${namespace}: ${dryRun ? changes.length : changes.length - failed.length} ${words}`,
    table:
      rows.length === 0 ? undefined : { columns: ['Change', 'Risk', 'Status', 'Reason'], rows, total: rows.length },
    failure: failureOf(outcome, failed),
  };
}

function failureOf(
  { namespace, impossible }: ApplyOutcome,
  failed: readonly AppliedChange[],
): OperationError | undefined {
  const refused = failed.map(({ line, reason }) => `${line}: ${reason ?? 'no reason given'}`);
  const lines = [...refused, ...impossible].map((line) => `- ${line}`);
  if (lines.length === 0) return undefined;
  return new OperationError('HUB_REJECTED', [`${namespace} was not brought to its settings:`, ...lines].join('\n'), {
    hint: 'Mend what the lines name and run the step again: it changes only what still differs.',
    effect: 'done',
  });
}

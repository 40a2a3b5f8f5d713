import type { OperationResult } from '../operation-result.ts';
import type { AuditReport } from './findings.ts';
import type { AuditPlan } from './plan-audit.ts';
import type { AuditOutcome } from './run-audit.ts';
import type { ApplyOutcome } from './settings/run-apply.ts';
import type { Snapshot } from './settings/run-snapshot.ts';

/** Rows of a summary's table; the whole is in the output. */
const shownRows = 50;

/** The audit without its findings: they are in the report's files, and an output of 100,000 would help nobody. */
function outlineOf(report: AuditReport): unknown {
  const { namespace, shard, startedAt, finishedAt, repositories, counts, score, cost, incomplete, fixes } = report;
  return {
    ...{ namespace, ...(shard === undefined ? {} : { shard }), startedAt, finishedAt, repositories, counts },
    ...{ score: score.value, findings: report.findings.length, accepted: report.accepted.length },
    ...(report.comparison ? { new: report.comparison.new.length, mended: report.comparison.mended.length } : {}),
    ...{ cost, incomplete, fixes },
  };
}

/** Of `audit` and `audit-merge`. Where the reports are written adds `report-path` and `sarif-path`. */
export function auditResult({ report, changed }: AuditOutcome): OperationResult {
  const planned = report.fixes.some((fix) => fix.status === 'planned');
  const count = report.findings.length;
  return {
    status: planned ? 'planned' : 'succeeded',
    changed,
    output: outlineOf(report),
    url: report.namespaceUrl,
    count,
    headline: `Audited ${report.repositoriesTotal} repositories of ${report.namespace}: ${count} findings, score ${report.score.value}`,
    outputs: {
      'findings-count': String(count),
      'new-count': report.comparison ? String(report.comparison.new.length) : '',
      score: String(report.score.value),
    },
  };
}

/** Of `audit-plan`. */
export function planResult(plan: AuditPlan, namespace: string): OperationResult {
  const { model, dataset, space } = plan.repositories;
  const total = model + dataset + space;
  return {
    status: 'succeeded',
    changed: false,
    output: plan,
    count: plan.matrix.shard.length,
    headline: `Planned ${plan.matrix.shard.length} jobs for ${total} repositories of ${namespace}`,
    outputs: { matrix: JSON.stringify(plan.matrix) },
  };
}

/** Of `snapshot`. */
export function snapshotResult({ document, yaml, repositories }: Snapshot): OperationResult {
  return {
    status: 'succeeded',
    changed: false,
    output: { namespace: document.namespace, repositories, yaml },
    count: repositories,
    headline: `Wrote down the settings of ${repositories} repositories of ${document.namespace}`,
  };
}

/** Of `apply`. */
export function applyResult(outcome: ApplyOutcome): OperationResult {
  const { failure: _, ...told } = outcome;
  const { namespace, changes, impossible, changed } = told;
  const planned = changes.some((change) => change.status === 'planned');
  const failed = changes.filter((change) => change.status === 'failed').length;
  const done = `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`;
  const verb = planned ? 'Planned' : 'Made';
  return {
    status: planned ? 'planned' : 'succeeded',
    changed,
    output: told,
    count: changes.length,
    headline: `${verb} ${done} of ${namespace}${failed > 0 ? `, of which ${failed} failed` : ''}${impossible.length > 0 ? `; ${impossible.length} cannot be made` : ''}`,
    table: {
      columns: ['Change', 'Risk', 'Status', 'Why'],
      rows: changes.slice(0, shownRows).map(({ line, risk, status, reason }) => [line, risk, status, reason]),
      total: changes.length,
    },
  };
}

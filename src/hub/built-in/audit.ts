import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { AuditContext } from '../audit/audit-context.ts';
import { auditMergeParameters, auditParameters, auditPlanParameters } from '../audit/audit-parameters.ts';
import type { AuditReport } from '../audit/findings.ts';
import { callsThroughProxy } from '../audit/hub-calls.ts';
import type { AuditOutcome } from '../audit/run-audit.ts';
import { defineBuiltIn } from '../operation.ts';
import type { OperationResult } from '../operation-result.ts';
import { parameter } from '../parameters.ts';
import type { RunContext } from '../run-context.ts';

/** Where the result of an audit is told, beside the step's own summary. */
const reporting = {
  report: parameter(
    z.string().min(1).max(1000).optional(),
    "A folder of the workspace for the report's files (HTML, SARIF, JSON, CSV, Markdown, badges); the runner's temporary folder by default.",
  ),
  issue: parameter(
    z.boolean().default(false),
    'Keeps one issue of the GitHub repository up to date with the findings: opened, edited, closed when nothing is left. Needs `issues: write`.',
  ),
};

export const audit = defineBuiltIn({
  key: 'audit',
  title: 'Audit a namespace',
  description:
    'Checks every repository of an organization or a user, and the organization itself, against a policy, and reports what it finds. With `fix`, mends settings; under `dry-run` it shows what it would mend.',
  effect: 'write',
  parameters: auditParameters.extend(reporting),
  async run({ report, issue, ...parameters }, context) {
    const { runAudit } = await import('../audit/run-audit.ts');
    return told(await runAudit(parameters, auditContext(context)), { report, issue }, context);
  },
});

export const auditMerge = defineBuiltIn({
  key: 'audit-merge',
  title: 'Merge the shards of an audit',
  description: 'Joins what the shards of an audit found into the report that one audit of the whole would have made.',
  effect: 'read',
  parameters: auditMergeParameters.extend(reporting),
  async run({ report, issue, ...parameters }, context) {
    const { mergeAudits } = await import('../audit/merge-audits.ts');
    return told(await mergeAudits(parameters, auditContext(context)), { report, issue }, context);
  },
});

export const auditPlan = defineBuiltIn({
  key: 'audit-plan',
  title: 'Plan the shards of an audit',
  description: 'Counts the repositories of a namespace and answers the matrix of jobs that audit it side by side.',
  effect: 'read',
  parameters: auditPlanParameters,
  async run(parameters, context) {
    const { planAudit } = await import('../audit/plan-audit.ts');
    const plan = await planAudit(parameters, auditContext(context));
    const { model, dataset, space } = plan.repositories;
    const shards = plan.matrix.shard.length;
    return {
      status: 'succeeded',
      changed: false,
      output: plan,
      count: shards,
      headline: `${parameters.namespace} has ${model + dataset + space} repositories: ${shards} shards`,
      outputs: { matrix: JSON.stringify(plan.matrix) },
    };
  },
});

/** What the parts of the audit that talk to the Hub run with. */
export function auditContext(context: RunContext): AuditContext {
  const { host, hub, log, runtime, signal, options } = context;
  return { calls: callsThroughProxy(hub, signal), files: host.files, log, runtime, signal, dryRun: options.dryRun };
}

/** Reports are written before a violation ends the step. */
async function told(
  { report, changed, violation }: AuditOutcome,
  where: { readonly report: string | undefined; readonly issue: boolean },
  context: RunContext,
): Promise<OperationResult> {
  const { auditSummary } = await import('../audit/report/summary-page.ts');
  const outputs = await writeReports(report, await context.host.reportFolder(where.report));
  if (where.issue) await keepIssue(report, context);
  const repositories = Object.values(report.repositories).reduce((sum, count) => sum + count, 0);
  const findings = report.findings.length;
  return {
    status: context.options.dryRun ? 'planned' : 'succeeded',
    changed,
    output: summaryOf(report),
    count: findings,
    headline: `Audited ${report.namespace}: ${findings} findings in ${repositories} repositories, score ${report.score.value}`,
    outputs: { ...outputs, ...countsOf(report) },
    page: auditSummary(report),
    failure: violation,
  };
}

async function keepIssue(report: AuditReport, { host, log, options }: RunContext): Promise<void> {
  const { auditIssue } = await import('../audit/report/issue.ts');
  if (options.dryRun) return log.info('The issue is left as it is: this is a dry run.');
  const url = await host.keepIssue(auditIssue(report));
  log.info(url === undefined ? 'There is no issue, and none is needed.' : `The issue ${url} is up to date.`);
}

async function writeReports(report: AuditReport, folder: string): Promise<Record<string, string>> {
  const { htmlFileName, reportFiles, sarifFileName } = await import('../audit/report/files.ts');
  for (const file of reportFiles(report)) {
    await pipeline(Readable.from(file.chunks()), createWriteStream(path.join(folder, file.name)));
  }
  return { 'report-path': path.join(folder, htmlFileName), 'sarif-path': path.join(folder, sarifFileName) };
}

function countsOf(report: AuditReport): Record<string, string> {
  const fresh = report.comparison?.new.length;
  return {
    'findings-count': String(report.findings.length),
    'new-count': fresh === undefined ? '' : String(fresh),
    score: String(report.score.value),
  };
}

/** The findings themselves are in the report's files: 100,000 of them are no output of a step. */
function summaryOf({ findings, ...rest }: AuditReport): unknown {
  return { ...rest, findingsCount: findings.length };
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditParameters } from '../../../../src/hub/audit/audit-parameters.ts';
import type { AuditReport } from '../../../../src/hub/audit/findings.ts';
import { reportFiles } from '../../../../src/hub/audit/report/files.ts';
import { auditSarif } from '../../../../src/hub/audit/report/sarif.ts';
import { auditSummary } from '../../../../src/hub/audit/report/summary-page.ts';
import { runAudit } from '../../../../src/hub/audit/run-audit.ts';
import { type AuditedHub, startAuditedHub } from '../audited-hub.ts';
import { rendered } from './rendered.ts';
import { problemsOf } from './sarif-schema.ts';

const policy = {
  rules: {
    'license-missing': {},
    'license-not-allowed': { allow: ['mit'] },
    'pickle-file': {},
    'admin-not-listed': {},
  },
  owners: [{ repositories: ['*-jade-*'], owner: '@jade' }],
};

let hub: AuditedHub;
let report: AuditReport;
beforeAll(async () => {
  hub = await startAuditedHub({ generate: { organisation: 'big', models: 60, datasets: 6, spaces: 6 } });
  ({ report } = await runAudit(auditParameters.parse({ namespace: 'big', policy }), hub.context()));
});
afterAll(() => hub.close());

describe('What an audit of the sandbox found', () => {
  test('is valid SARIF, finding for finding', () => {
    const log = auditSarif(report);
    expect(problemsOf(log)).toEqual([]);
    expect(log.runs[0]?.results).toHaveLength(report.findings.length);
    expect(report.findings.length).toBeGreaterThan(20);
  });

  test('is named in every file and on the summary', () => {
    const [worst] = report.findings;
    if (!worst) throw new Error('The sandbox has findings.');
    for (const file of reportFiles(report).filter(({ name }) => !name.includes('badge'))) {
      expect([...file.chunks()].join(''), file.name).toContain(worst.rule);
    }
    const page = rendered(auditSummary(report).html);
    expect(page).toContain(worst.subject.url);
    expect(page).toContain(`Score ${report.score.value} of 100`);
  });
});

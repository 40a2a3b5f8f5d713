import { beforeAll, describe, expect, test } from 'vitest';
import { auditSarif } from '../../../../src/hub/audit/report/sarif.ts';
import { hostileTexts } from './hostile-text.ts';
import { sampleReport } from './sample-report.ts';
import { problemsOf } from './sarif-schema.ts';

const report = sampleReport({ repositories: 100, findings: 300 });

describe('The SARIF file', () => {
  test('passes the schema of SARIF 2.1.0', () => {
    expect(problemsOf(auditSarif(report))).toEqual([]);
    expect(problemsOf(auditSarif(sampleReport({ repositories: 2, findings: 0, compared: false })))).toEqual([]);
  });

  test('the schema refuses what is not SARIF', () => {
    expect(problemsOf({ ...auditSarif(report), version: '2.0.0' })).not.toEqual([]);
  });

  test.each(hostileTexts)('passes the schema whatever names hold: %j', (hostile) => {
    const log = auditSarif(sampleReport({ repositories: 30, findings: 60, hostile }));
    expect(problemsOf(log)).toEqual([]);
    for (const result of log.runs[0]?.results ?? []) {
      expect(result.message.text).not.toMatch(/\]\(|\{\d+\}|\n/);
      const uri = result.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
      expect(uri).toMatch(/^hub\/(models|datasets|spaces|namespaces)\//);
      expect(new URL(uri, 'https://x.example/').pathname).toBe(`/${uri}`);
    }
  });

  test('keeps fingerprints whatever the message says and wherever the finding stands', () => {
    const again = {
      ...report,
      findings: report.findings.map((finding) => ({ ...finding, message: 'Said otherwise.' })).toReversed(),
    };
    const fingerprints = (log: ReturnType<typeof auditSarif>): unknown[] =>
      (log.runs[0]?.results ?? []).map((result) => JSON.stringify(result.partialFingerprints)).sort();
    expect(fingerprints(auditSarif(again))).toEqual(fingerprints(auditSarif(report)));
    expect(new Set(fingerprints(auditSarif(report))).size).toBe(300);
  });

  test('every result names its rule, and every rule its level, help and security severity', () => {
    const run = auditSarif(report).runs[0];
    const rules = run?.tool.driver.rules ?? [];
    for (const result of run?.results ?? []) expect(rules[result.ruleIndex ?? -1]?.id).toBe(result.ruleId);
    for (const rule of rules) {
      expect(rule.helpUri).toMatch(/^https:/);
      expect(rule.properties?.['security-severity']).toMatch(/^\d\.\d$/);
    }
    const levels = new Set(run?.results?.map((result) => result.level));
    expect(levels).toEqual(new Set(['error', 'warning', 'note']));
  });

  describe('of an audit with more findings than code scanning stores', () => {
    let run: ReturnType<typeof auditSarif>['runs'][number] | undefined;
    beforeAll(() => {
      run = auditSarif(sampleReport({ repositories: 2_000, findings: 6_001 })).runs[0];
    });

    test('has the worst 5,000 and says how many are left out', () => {
      expect(run?.results).toHaveLength(5_000);
      expect(run?.results?.[0]?.level).toBe('error');
      const words = run?.invocations?.[0]?.toolExecutionNotifications?.map((one) => one.message.text);
      expect(words?.[0]).toContain('1,001 of 6,001 findings are left out');
    });
  });
});

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AuditReport } from '../../../../src/hub/audit/findings.ts';
import { embeddedData as embeddedChunks, tableData } from '../../../../src/hub/audit/report/page/embedded-data.ts';
import { auditHtml as htmlChunks } from '../../../../src/hub/audit/report/page/report-page.ts';
import { hostileTexts } from './hostile-text.ts';
import { addresses, structure } from './rendered.ts';
import { sampleReport } from './sample-report.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const small = { repositories: 40, findings: 60 };

const auditHtml = (report: AuditReport): string => [...htmlChunks(report)].join('');
const embeddedData = (report: AuditReport): string => [...embeddedChunks(report)].join('');

/** Without what a browser does not parse as markup. */
function markupOf(page: string): string {
  return page.replace(/(<(style|script)[^>]*>)[\s\S]*?(?=<\/\2>)/g, '$1');
}

describe('The HTML report', () => {
  const page = auditHtml(sampleReport(small));

  test('lets its own script and style run and nothing else', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.replaceAll('&#39;', "'") ?? '';
    const hashOf = (tag: string): string => {
      const source = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? '';
      return `'sha256-${createHash('sha256').update(source).digest('base64')}'`;
    };
    expect(policy).toBe(
      `default-src 'none'; script-src ${hashOf('script')}; style-src ${hashOf('style')}; base-uri 'none'; form-action 'none'`,
    );
  });

  test('asks for nothing from anywhere', () => {
    expect(page).not.toMatch(/<(?:img|link|iframe|object|embed|source|script)[^>]*\s(?:src|href|data)=/i);
    expect(page).not.toMatch(/@import|url\(/);
  });

  test('carries every finding as data', () => {
    const data = tableData(sampleReport(small));
    expect(data.rows).toHaveLength(60);
    const text = /<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
    expect(JSON.parse(text)).toEqual(data);
  });

  test.each(hostileTexts)('keeps its structure whatever names hold: %j', (hostile) => {
    const report = sampleReport({ ...small, hostile });
    const hostilePage = auditHtml(report);
    expect(structure(markupOf(hostilePage))).toEqual(structure(markupOf(page)));
    for (const address of addresses(markupOf(hostilePage))) {
      expect(address).toMatch(/^(#|https:\/\/(huggingface\.co|example\.org)\/)/);
    }
    expect(embeddedData(report)).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(embeddedData(report))).toEqual(tableData(report));
  });

  test('makes no link of an address that is none', () => {
    const report = sampleReport(small);
    const findings = report.findings.map((finding) => ({
      ...finding,
      subject: { ...finding.subject, url: 'javascript:alert(1)' },
    }));
    expect(auditHtml({ ...report, findings, namespaceUrl: 'data:text/html,x' })).not.toMatch(/javascript:|data:text/);
  });

  test('carries the script that its browser code builds to', { timeout: 120_000 }, () => {
    const check = spawnSync(process.execPath, ['scripts/report-script.ts', '--check'], { cwd: root, encoding: 'utf8' });
    expect(check.stdout + check.stderr).toContain('The report carries the script');
    expect(check.status).toBe(0);
  });
});

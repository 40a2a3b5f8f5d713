import type { AuditReport } from '../findings.ts';
import { auditBadges } from './badges.ts';
import { auditCsv } from './csv.ts';
import { auditJson } from './json.ts';
import { auditMarkdown } from './markdown.ts';
import { auditHtml } from './page/report-page.ts';
import { auditSarif } from './sarif.ts';

/** One file of the report. Its text is made when it is asked for, so that one at a time is in memory. */
export interface ReportFile {
  readonly name: string;
  readonly text: () => string;
}

/** What `report-path` and `sarif-path` name. */
export const htmlFileName = 'hub-audit.html';
export const sarifFileName = 'hub-audit.sarif';

/** Every file that an audit leaves, in the order in which they are worth writing. */
export function reportFiles(report: AuditReport): readonly ReportFile[] {
  return [
    { name: 'hub-audit.json', text: () => auditJson(report) },
    { name: htmlFileName, text: () => auditHtml(report) },
    { name: sarifFileName, text: () => `${JSON.stringify(auditSarif(report))}\n` },
    { name: 'hub-audit.csv', text: () => auditCsv(report) },
    { name: 'hub-audit.md', text: () => auditMarkdown(report) },
    { name: 'hub-audit-badge.json', text: () => `${JSON.stringify(auditBadges(report).score)}\n` },
    { name: 'hub-audit-findings-badge.json', text: () => `${JSON.stringify(auditBadges(report).findings)}\n` },
  ];
}

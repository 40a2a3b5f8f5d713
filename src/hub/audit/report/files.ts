import type { AuditReport } from '../findings.ts';
import { auditBadges } from './badges.ts';
import { auditCsv } from './csv.ts';
import { auditJson } from './json.ts';
import { auditMarkdown } from './markdown.ts';
import { auditHtml } from './page/report-page.ts';
import { auditSarif } from './sarif.ts';

/** One file of the report. Its text is made piece by piece while it is written: `Readable.from(file.chunks())`. */
export interface ReportFile {
  readonly name: string;
  readonly chunks: () => Iterable<string>;
}

/** What `report-path` and `sarif-path` name. */
export const htmlFileName = 'hub-audit.html';
export const sarifFileName = 'hub-audit.sarif';

/** Every file that an audit leaves, in the order in which they are worth writing. */
export function reportFiles(report: AuditReport): readonly ReportFile[] {
  return [
    { name: 'hub-audit.json', chunks: () => auditJson(report) },
    { name: htmlFileName, chunks: () => auditHtml(report) },
    { name: sarifFileName, chunks: () => [`${JSON.stringify(auditSarif(report))}\n`] },
    { name: 'hub-audit.csv', chunks: () => auditCsv(report) },
    { name: 'hub-audit.md', chunks: () => [auditMarkdown(report)] },
    { name: 'hub-audit-badge.json', chunks: () => [`${JSON.stringify(auditBadges(report).score)}\n`] },
    { name: 'hub-audit-findings-badge.json', chunks: () => [`${JSON.stringify(auditBadges(report).findings)}\n`] },
  ];
}

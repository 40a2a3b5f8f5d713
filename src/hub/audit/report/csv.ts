import { stringify } from 'csv-stringify/sync';
import { visible } from '../../../text/harmless-text.ts';
import type { AuditReport, Finding } from '../findings.ts';
import { chunked } from './chunks.ts';

const columns = [
  'severity',
  'rule',
  'type',
  'subject',
  'member',
  'path',
  'message',
  'evidence',
  'mend',
  'owner',
  'first_seen',
  'new',
  'fixable',
  'url',
  'fingerprint',
] as const;

/**
 * Every finding as one row, RFC 4180. Names come from outside: a cell that a spreadsheet would run as a formula starts
 * with an apostrophe (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function* auditCsv(report: AuditReport): Generator<string> {
  const isNew = new Set(report.comparison?.new);
  yield line(columns);
  yield* chunked(report.findings, (finding) => line(rowOf(finding, isNew.has(finding.fingerprint))));
}

function line(cells: readonly string[]): string {
  return stringify([cells], { escape_formulas: true, record_delimiter: 'windows' });
}

function rowOf(finding: Finding, isNew: boolean): string[] {
  const { subject } = finding;
  return [
    finding.severity,
    finding.rule,
    subject.kind === 'repository' ? subject.type : 'namespace',
    subject.id,
    subject.kind === 'namespace' ? (subject.member ?? '') : '',
    finding.path ?? '',
    finding.message,
    finding.evidence.join('; '),
    finding.mend,
    finding.owner ?? '',
    finding.firstSeen ?? '',
    String(isNew),
    String(finding.fixable),
    subject.url,
    finding.fingerprint,
  ].map(visible);
}

import type { AuditReport } from '../findings.ts';

/** Goes up when a reader of an older file would misread a newer one. */
const formatVersion = 1;

/** The whole report for other programs; a further field is no new version. */
export function auditJson(report: AuditReport): string {
  return `${JSON.stringify({ formatVersion, ...report }, undefined, 2)}\n`;
}

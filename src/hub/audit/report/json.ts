import type { AuditReport } from '../findings.ts';
import { chunked } from './chunks.ts';

/** Goes up when a reader of an older file would misread a newer one. */
const formatVersion = 1;

/** The whole report for other programs, one finding a line; a further field is no new version. */
export function* auditJson(report: AuditReport): Generator<string> {
  const { findings, ...rest } = report;
  const head = JSON.stringify({ formatVersion, ...rest }, undefined, 2);
  yield `${head.slice(0, head.lastIndexOf('\n}'))},\n  "findings": [`;
  yield* chunked(findings, (finding) => `\n    ${JSON.stringify(finding)}`, ',');
  yield '\n  ]\n}\n';
}

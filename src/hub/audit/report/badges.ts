import type { AuditReport } from '../findings.ts';
import { countsInWords, plural } from './words.ts';

/** What https://shields.io/badges/endpoint-badge reads. */
export interface Badge {
  readonly schemaVersion: 1;
  readonly label: string;
  readonly message: string;
  readonly color: string;
}

export interface AuditBadges {
  readonly score: Badge;
  readonly findings: Badge;
}

/** The least score that earns each colour. */
const scoreColors = [
  [95, 'brightgreen'],
  [85, 'green'],
  [70, 'yellow'],
  [50, 'orange'],
] as const;

const severityColors = { critical: 'red', high: 'orange', medium: 'yellow', low: 'blue' } as const;

export function auditBadges(report: AuditReport): AuditBadges {
  const { value } = report.score;
  return {
    score: badge('hub audit', `${value} / 100`, scoreColors.find(([least]) => value >= least)?.[1] ?? 'red'),
    findings: badge('hub findings', findingsMessage(report), findingsColor(report)),
  };
}

function findingsMessage({ findings, counts }: AuditReport): string {
  return findings.length === 0 ? 'none' : countsInWords(counts.bySeverity) || plural(findings.length, 'finding');
}

function findingsColor({ counts: { bySeverity } }: AuditReport): string {
  const worst = (['critical', 'high', 'medium', 'low'] as const).find((severity) => bySeverity[severity] > 0);
  return worst === undefined ? 'brightgreen' : severityColors[worst];
}

function badge(label: string, message: string, color: string): Badge {
  return { schemaVersion: 1, label, message, color };
}

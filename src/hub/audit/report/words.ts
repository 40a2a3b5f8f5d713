import { formatDuration } from '../../../duration.ts';
import { visible } from '../../../text/harmless-text.ts';
import type { AuditReport, Severity, Subject } from '../findings.ts';
import { worstFirst } from './tally.ts';

const whole = new Intl.NumberFormat('en-US');

/** `12,345` */
export function number(value: number): string {
  return whole.format(value);
}

/** `1 finding`, `12,345 findings` */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}

/** `+3.1`, `−0.4`, `±0`: with a true minus sign, that a plus sign has the width of. */
export function signed(value: number): string {
  if (value === 0) return '±0';
  return value > 0 ? `+${value}` : `−${-value}`;
}

/** `2026-11-23 05:12 UTC`; text that is no date as it came. */
export function minute(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.valueOf()) ? visible(iso) : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** `Critical` */
export function severityName(severity: Severity): string {
  return severity.charAt(0).toUpperCase() + severity.slice(1);
}

/** `2 critical, 1 low`; empty where there is nothing. */
export function countsInWords(counts: Readonly<Record<Severity, number>>): string {
  return worstFirst
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${number(counts[severity])} ${severity}`)
    .join(', ');
}

/** `312 models, 120 datasets and 68 spaces` */
export function repositoriesInWords(report: AuditReport): string {
  const kinds = report.types.map((type) => plural(report.repositories[type], type));
  return kinds.length < 2 ? kinds.join() : `${kinds.slice(0, -1).join(', ')} and ${kinds.at(-1)}`;
}

/** `my-org/my-model`; for the namespace its name, with the member it is about. */
export function subjectName(subject: Subject): string {
  if (subject.kind === 'repository') return subject.id;
  return subject.member === undefined ? subject.id : `${subject.id}: ${subject.member}`;
}

/** Without the namespace, where that stands at the top of the page. */
export function shortName(subject: Subject): string {
  return subject.kind === 'repository' ? subject.id.slice(subject.id.indexOf('/') + 1) : subjectName(subject);
}

/** `1,204 requests to the Hub, 480 answers from the cache, waited 3 times for 12 s, done in 1 min 4 s` */
export function costInWords({ cost, startedAt, finishedAt }: AuditReport): string {
  const waits = cost.waits > 0 ? `, ${plural(cost.waits, 'wait')} of ${formatDuration(cost.waitedMs)} in all` : '';
  const took = Date.parse(finishedAt) - Date.parse(startedAt);
  const duration = Number.isFinite(took) ? `, done in ${formatDuration(Math.max(0, took))}` : '';
  return `${plural(cost.requests, 'request')} to the Hub, ${plural(cost.cacheHits, 'answer')} from the cache${waits}${duration}`;
}

import { OperationError } from '../../errors.ts';
import { type AuditReport, type Severity, severities } from './findings.ts';

/** What ends the step where findings are at least as severe as the policy's owner bears. */
export function violationOf(report: AuditReport, failOn: Severity | 'none'): OperationError | undefined {
  if (failOn === 'none') return undefined;
  const counted = severities.slice(severities.indexOf(failOn)).toReversed();
  const found = counted.flatMap((severity) => {
    const count = report.counts.bySeverity[severity];
    return count === 0 ? [] : [`${count} ${severity}`];
  });
  if (found.length === 0) return undefined;
  return new OperationError('POLICY_VIOLATED', `The audit of ${report.namespace} found ${found.join(', ')}.`, {
    hint: 'Mend what the report names, exempt it in the policy, accept it in the baseline, or raise `fail-on`.',
    effect: 'none',
    retryable: false,
  });
}

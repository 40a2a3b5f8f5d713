import { visible } from '../../../text/harmless-text.ts';
import { html, joined } from '../../../text/html.ts';
import type { AuditReport } from '../findings.ts';
import { auditPage } from './summary-page.ts';

/** GitHub refuses a longer body (65,536 characters); what a person may add below stays possible. */
const bodyLimit = 60_000;

/** One issue of the GitHub repository that always says how the namespace stands. */
export interface AuditIssue {
  readonly title: string;
  /** The body's first line, by which the next run finds the issue; unseen on the page. */
  readonly marker: string;
  readonly body: string;
  /**
   * `drift`: there is something to mend. `clean`: nothing is left, and the issue may be closed. `unclear`: nothing was
   * found, but part of the repositories could not be seen: an open issue stays open.
   */
  readonly verdict: 'drift' | 'unclear' | 'clean';
}

export function auditIssue(report: AuditReport): AuditIssue {
  const verdict = verdictOf(report);
  const marker = markerOf(report.namespace);
  const note =
    verdict === 'clean'
      ? html`<p>Everything that this issue was about is mended.</p>\n`
      : html`<p><sub>Kept up to date by every audit; closed when nothing is left. What is written here is overwritten, comments stay.</sub></p>\n`;
  const page = joined([auditPage(report, { bytes: bodyLimit, findings: 60 }), note]);
  return { title: titleOf(report.namespace), marker, body: `${marker}\n${page.html}`, verdict };
}

function verdictOf({ findings, incomplete }: AuditReport): AuditIssue['verdict'] {
  if (findings.length > 0) return 'drift';
  const unseen = incomplete.some((reason) => reason.repositories !== undefined || reason.rules.length === 0);
  return unseen ? 'unclear' : 'clean';
}

/** Without numbers: a title that changes every night would fill the issue's history. */
function titleOf(namespace: string): string {
  return `Hub audit of ${visible(namespace).replace(/\s+/g, ' ').slice(0, 200).toWellFormed()}`;
}

/** Nothing in the name can end the HTML comment. */
function markerOf(namespace: string): string {
  const name = encodeURIComponent(namespace.toWellFormed()).replaceAll('-', '%2D').slice(0, 1_000);
  return `<!-- membrane-hub-action audit:${name} -->`;
}

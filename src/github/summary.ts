import * as core from '@actions/core';
import { formatDuration } from '../duration.ts';
import type { OperationError } from '../errors.ts';
import type { OperationResult, ResultTable } from '../hub/operation-result.ts';
import type { ClientAction, Connection } from '../membrane/connection-state.ts';
import { connectionState, type StepReport } from '../step-report.ts';
import { code, facts, type Html, html, joined, link, table } from '../text/html.ts';

/** Rows of a list that the summary shows; `output-file` has them all. */
const shownRows = 50;

/** GitHub drops a summary of over 1 MiB whole (actions/runner, FileCommandManager.cs): others may write here too. */
const summaryLimit = 900_000;

/** Writes the page that a person reads after the run. */
export async function writeSummary(report: StepReport): Promise<void> {
  const page = summaryOf(report);
  await core.summary.addRaw(fitting(page), true).write();
}

/** Shows at once what a person must do, where the step goes on waiting for it: in the summary and as an output. */
export function showClientAction(connection: Connection): void {
  if (connection.state !== 'CLIENT_ACTION_REQUIRED') return;
  core.setOutput('client-action-url', connection.clientAction.uiUrl ?? '');
  void core.summary.addRaw(clientActionPart(connection.clientAction).html, true).write();
}

/** The page as HTML. */
export function summaryOf(report: StepReport): Html {
  const { outcome } = report;
  if (outcome.kind === 'failed') return failurePage(report, outcome.error, outcome.result);
  return successPage(report, outcome.result);
}

function successPage(report: StepReport, result: OperationResult): Html {
  const mark = { succeeded: '✅', skipped: '⏭️', planned: '📝' }[result.status];
  const rows = [
    ['Operation', code(report.operation)],
    ['Status', html`${result.status}, ${changeInWords(result)}`],
    ...optionalFact('Link', result.url, link),
    ...optionalFact('Items', result.count, (count) => html`${count}`),
    ...circumstances(report),
  ] as const;
  return html`<h3>${mark} ${result.headline}</h3>\n${facts(rows)}${details(result)}`;
}

function details({ table: list, page }: OperationResult): Html {
  return html`${list ? listing(list) : html``}${page ?? html``}`;
}

function changeInWords({ status, changed }: OperationResult): string {
  if (status === 'planned') return changed ? 'would change something' : 'nothing would change';
  return changed ? 'changed' : 'nothing changed';
}

function failurePage(report: StepReport, error: OperationError, result: OperationResult | undefined): Html {
  const rows = [
    ['Operation', code(report.operation)],
    ['Error', code(error.code)],
    ...optionalFact('HTTP status', error.details.status, (status) => html`${status}`),
    ...optionalFact('Request', error.details.requestId, code),
    ...circumstances(report),
  ] as const;
  const text = joined(
    error.message.split('\n').map((line) => html`${line}`),
    '<br>\n',
  );
  const action =
    report.connection?.state === 'CLIENT_ACTION_REQUIRED' ? clientActionPart(report.connection.clientAction) : html``;
  return html`<h3>❌ ${report.operation || 'Membrane Hub'} failed</h3>\n<p>${text}</p>\n<p><b>What to do:</b> ${error.details.hint}</p>\n${action}${facts(rows)}${result ? details(result) : html``}`;
}

/** What a person must do: shown at once while the step waits, and again when it fails for it. */
export function clientActionPart(action: ClientAction): Html {
  const rows = [
    ['Needed', html`${action.description ?? action.type}`],
    ...optionalFact('Do it here', action.uiUrl, link),
    ...optionalFact('Instructions', action.agentInstructions, (text) => html`${text}`),
  ] as const;
  return html`<p><b>A person must act on the Membrane connection.</b></p>\n${facts(rows)}`;
}

function circumstances(report: StepReport): (readonly [string, Html])[] {
  const through = { cli: `Membrane CLI ${report.cliVersion ?? ''}`.trim(), api: "Membrane's HTTP API" };
  return [
    ...optionalFact(
      'Connection',
      report.connection,
      (connection) => html`${code(connection.id)} ${connectionState(connection)}`,
    ),
    ...optionalFact('Through', report.transport, (transport) => html`${through[transport]}`),
    ['Duration', html`${formatDuration(report.duration)}`],
  ];
}

function listing(list: ResultTable): Html {
  const rows = list.rows
    .slice(0, shownRows)
    .map((row) => row.map((cell) => (cell === undefined ? html`` : code(String(cell)))));
  const more = list.total - rows.length;
  const rest =
    more > 0 ? html`<p>… and ${more} more, all of them in the file that <code>output-file</code> names.</p>\n` : html``;
  return html`${table(list.columns, rows)}${rest}`;
}

function optionalFact<T>(name: string, value: T | undefined, show: (value: T) => Html): (readonly [string, Html])[] {
  return value === undefined || value === '' ? [] : [[name, show(value)]];
}

function fitting(page: Html): string {
  if (Buffer.byteLength(page.html) <= summaryLimit) return page.html;
  return html`<p>The summary of this step would be too large to show. Its result is in the outputs.</p>\n`.html;
}

import { createHash } from 'node:crypto';
import type { AuditReport } from '../../findings.ts';
import { talliesOf } from '../tally.ts';
import { charts, fixes, footer, mended, rules, setAside } from './breakdown.ts';
import { browserScript } from './browser-script.ts';
import { embeddedData } from './embedded-data.ts';
import { findingsTable } from './findings-table.ts';
import { markup } from './markup.ts';
import { overview } from './overview.ts';
import { style } from './style.ts';

/**
 * The report as one HTML file that asks no network for anything: its policy lets only this script and this style run,
 * so that even markup that should have slipped through could do nothing.
 */
export function* auditHtml(report: AuditReport): Generator<string> {
  const tallies = talliesOf(report);
  const policy = `default-src 'none'; script-src ${sourceHash(browserScript)}; style-src ${sourceHash(style)}; base-uri 'none'; form-action 'none'`;
  yield markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">
<title>Hub audit of ${report.namespace}: ${report.score.value} of 100</title><style>${{ markup: style }}</style></head>
<body><a class="skip" href="#findings-title">Skip to the findings</a>
<main>${overview(report, tallies)}${charts(tallies)}${fixes(report)}${findingsTable(report, tallies)}${mended(report)}${rules(tallies)}${setAside(report)}${footer(report)}</main>
<script type="application/json" id="data">`.markup;
  yield* embeddedData(report);
  yield `</script>
<script>${browserScript}</script></body></html>
`;
}

function sourceHash(source: string): string {
  return `'sha256-${createHash('sha256').update(source).digest('base64')}'`;
}

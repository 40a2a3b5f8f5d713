import { styleText } from 'node:util';
import { convert } from 'html-to-text';
import { stringify } from 'yaml';
import type { ActionResult } from '../../test/harness/run-action.ts';

/** Colours only where a person looks: `styleText` leaves them out for files, pipes and NO_COLOR. */
const styled = (style: Parameters<typeof styleText>[0], text: string): string =>
  styleText(style, text, { stream: process.stdout });

const commandStyles = { error: 'red', warning: 'yellow', notice: 'cyan', debug: 'gray' } as const;

export function printTitle(text: string): void {
  console.log(`\n${styled(['bold', 'inverse'], ` ${text} `)}\n`);
}

/** The step as it stands in a workflow. */
export function printStep(inputs: Readonly<Record<string, unknown>>): void {
  const withInputs = { ...inputs, token: '$' + '{{ secrets.MEMBRANE_TOKEN }}' };
  const step = [{ uses: 'OWNER/membrane-hub-action@v1', with: withInputs }];
  printPart('Step', stringify(step, { lineWidth: 0 }).trimEnd(), (line) => styled('green', line));
}

/** What the step left for a person and for later steps. */
export function printResult(result: ActionResult): void {
  printPart('Log', logText(result));
  printPart('Outputs', outputsText(result.outputs));
  printPart('Summary page', summaryText(result.summary));
  const seconds = (result.durationMs / 1000).toFixed(1);
  console.log(styled(result.exitCode === 0 ? 'green' : 'red', `  exit code ${result.exitCode}, ${seconds} s\n`));
}

function printPart(title: string, text: string, style = (line: string): string => line): void {
  console.log(styled('bold', `  ${title}`));
  for (const line of text.split('\n')) console.log(`    ${styled('gray', '│')} ${style(line)}`);
  console.log();
}

/** The log as GitHub shows it: masked, with commands turned into what they mean. */
function logText({ log }: ActionResult): string {
  const lines = log.split('\n').filter((line) => line.trim() !== '');
  return lines.map(logLine).join('\n') || 'Nothing was logged.';
}

function logLine(line: string): string {
  const [, name = '', text = ''] = /^::(error|warning|notice|debug)(?: [^:]*)?::(.*)$/u.exec(line) ?? [];
  const style = Object.entries(commandStyles).find(([known]) => known === name)?.[1];
  if (style === undefined) return line.replace(/^::(?:end)?group::/u, '▸ ');
  return styled(style, `${name}: ${text.replaceAll('%0A', '\n      ').replaceAll('%25', '%')}`);
}

/** One line each; long results are cut, the file has them whole. */
function outputsText(outputs: Readonly<Record<string, string>>): string {
  const given = Object.entries(outputs).filter(([, value]) => value !== '');
  const width = Math.max(...given.map(([name]) => name.length));
  return given.map(([name, value]) => `${styled('cyan', name.padEnd(width))}  ${shortened(value)}`).join('\n');
}

const outputWidth = 88;

function shortened(value: string): string {
  const line = value.replaceAll('\n', ' ');
  return line.length > outputWidth ? `${line.slice(0, outputWidth)}…` : line;
}

function summaryText(summary: string): string {
  const table = { uppercaseHeaderCells: false, colSpacing: 3, maxColumnWidth: 60 };
  return convert(summary, {
    wordwrap: 110,
    selectors: [
      { selector: 'table', format: 'dataTable', options: table },
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
      { selector: 'h3', options: { uppercase: false } },
    ],
  });
}

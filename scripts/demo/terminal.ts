import { styleText } from 'node:util';
import { convert } from 'html-to-text';
import { stringify } from 'yaml';
import type { ActionResult } from '../../test/harness/run-action.ts';
import { annotationsOf, workflowCommands } from '../../test/harness/workflow-commands.ts';
import type { Chapter } from './story.ts';

/** Colours only where a person looks: `styleText` leaves them out for files, pipes and NO_COLOR. */
const styled = (style: Parameters<typeof styleText>[0], text: string): string =>
  styleText(style, text, { stream: process.stdout });

const annotationStyles = { error: 'red', warning: 'yellow', notice: 'cyan' } as const;

export function printTitle(text: string): void {
  console.log(`\n${styled(['bold', 'inverse'], ` ${text} `)}\n`);
}

/** The step as it stands in a workflow: GitHub takes text only, so the parameters are a block of text. */
export function printStep({ operation, input, inputs = {} }: Chapter): void {
  const parameters = stringify(input, { lineWidth: 0 });
  const withInputs = { operation, token: '$' + '{{ secrets.MEMBRANE_TOKEN }}', ...inputs, input: parameters };
  const step = [{ uses: 'OWNER/membrane-hub-action@v1', with: withInputs }];
  printPart('Step', stringify(step, { lineWidth: 0 }).trimEnd(), (line) => styled('green', line));
}

/** What the step left for a person and for later steps. */
export function printResult(result: ActionResult, asTold: boolean): void {
  printPart('Log', logText(result));
  printPart('Outputs', outputsText(result.outputs));
  printPart('Summary page', summaryText(result.summary));
  const seconds = (result.durationMs / 1000).toFixed(1);
  const verdict = asTold ? 'as it should' : 'NOT as it should';
  console.log(styled(asTold ? 'green' : 'red', `  Ended ${verdict}: exit code ${result.exitCode}, ${seconds} s\n`));
}

function printPart(title: string, text: string, style = (line: string): string => line): void {
  console.log(styled('bold', `  ${title}`));
  for (const line of text.split('\n')) console.log(`    ${styled('gray', '│')} ${style(line)}`);
  console.log();
}

/** The log as GitHub shows it without debug logging: masked, with annotations in words. */
function logText({ log }: ActionResult): string {
  const lines = log.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('::debug::'));
  return lines.map(logLine).join('\n') || 'Nothing was logged.';
}

function logLine(line: string): string {
  const [annotation] = annotationsOf(workflowCommands(line));
  if (annotation === undefined) return line;
  const title = annotation.title === undefined ? '' : `${annotation.title}\n`;
  const text = `${annotation.kind}: ${title}${annotation.message}`;
  return text
    .split('\n')
    .map((part) => styled(annotationStyles[annotation.kind], part))
    .join('\n');
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

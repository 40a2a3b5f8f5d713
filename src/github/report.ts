import * as core from '@actions/core';
import { OperationError, toOperationError } from '../errors.ts';
import type { StepReport } from '../step-report.ts';
import { shortened } from '../text/harmless-text.ts';
import { annotateError, createLog } from './log.ts';
import { type OutputPlace, setOutputs, writeOutputFile } from './outputs.ts';
import { writeSummary } from './summary.ts';

/** What the annotation shows of a long message; the log and the summary have it all. */
const annotationMessage = 3_000;

/**
 * Tells the end of a step everywhere it is told: file, outputs, log or annotation, summary.
 * @returns whether the step ended well
 */
export async function reportStep(
  report: StepReport,
  place: OutputPlace,
  options: { readonly summary: boolean; readonly failOnError: boolean },
): Promise<'ok' | 'failed'> {
  const told = await withOutputFile(report, place);
  setOutputs(told.report, told.outputFile);
  if (told.report.outcome.kind === 'failed') sayFailure(told.report, told.report.outcome.error, options.failOnError);
  else createLog().info(told.report.outcome.result.headline);
  if (options.summary) await orWarning(() => writeSummary(told.report));
  return told.report.outcome.kind === 'failed' ? 'failed' : 'ok';
}

/** A result that cannot be written is a failure: the file is promised. */
async function withOutputFile(
  report: StepReport,
  place: OutputPlace,
): Promise<{ report: StepReport; outputFile: string | undefined }> {
  const { result } = report.outcome;
  if (result === undefined) return { report, outputFile: undefined };
  try {
    return { report, outputFile: await writeOutputFile(result, place) };
  } catch (thrown) {
    if (report.outcome.kind === 'failed') return { report, outputFile: undefined };
    const { code, message, details } = toOperationError(thrown);
    const error = new OperationError(code, message, { ...details, effect: result.changed ? 'done' : 'none' });
    return { report: { ...report, outcome: { kind: 'failed', error } }, outputFile: undefined };
  }
}

function sayFailure(report: StepReport, error: OperationError, failOnError: boolean): void {
  const text = `${shortened(error.message, annotationMessage)}\n${error.details.hint}`;
  const title = `${report.operation || 'Membrane Hub'}: ${error.code}`;
  if (failOnError || error.code === 'CANCELLED') annotateError(title, text);
  else createLog().warning(`${title}\n${text}\nThe step stays green because fail-on-error is false.`);
  if (error.code === 'INTERNAL' && core.isDebug()) createLog().info(stackOf(error));
}

function stackOf(error: OperationError): string {
  const { cause } = error;
  return (cause instanceof Error ? cause.stack : error.stack) ?? 'There is no stack.';
}

/** A runner without summaries, or a full disk, is no reason to fail what was done. */
async function orWarning(body: () => Promise<void>): Promise<void> {
  try {
    await body();
  } catch (error) {
    createLog().warning(`The summary could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

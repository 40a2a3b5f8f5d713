import * as core from '@actions/core';
import { OperationError } from '../errors.ts';
import { clientActionUrl, connectionState, type StepReport } from '../step-report.ts';
import { WorkspacePathError, writeTemporaryFile, writeWorkspaceFile } from './workspace-file.ts';

/**
 * GitHub keeps 1 MB of outputs for a whole job, counted as UTF-16 (docs: passing information between jobs). One step
 * takes less than half of it, so that others have room.
 */
export const outputLimit = 200_000;

export interface OutputPlace {
  readonly workspace: string;
  /** The runner's temporary folder. */
  readonly temporary: string;
  /** As the user wrote it; a file in the temporary folder otherwise. */
  readonly outputFile: string | undefined;
}

/**
 * Writes the whole result to a file.
 * @returns its absolute path
 * @throws OperationError INPUT_INVALID where the file cannot be written
 */
export async function writeOutputFile(output: unknown, place: OutputPlace): Promise<string> {
  const text = `${toJson(output, 2)}\n`;
  if (place.outputFile === undefined) return writeTemporaryFile(place.temporary, 'output.json', text);
  try {
    return await writeWorkspaceFile(place.workspace, place.outputFile, text);
  } catch (error) {
    if (!(error instanceof WorkspacePathError)) throw error;
    throw new OperationError(
      'INPUT_INVALID',
      `The operation was carried out, but output-file \`${place.outputFile}\` ${error.message}`,
      {
        hint: 'Name a file of the workspace that can be written. Before you run the step again, note that the operation itself was done.',
        cause: error,
      },
    );
  }
}

/** Sets every output, also after a failure: a later step can always read `status`. */
export function setOutputs(report: StepReport, outputFile: string | undefined): void {
  for (const [name, value] of Object.entries({ ...commonOutputs(report), ...outcomeOutputs(report, outputFile) })) {
    core.setOutput(name, value ?? '');
  }
}

/** The error as users and later steps see it. */
export function errorOutput(operation: string, error: OperationError): Record<string, unknown> {
  const { hint, retryable = false, status, membraneType, membraneKey, actionRunId, requestId } = error.details;
  const told = { code: error.code, message: error.message, hint, operation, retryable };
  return { ...told, status, membraneType, membraneKey, actionRunId, requestId };
}

function commonOutputs(report: StepReport): Record<string, string | undefined> {
  return {
    'connection-id': report.connection?.id,
    'connection-state': report.connection && connectionState(report.connection),
    'cli-version': report.cliVersion,
    'client-action-url': clientActionUrl(report.connection),
  };
}

function outcomeOutputs(report: StepReport, outputFile: string | undefined): Record<string, string | undefined> {
  if (report.outcome.kind === 'failed') return failureOutputs(report.operation, report.outcome.error);
  const { result } = report.outcome;
  return {
    output: outputText(result.output, outputFile),
    'output-file': outputFile,
    status: result.status,
    changed: String(result.changed),
    id: result.id,
    url: result.url,
    count: result.count?.toString(),
    'action-id': result.actionId,
    'action-run-id': result.actionRunId,
    error: '',
    ...result.outputs,
  };
}

function failureOutputs(operation: string, error: OperationError): Record<string, string | undefined> {
  const changed = changedAfter(error);
  const text = toJson(errorOutput(operation, error));
  return { status: 'failed', changed, error: text, 'action-run-id': error.details.actionRunId };
}

/** Empty where nobody knows: later steps must not take that for 'no'. */
function changedAfter({ code, details }: OperationError): string {
  if (details.effect === 'done') return 'true';
  if (details.effect === 'none') return 'false';
  return code === 'OUTCOME_UNKNOWN' || code === 'CANCELLED' || code === 'TIMEOUT' ? '' : 'false';
}

function outputText(output: unknown, outputFile: string | undefined): string {
  const text = toJson(output);
  if (text.length <= outputLimit) return text;
  const note = `The result has ${text.length} characters, too many for an output. It is in the file.`;
  return toJson({ truncated: true, note, 'output-file': outputFile, characters: text.length });
}

/** JSON has no `undefined`: a result that is nothing at all is `null`. */
function toJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent) ?? 'null';
}

import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import * as core from '@actions/core';
import { OperationError } from '../errors.ts';
import type { OperationResult } from '../hub/operation-result.ts';
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
export async function writeOutputFile(result: OperationResult, place: OutputPlace): Promise<string> {
  const streamed = result.list?.file;
  const text = streamed === undefined ? `${toJson(wholeOutput(result), 2)}\n` : '';
  if (place.outputFile === undefined) return streamed ?? writeTemporaryFile(place.temporary, 'output.json', text);
  try {
    if (streamed === undefined) return await writeWorkspaceFile(place.workspace, place.outputFile, text);
    return await moveIntoWorkspace(streamed, place.workspace, place.outputFile);
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

/** What goes to the file: the query is for the outputs alone. */
function wholeOutput({ output, unqueried }: OperationResult): unknown {
  return unqueried === undefined ? output : unqueried.output;
}

async function moveIntoWorkspace(streamed: string, workspace: string, outputFile: string): Promise<string> {
  const file = await writeWorkspaceFile(workspace, outputFile, createReadStream(streamed));
  await rm(path.dirname(streamed), { recursive: true, force: true });
  return file;
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
  if (report.outcome.kind === 'done') return resultOutputs(report.outcome.result, outputFile);
  const { error, result } = report.outcome;
  const failure = failureOutputs(report.operation, error);
  if (result === undefined) return failure;
  const told = resultOutputs(result, outputFile);
  return { ...told, ...failure, changed: result.changed ? 'true' : failure.changed };
}

function resultOutputs(result: OperationResult, outputFile: string | undefined): Record<string, string | undefined> {
  return {
    output: outputText(result, outputFile),
    'output-file': outputFile,
    status: result.status,
    changed: String(result.changed),
    id: result.id,
    url: result.url,
    count: result.count?.toString(),
    'action-id': result.actionId,
    'action-run-id': result.actionRunId,
    matrix: '',
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

function outputText(result: OperationResult, outputFile: string | undefined): string {
  const { output, unqueried, list } = result;
  const isLeftInFile = unqueried === undefined && list?.file !== undefined && list.items === undefined;
  if (isLeftInFile && list.characters !== undefined) return tooLong(result, list.characters, outputFile);
  const text = toJson(output);
  return text.length <= outputLimit ? text : tooLong(result, text.length, outputFile);
}

function tooLong({ unqueried }: OperationResult, characters: number, outputFile: string | undefined): string {
  const [what, where] =
    unqueried === undefined
      ? ['result', 'It is in the file']
      : ['queried result', 'The file holds it before the query'];
  const note = `The ${what} has ${characters} characters, too many for an output. ${where}.`;
  return toJson({ truncated: true, note, 'output-file': outputFile, characters });
}

/** JSON has no `undefined`: a result that is nothing at all is `null`. */
function toJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent) ?? 'null';
}

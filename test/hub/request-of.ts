import { parseInputDocument } from '../../src/hub/input-document.ts';
import type { InputMapping } from '../../src/hub/input-value.ts';
import type { OperationRequest } from '../../src/hub/operation-request.ts';
import { readOperationRequest } from '../../src/hub/read-request.ts';
import type { InputProblem } from '../../src/input-problem.ts';

/** What a user wrote, as the action reads it; a text that is no document fails the test. */
export function documentOf(text: string): InputMapping {
  const parsed = parseInputDocument(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.document;
}

/** A request without problems; one with problems fails the test. */
export function requestOf(key: string, text: string, confirm = ''): OperationRequest {
  const read = readOperationRequest(key, documentOf(text), { confirm });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.request;
}

/** What is wrong with what a user wrote. */
export function problemsOf(key: string, text: string, confirm = ''): readonly InputProblem[] {
  const read = readOperationRequest(key, documentOf(text), { confirm });
  return read.ok ? [] : read.problems;
}

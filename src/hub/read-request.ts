import { catalogue, findOperation } from './catalogue.ts';
import type { InputMapping } from './input-value.ts';
import { type GivenBeside, type RequestReading, readRequestOf, unknownOperation } from './operation-request.ts';

/** Reads an operation's key and parameters and finds every problem that can be seen before the network is used. */
export function readOperationRequest(key: string, document: InputMapping, given: GivenBeside): RequestReading {
  const operation = findOperation(key);
  if (operation !== undefined) return readRequestOf(operation, document, given);
  const keys = catalogue.map((row) => row.key);
  return { ok: false, problems: [unknownOperation(key, keys)] };
}

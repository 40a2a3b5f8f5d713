import type { Log } from '../../log.ts';
import type { MembraneAction, ProxyRequest } from '../../membrane/client.ts';
import { isRecord } from '../json.ts';
import type { OperationResult } from '../operation-result.ts';
import type { Setting } from '../safe-repeat/repeat.ts';
import { planResult } from './plan-result.ts';

/** A call that the user wrote: what it changes is not known here, so only the call itself can be told. */
export function planRequest(request: ProxyRequest, log: Log): OperationResult {
  const { method, query = [], body, confidential, pathParameters = {} } = request;
  const path = Object.entries(pathParameters).reduce(
    (filled, [name, value]) => filled.replaceAll(`{${name}}`, () => encodeURIComponent(value)),
    request.path,
  );
  const sent = body?.kind === 'raw' ? body.text : body?.value;
  const secret = confidential === true;
  const settings = [...query.map(([name, value]) => wish(name, value, false)), ...wishes(sent, secret)];
  const headline = `Would be sent: ${method} ${path}`;
  return planResult(
    { operation: 'request', headline, changed: true, ways: [{ request: { method, path } }], settings },
    log,
  );
}

/** An action of the workspace, with its input as it would be given to it. */
export function planActionRun(action: MembraneAction, input: unknown, log: Log): OperationResult {
  const { id, key, name } = action;
  const headline = `Would be run: action '${name ?? key ?? id}'`;
  const plan = { operation: 'run-action', headline, changed: true, ways: [{ action: { id, key } }] };
  return { ...planResult({ ...plan, settings: wishes(input, false) }, log), actionId: id };
}

function wishes(sent: unknown, secret: boolean): Setting[] {
  if (sent === undefined) return [];
  return isRecord(sent)
    ? Object.entries(sent).map(([name, value]) => wish(name, value, secret))
    : [wish('body', sent, secret)];
}

function wish(name: string, wanted: unknown, secret: boolean): Setting {
  return { name, now: undefined, wanted, secret };
}

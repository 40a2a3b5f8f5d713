import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { inspect } from 'node:util';
import type { Application, RecordedRequest, ServedApplication, ServeOptions } from './application.ts';
import { IncomingCall, RefusedRequest } from './incoming-call.ts';
import { strike } from './strike.ts';
import { FaultSwitchboard } from './switchboard.ts';

/** Serves an application on loopback, records every request and applies the faults asked for. */
export async function serve(application: Application, options: ServeOptions = {}): Promise<ServedApplication> {
  const requests: RecordedRequest[] = [];
  const faults = new FaultSwitchboard();
  const closing = new AbortController();
  const server = createServer({ keepAlive: true }, (request, response) => {
    const call = receive(request, response, options, requests);
    handle(call, application, options, faults, closing.signal).catch((error: unknown) => refuse(call, error));
  });
  const port = await listen(server, options.port ?? 0);
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    faults,
    close: () => close(server, closing),
  };
}

interface Received {
  call: IncomingCall;
  response: ServerResponse;
  record: RecordedRequest;
}

function receive(
  request: IncomingMessage,
  response: ServerResponse,
  options: ServeOptions,
  requests: RecordedRequest[],
): Received {
  const url = new URL(`http://${request.headers.host ?? '127.0.0.1'}${request.url ?? '/'}`);
  const record = recordOf(request, url);
  if (!options.unrecorded?.(url.pathname)) requests.push(record);
  response.on('finish', () => {
    record.status = response.statusCode;
  });
  return {
    call: new IncomingCall(request, response, url, record),
    response,
    record,
  };
}

function recordOf(request: IncomingMessage, url: URL): RecordedRequest {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  const method = request.method ?? 'GET';
  return {
    time: Date.now(),
    method,
    path: url.pathname,
    query: url.search,
    headers,
    effects: [],
  };
}

async function handle(
  received: Received,
  application: Application,
  options: ServeOptions,
  faults: FaultSwitchboard,
  closing: AbortSignal,
): Promise<void> {
  const { call, response, record } = received;
  if (options.latencyMs && !options.unrecorded?.(record.path))
    await wait(options.latencyMs, undefined, { signal: closing }).catch(() => undefined);
  const route = options.routeOf?.(record.method, call.url);
  const fault = faults.next(`${record.method} ${record.path}`, route);
  if (!fault) return application(call);
  record.fault = fault.kind;
  if (route !== undefined) call.route = route;
  return strike(fault, { call, response, application, closing });
}

function refuse({ call, response }: Received, error: unknown): void {
  const isGone = response.destroyed || (call.request.destroyed && !call.request.complete);
  if (response.headersSent || isGone) {
    response.destroy();
    return;
  }
  const status = error instanceof RefusedRequest ? error.status : 500;
  const message = error instanceof Error ? error.message : String(error);
  // A fault of the sandbox itself must not pass for one that a test asked for.
  if (status === 500)
    process.stderr.write(`sandbox: ${call.request.method} ${call.url.pathname} failed: ${inspect(error)}\n`);
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ error: `sandbox: ${message}` }));
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The server has no port.'));
      else resolve(address.port);
    });
  });
}

function close(server: Server, closing: AbortController): Promise<void> {
  closing.abort();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

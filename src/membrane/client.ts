import type { Connection } from './connection-state.ts';

/** How a call is to be carried out. */
export interface CallOptions {
  /** Ends the call: the operation's deadline, or the cancelled workflow. Its reason is an OperationError. */
  readonly signal: AbortSignal;
}

/** Whether a call changes something: decides what may be repeated and what must be read back. */
export type CallEffect = 'read' | 'write';

export interface EffectOptions extends CallOptions {
  readonly effect: CallEffect;
}

/** An action of the workspace, as a search or a look-up answers it. */
export interface MembraneAction {
  readonly id: string;
  /** Empty for actions that nobody gave a key. */
  readonly key?: string | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  /** JSON Schema from outside: any shape, possibly cyclic, to be read with care. */
  readonly inputSchema?: unknown;
  readonly outputSchema?: unknown;
}

export interface ActionSearch {
  readonly connectionId: string;
  /** At most 200 characters. */
  readonly intent?: string;
  readonly limit?: number;
}

export interface ActionRun {
  readonly actionId: string;
  readonly connectionId: string;
  readonly input: unknown;
  /** The input holds a secret: it must not become an argument of a process. */
  readonly confidential?: boolean;
}

export interface ActionResult {
  readonly output: unknown;
  readonly actionRunId?: string | undefined;
}

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type ProxyBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'raw'; readonly text: string };

/** A call of the connected service's own API through Membrane's proxy. */
export interface ProxyRequest {
  readonly method: HttpMethod;
  /** Starts with a slash; already percent-encoded except for `{name}` places that `pathParameters` fill. */
  readonly path: string;
  readonly pathParameters?: Readonly<Record<string, string>>;
  /** In order; a key may be repeated. */
  readonly query?: readonly (readonly [name: string, value: string])[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: ProxyBody;
  /** The body holds a secret: it must not become an argument of a process. */
  readonly confidential?: boolean;
  /** The answer's headers are needed, which an older CLI does not print. */
  readonly needsHeaders?: boolean;
  /** The body is wanted as it is, a `Uint8Array`: nothing of it is read as text or JSON. */
  readonly bytes?: boolean;
}

export interface ProxyResponse {
  /** Missing where an older CLI prints the body alone: then it was a success. */
  readonly status?: number | undefined;
  /** Names in lower case; empty where an older CLI prints the body alone. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON where the answer was JSON, else text; a `Uint8Array` where `bytes` were asked for. */
  readonly body: unknown;
}

/**
 * Membrane, as the rest of the action sees it: implemented over the CLI and over the HTTP API. An implementation has
 * no retrying, no deadline and no logging of its own: decorators of this interface add them once.
 * Every method throws OperationError; a status of 400 and more from the service behind the proxy is thrown too, with
 * the answer in `details.upstream`.
 */
export interface MembraneClient {
  readonly transport: 'cli' | 'api';
  ensureConnection(appUrl: string, options: CallOptions): Promise<Connection>;
  /** With `waitSeconds` (1 to 60) the answer comes when the state changed or the time is over. */
  getConnection(id: string, options: CallOptions & { readonly waitSeconds?: number }): Promise<Connection>;
  searchActions(search: ActionSearch, options: CallOptions): Promise<readonly MembraneAction[]>;
  getAction(idOrKey: string, connectionId: string, options: CallOptions): Promise<MembraneAction>;
  runAction(run: ActionRun, options: EffectOptions): Promise<ActionResult>;
  request(connectionId: string, request: ProxyRequest, options: EffectOptions): Promise<ProxyResponse>;
  /** Ends what is still running (processes, sockets); safe to call twice. */
  close(): Promise<void>;
}

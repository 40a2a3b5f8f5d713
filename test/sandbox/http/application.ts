import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import type { FaultRule } from './fault-rule.ts';

/** One HTTP call as an application of the sandbox sees it. */
export interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Absolute; `url.pathname` is still percent-encoded. */
  readonly url: URL;
  /** Reads the whole body once (limit 64 MiB); the digest is recorded. */
  body(): Promise<Buffer>;
  /** The body as a stream, for large uploads; the digest is recorded as it passes. */
  stream(): Readable;
  /** Set by the application as soon as a route matched, e.g. 'POST /api/repos/create'. */
  route: string | undefined;
  /** Appended by the application when state changed, e.g. 'create-repository model my-org/my-model'. */
  readonly effects: string[];
}

/** Writes the answer on `call.response`; a rejection becomes a 500. */
export type Application = (call: Call) => Promise<void>;

/** What is kept of every request, so that a test can say 'exactly once'. */
export interface RecordedRequest {
  /** Milliseconds since the epoch, when the head of the request had arrived. */
  time: number;
  method: string;
  path: string;
  query: string;
  headers: Record<string, string>;
  route?: string;
  /** SHA-256 of the body, hex. */
  bodyDigest?: string;
  /** Up to 64 KiB, JSON only. */
  bodyText?: string;
  status?: number;
  effects: string[];
  /** The kind of the fault that was applied. */
  fault?: string;
}

/** Faults that a test asks for; see fault-rule.ts for what there is. */
export interface Switchboard {
  add(...rules: FaultRule[]): void;
  /** Forgets all rules and all counts. */
  clear(): void;
  /** How many requests a rule was applied to so far, in the order the rules were added. */
  readonly applied: readonly number[];
}

export interface ServedApplication {
  /** 'http://127.0.0.1:PORT', without a slash at the end. */
  readonly url: string;
  readonly requests: RecordedRequest[];
  readonly faults: Switchboard;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** Before the application runs, for each request. */
  latencyMs?: number;
  /** Chosen by the operating system when absent. */
  port?: number;
  /**
   * Names a request's route before the application ran, so that faults which strike earlier
   * can be matched by route. Without it they match on 'METHOD path'.
   */
  routeOf?: (method: string, url: URL) => string | undefined;
  /** Paths that are the sandbox's own business (its switches, its pages) and no part of the record. */
  unrecorded?: (path: string) => boolean;
}

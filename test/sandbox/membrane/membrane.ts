import type { Application } from '../http/application.ts';
import { ACCOUNT_ROUTES, UNKNOWN_ROUTE } from './account-routes.ts';
import { ACTION_ROUTES } from './action-routes.ts';
import { Actions } from './actions.ts';
import { answerFailure } from './answer.ts';
import { type CliBehaviour, ORDINARY_CLI } from './cli-behaviour.ts';
import type { Connection } from './connection.ts';
import { CONNECTION_ROUTES } from './connection-routes.ts';
import { type ConnectionScript, type ConnectionScriptName, READY, scriptOf } from './connection-script.ts';
import { Connections } from './connections.ts';
import { type Answers, doubtsFor } from './doubts.ts';
import { depthsFrom, invalidRequest, MembraneFailure, notFound } from './envelope.ts';
import type { Dialect } from './operations/dialect.ts';
import type { ProxyBase } from './proxy.ts';
import { match } from './router.ts';
import type { MembraneState } from './state.ts';
import { Tokens, type Workspace } from './tokens.ts';

export interface MembraneOptions {
  workspace: Workspace;
  hub: { url: () => string; token: string };
  actions?: Dialect;
  proxyBase?: ProxyBase;
  answers?: Answers;
  /** What each new connection to the Hub goes through. */
  connection?: ConnectionScript | ConnectionScriptName;
  cli?: Partial<CliBehaviour>;
  seed?: number;
  /** What a second of long polling lasts here, in milliseconds; 1000 unless a test is in a hurry. */
  secondMs?: number;
}

export interface Membrane {
  application: Application;
  /** For serve(): lets faults match by route. */
  routeOf(method: string, url: URL): string | undefined;
  /** Set once it is served. */
  baseUrl: string;
  tokens: Tokens;
  /** How many commands of the stand-in CLI have begun, `--version` and `--help` aside. */
  readonly cliCommands: number;
  /** All connections, of all tenants. */
  readonly connections: readonly Connection[];
  /** The tenant's connection to the Hub, made where there is none; answers its id. */
  connect(tenantKey: string): string;
  /** The person acts on a connection that asked for it. */
  performClientAction(connectionId: string): void;
  /** Replaces what a connection still goes through, at once. */
  follow(connectionId: string, script: ConnectionScript | ConnectionScriptName): void;
  /** How the stand-in CLI behaves from its next command on. */
  setCli(behaviour: Partial<CliBehaviour>): void;
}

/** SDK 0.28 sends the second; without the header Membrane takes the first. */
const API_VERSIONS = ['legacy', '2025-10-21'];
/** MEMBRANE.md: what a synchronous action run may take. */
const RUN_LIMIT_SECONDS = 50;
const ROUTES = [...ACCOUNT_ROUTES, ...CONNECTION_ROUTES, ...ACTION_ROUTES, UNKNOWN_ROUTE];

export function createMembrane(options: MembraneOptions): Membrane {
  const state = stateOf(options);
  const connection = (id: string) => {
    const found = state.connections.all.find((one) => one.id === id);
    if (!found) throw notFound(`Connection "${id}"`);
    return found;
  };
  return {
    application: applicationOn(state),
    routeOf: (method, url) => match(ROUTES, method, url.pathname)?.name,
    get baseUrl() {
      return state.baseUrl;
    },
    set baseUrl(url) {
      state.baseUrl = url;
    },
    tokens: state.tokens,
    connections: state.connections.all,
    get cliCommands() {
      return state.cliCommands;
    },
    connect: (tenantKey) => {
      const caller = { workspaceKey: state.workspaceKey, tenantKey, name: tenantKey };
      return state.connections.ensure(caller, 'https://huggingface.co/').connection.id;
    },
    performClientAction: (id) => connection(id).performClientAction(),
    follow: (id, script) => connection(id).follow(scriptOf(script)),
    setCli: (behaviour) => {
      state.cli = { ...state.cli, ...behaviour };
    },
  };
}

function stateOf(options: MembraneOptions): MembraneState {
  const { hub } = options;
  return {
    baseUrl: '',
    workspaceKey: options.workspace.key,
    tokens: new Tokens(options.workspace),
    connections: new Connections(scriptOf(options.connection ?? READY)),
    actions: new Actions(options.actions ?? 'canonical'),
    runLogs: new Map(),
    loginCodes: new Map(),
    cli: { ...ORDINARY_CLI, ...options.cli },
    cliCommands: 0,
    secondMs: options.secondMs ?? 1000,
    proxyBase: options.proxyBase ?? 'root',
    doubts: doubtsFor(options.answers ?? 'newer'),
    depth: depthsFrom(options.seed ?? 1),
    hub: {
      get url() {
        return hub.url();
      },
      token: hub.token,
      patienceMs: RUN_LIMIT_SECONDS * (options.secondMs ?? 1000),
    },
  };
}

function applicationOn(state: MembraneState): Application {
  return async (call) => {
    const found = match(ROUTES, call.request.method ?? 'GET', call.url.pathname);
    if (!found) throw new Error('No route fits, not even the last.');
    call.route = found.name;
    try {
      checkVersion(call.request.headers['membrane-api-version']);
      await found.route.handle({ call, state, parameters: found.parameters });
    } catch (error) {
      if (!(error instanceof MembraneFailure) || call.response.headersSent) throw error;
      answerFailure(call, error);
    }
  };
}

function checkVersion(version: string | string[] | undefined): void {
  if (version === undefined || API_VERSIONS.includes(String(version))) return;
  throw invalidRequest(`Unknown API version: ${String(version)}`);
}

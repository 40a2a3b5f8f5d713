import type { Actions } from './actions.ts';
import type { CliBehaviour } from './cli-behaviour.ts';
import type { Connections } from './connections.ts';
import type { ProxyContext } from './proxy.ts';
import type { ActionRunLog } from './run-action.ts';
import type { Tokens } from './tokens.ts';

/** Everything the sandbox's Membrane knows. */
export interface MembraneState extends ProxyContext {
  /** Its own address, for the links it hands out; set once it is served. */
  baseUrl: string;
  workspaceKey: string;
  tokens: Tokens;
  connections: Connections;
  actions: Actions;
  runLogs: Map<string, ActionRunLog>;
  /** Codes that `membrane login complete` may trade for a token: code → tenant. */
  loginCodes: Map<string, string>;
  cli: CliBehaviour;
  /** How many commands of the stand-in CLI have begun. */
  cliCommands: number;
  /** What a second of long polling lasts here, in milliseconds. */
  secondMs: number;
}

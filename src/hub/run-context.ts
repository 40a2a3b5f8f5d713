import type { Log } from '../log.ts';
import type { MembraneClient } from '../membrane/client.ts';
import type { Connection } from '../membrane/connection-state.ts';
import type { Runtime } from '../runtime.ts';
import type { Host } from './host.ts';
import type { HubProxy } from './hub-proxy.ts';
import type { ItemStore } from './pages/item-store.ts';
import type { RunOptions } from './run-options.ts';

/** What an operation runs with. */
export interface RunContext {
  readonly client: MembraneClient;
  /** READY. */
  readonly connection: Connection;
  readonly log: Log;
  readonly runtime: Runtime;
  readonly signal: AbortSignal;
  /** How often what is safe to repeat is repeated. */
  readonly retries: number;
  /** After `signal` has aborted: the little time that is left to find out what became of a write under way. */
  readonly lastLook: () => AbortSignal;
  /** Share one among operations on the same connection: it remembers what it found out about it. */
  readonly hub: HubProxy;
  readonly options: RunOptions;
  readonly host: Host;
  /** Where the items of a long list go as they come; without it they stay in memory. */
  readonly items?: ItemStore | undefined;
}

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AuditContext } from '../../../src/hub/audit/audit-context.ts';
import type { WorkFiles } from '../../../src/hub/audit/work-files.ts';
import type { Log } from '../../../src/log.ts';
import { sleep } from '../../../src/runtime.ts';
import type { RecordedRequest } from '../../sandbox/http/application.ts';
import { serve } from '../../sandbox/http/serve.ts';
import { createHub, type Hub, type HubOptions } from '../../sandbox/hub/hub.ts';
import { SEEDED_TOKENS } from '../../sandbox/hub/seed.ts';
import { callsOver } from './calls-over.ts';

/** The day of the tests: after everything the sandbox generates. */
export const today = Date.UTC(2026, 10, 23, 6);

/** A quota that is never used up: the sandbox's own is a free account's. */
const unlimited = { quota: 100_000_000, windowSeconds: 300 };

/** A Hub of the sandbox, and what an audit needs to look at it. */
export interface AuditedHub {
  readonly hub: Hub;
  readonly url: string;
  readonly requests: RecordedRequest[];
  readonly folder: string;
  readonly said: string[];
  /** Another time, another account, a dry run. */
  context(changes?: Partial<AuditContext> & { readonly now?: number; readonly token?: string }): AuditContext;
  close(): Promise<void>;
}

/** Starts a Hub; files of the audit go into a folder of its own. */
export async function startAuditedHub(options: HubOptions = {}): Promise<AuditedHub> {
  const settings = { rateLimits: { api: unlimited, resolvers: unlimited, pages: unlimited }, ...options.settings };
  const hub = createHub({ ...options, settings });
  const server = await serve(hub.application, { routeOf: hub.routeOf });
  hub.baseUrl = server.url;
  const folder = await mkdtemp(path.join(tmpdir(), 'audit-'));
  const said: string[] = [];
  return {
    hub,
    url: server.url,
    requests: server.requests,
    folder,
    said,
    context: ({ now = today, token = SEEDED_TOKENS.ada, ...changes } = {}) => ({
      calls: callsOver(server.url, token),
      files: filesIn(folder),
      log: logInto(said),
      runtime: {
        env: {},
        platform: process.platform,
        execPath: process.execPath,
        fetch,
        now: () => now,
        random: () => 0.5,
        sleep,
      },
      signal: new AbortController().signal,
      dryRun: false,
      ...changes,
    }),
    close: async () => {
      await server.close();
      await hub.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export function filesIn(folder: string): WorkFiles {
  const resolve = async (given: string) => path.join(folder, given);
  return {
    readText: async (given) => readFile(path.join(folder, given), 'utf8'),
    pathToRead: resolve,
    pathToWrite: resolve,
  };
}

function logInto(said: string[]): Log {
  const say = (message: string) => {
    said.push(message);
  };
  return { debug: say, info: say, notice: say, warning: say };
}

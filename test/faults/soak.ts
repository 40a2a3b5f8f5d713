import { rm } from 'node:fs/promises';
import { OperationError } from '../../src/errors.ts';
import { openHubProxy } from '../../src/hub/hub-proxy.ts';
import { runOperation } from '../../src/hub/run-operation.ts';
import { type Runtime, sleep } from '../../src/runtime.ts';
import { requestOf } from '../hub/request-of.ts';
import { sandboxContext } from '../hub/sandbox-context.ts';
import { openTo } from '../membrane/opened.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

/** One operation of a soak: every one has an object of its own, so that its effects can be told from others'. */
export interface SoakOperation {
  readonly key: string;
  readonly input: string;
  readonly confirm: string;
  /** What the Hub records for it; empty for a read. */
  readonly effect: string;
}

export interface SoakResult {
  readonly operation: SoakOperation;
  /** Empty after a success. */
  readonly code: string;
  readonly message: string;
  readonly log: readonly string[];
}

/** Names of repositories that a soak's updates, moves and deletes work on. */
export function soakRepository(index: number): string {
  return `soak-${index}`;
}

/** The operations in turn; all but reads change something that only they change. */
export function soakOperation(index: number): SoakOperation {
  const repository = `my-org/${soakRepository(index)}`;
  const input = `repository: ${repository}`;
  switch (index % 6) {
    case 0:
      return { key: 'create-repository', input, confirm: '', effect: `create-repository model ${repository}` };
    case 1:
      return {
        ...{ key: 'update-model-settings', confirm: '', input: `${input}\nprivate: true\ngated: auto` },
        effect: `update-settings model ${repository}`,
      };
    case 2:
      return {
        ...{ key: 'create-discussion', confirm: '', input: `${input}\ntitle: Number ${index}\ndescription: Soak` },
        effect: `open-discussion model ${repository} #1`,
      };
    case 3:
      return { key: 'delete-repository', input, confirm: repository, effect: `delete-repository model ${repository}` };
    case 4:
      return {
        ...{ key: 'move-repository', confirm: repository, input: `${input}\nto-repository: ${repository}-moved` },
        effect: `move-repository model ${repository} ${repository}-moved`,
      };
    default:
      return { key: 'get-model', input: 'repository: my-org/my-model', confirm: '', effect: '' };
  }
}

/** An operation's limit, milliseconds: what stalls must not hold up the soak. */
const limit = 10_000;
/** A wait lasts so much less than it says; the clock goes on as if it had lasted. */
const hurry = 25;

/** A machine whose waits are short. */
function hurriedRuntime(): Pick<Runtime, 'now' | 'sleep' | 'random'> {
  let skipped = 0;
  return {
    now: () => Date.now() + skipped,
    random: Math.random,
    sleep: async (milliseconds, signal) => {
      await sleep(milliseconds / hurry, signal);
      skipped += milliseconds - milliseconds / hurry;
    },
  };
}

/** Runs one operation as a step does, from opening the client on. */
export async function soakOnce(
  sandbox: Sandbox,
  operation: SoakOperation,
  transport: 'cli' | 'api',
): Promise<SoakResult> {
  const opened = await openTo(sandbox, { transport, retries: 4, runtime: hurriedRuntime() });
  const { client, runtime, log } = opened;
  const timeout = new AbortController();
  const reason = new OperationError('TIMEOUT', 'The time is over.', { hint: '', retryable: true });
  const timer = setTimeout(() => timeout.abort(reason), limit);
  const context = {
    ...sandboxContext(sandbox),
    ...{ client, runtime, log, retries: 4, signal: timeout.signal },
    hub: openHubProxy(client, sandbox.connectionId, log),
    lastLook: () => AbortSignal.timeout(limit),
  };
  try {
    await runOperation(requestOf(operation.key, operation.input, operation.confirm), context);
    return { operation, code: '', message: '', log: log.lines };
  } catch (error) {
    const code = error instanceof OperationError ? error.code : 'uncaught';
    return { operation, code, message: String(error), log: log.lines };
  } finally {
    clearTimeout(timer);
    await client.close();
    for (const home of opened.homes) await rm(home, { recursive: true, force: true });
  }
}

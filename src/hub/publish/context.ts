import type { Log } from '../../log.ts';
import type { Runtime } from '../../runtime.ts';
import type { HubCalls } from './hub-calls.ts';
import type { SendToStorage } from './storage.ts';
import type { JobIdentity } from './trusted-publisher.ts';

export type UploadThrough = 'membrane' | 'trusted-publisher';

/** What `publish` runs with. */
export interface PublishContext {
  /** The Hub through Membrane. */
  readonly hub: HubCalls;
  /** Absolute path; what is published lies in it. */
  readonly workspace: string;
  readonly dryRun: boolean;
  readonly uploadThrough: UploadThrough;
  readonly identity: JobIdentity;
  /** The Hub itself, for a trusted publisher: `https://huggingface.co`, without a slash at its end. */
  readonly hubUrl: string;
  /** Told of each secret that comes up, before its first use. */
  readonly onSecret: (value: string) => void;
  /** Times that what is safe to repeat is sent again. */
  readonly retries: number;
  readonly log: Log;
  readonly runtime: Runtime;
  readonly signal: AbortSignal;
  /** Shows the lines of a longer piece of work folded under a title. */
  readonly fold?: (<Result>(title: string, work: () => Promise<Result>) => Promise<Result>) | undefined;
  /** Bytes of one request that the transport takes; Membrane's own limit where nothing is said. */
  readonly requestBytes?: number | undefined;
  readonly storage?: SendToStorage | undefined;
}

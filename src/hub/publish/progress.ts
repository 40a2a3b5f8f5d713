import type { Log } from '../../log.ts';
import { shownBytes, shownSeconds } from './shown.ts';

/** A line every so often: a log is read, not watched. Milliseconds. */
const lineEveryMs = 5000;

/** How far large files are; told in the log. */
export interface Progress {
  /** Negative for what has to be sent again. */
  sent(bytes: number): void;
  /** `waiting` bytes were on the Hub already. */
  finished(waiting?: number): void;
  readonly bytesSent: number;
}

export function openProgress(
  total: { readonly files: number; readonly bytes: number },
  { log, now }: { readonly log: Log; readonly now: () => number },
): Progress {
  const began = now();
  let told = began;
  let bytes = 0;
  let present = 0;
  let files = 0;
  const line = () => {
    const seconds = Math.max(0.001, (now() - began) / 1000);
    const left = Math.max(0, total.bytes - bytes - present);
    const rate = bytes / seconds;
    const until = rate > 0 && left > 0 ? `, ${shownSeconds(left / rate)} left` : '';
    return `${files} of ${total.files} large files, ${shownBytes(bytes + present)} of ${shownBytes(total.bytes)}, ${shownBytes(rate)}/s${until}`;
  };
  const tell = (last: boolean) => {
    if (!last && now() - told < lineEveryMs) return;
    told = now();
    log.info(line());
  };
  return {
    sent(count) {
      bytes += count;
      tell(false);
    },
    finished(waiting = 0) {
      present += waiting;
      files += 1;
      tell(files === total.files);
    },
    get bytesSent() {
      return bytes;
    },
  };
}

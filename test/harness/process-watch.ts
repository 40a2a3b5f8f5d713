import { readFileSync } from 'node:fs';

/** Short enough to see a CLI that only prints its version. */
const samplingInterval = 5;

/** The argument lists of every process below one, as `ps` would have shown them to anybody on the machine. */
export interface ProcessWatch {
  /** Ends the watch; argument lists in the order they were first seen. */
  stop(): string[][];
}

/** Only Linux shows processes in `/proc`: elsewhere nothing is seen, and a test that needs it is for Linux. */
export function watchArguments(pid: number): ProcessWatch {
  const seen = new Map<string, string[]>();
  const sample = (): void => {
    for (const child of descendants(pid)) {
      const args = commandLine(child);
      // Between fork and exec a child still shows its parent's arguments; they are its parent's, seen already.
      if (args.length > 0) seen.set(`${child} ${args.join('\0')}`, args);
    }
  };
  const timer = setInterval(sample, samplingInterval);
  return {
    stop: () => {
      clearInterval(timer);
      return [...seen.values()];
    },
  };
}

/** The processes below one that are still there. */
export function descendants(pid: number): number[] {
  const children = readProcess(`${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

function commandLine(pid: number): string[] {
  return readProcess(`${pid}/cmdline`).split('\0').filter(Boolean);
}

function readProcess(file: string): string {
  try {
    return readFileSync(`/proc/${file}`, 'utf8');
  } catch {
    return '';
  }
}

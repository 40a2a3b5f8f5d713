import { type ChildProcess, spawn } from 'node:child_process';

/** Between asking a process to end and ending it, milliseconds. After SIGTERM the runner leaves the step 2.5 s for all. */
const termGrace = 400;

export interface ProcessTree {
  /** Asks the process and all it started to end, and ends them soon after. */
  end(): void;
  /** Ends what a finished process left behind. */
  sweep(): void;
  /** Resolves when nothing is under way any more. */
  gone(): Promise<void>;
}

export function endTree(child: ChildProcess, platform: NodeJS.Platform): ProcessTree {
  return platform === 'win32' ? windowsTree(child) : posixTree(child);
}

/** The child leads its own process group, so a negative process id names all of it. */
function posixTree(child: ChildProcess): ProcessTree {
  let timer: NodeJS.Timeout | undefined;
  const sweep = () => {
    clearTimeout(timer);
    signalGroup(child, 'SIGKILL');
  };
  return {
    end() {
      if (timer !== undefined) return;
      signalGroup(child, 'SIGTERM');
      timer = setTimeout(sweep, termGrace);
    },
    sweep,
    gone: async () => clearTimeout(timer),
  };
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // ESRCH: nobody of the group is left, which is what was wanted. EPERM (macOS): only zombies are left.
  }
}

/** Windows has no signals and no groups: `taskkill /T` walks the tree while its root is still there. */
function windowsTree(child: ChildProcess): ProcessTree {
  let killing: Promise<void> | undefined;
  return {
    end() {
      killing ??= taskkill(child);
    },
    sweep: () => undefined,
    gone: async () => killing,
  };
}

function taskkill(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return Promise.resolve();
  const killer = spawn('taskkill', ['/PID', String(child.pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
  return new Promise((resolve) => {
    killer.once('error', () => {
      child.kill();
      resolve();
    });
    killer.once('exit', () => resolve());
  });
}

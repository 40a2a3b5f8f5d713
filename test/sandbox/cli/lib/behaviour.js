import { spawn } from 'node:child_process';

const ORDINARY = { json: 'response', noise: false, errors: 'envelope', fault: 'none', faultOn: '' };

/** Long enough to outlive any test that forgot it, short enough to end by itself. */
const SLEEP_MS = 120_000;

/** How the sandbox wants this command to behave; any other server is met ordinarily. */
export async function behaviourFrom(apiUri, commandName) {
  try {
    const response = await fetch(`${apiUri}/sandbox/cli-behaviour`, { signal: AbortSignal.timeout(2000) });
    const behaviour = response.ok ? { ...ORDINARY, ...(await response.json()) } : ORDINARY;
    return commandName.startsWith(behaviour.faultOn) ? behaviour : { ...behaviour, fault: 'none' };
  } catch {
    return ORDINARY;
  }
}

/** Carries out the faults that strike before a command runs, or after its answer is there. */
export async function misbehave(fault, when) {
  if (when === 'after') {
    if (fault === 'hang-after') await sleep();
    return;
  }
  if (fault === 'die') process.kill(process.pid, 'SIGKILL');
  if (fault === 'ignore-sigterm') {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => {});
  }
  // The child holds our stdout and stderr open, so that waiting for their end is not enough.
  if (fault === 'grandchild')
    spawn(process.execPath, ['-e', `setTimeout(() => {}, ${SLEEP_MS})`], { stdio: 'inherit' });
  if (['hang', 'ignore-sigterm', 'grandchild'].includes(fault)) await sleep();
}

function sleep() {
  return new Promise((resolve) => setTimeout(resolve, SLEEP_MS));
}

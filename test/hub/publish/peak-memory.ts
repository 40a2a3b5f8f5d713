import { readFileSync } from 'node:fs';

/**
 * The most memory this process has had, in KB. On Linux not what getrusage says: that is carried over `exec`, so that a
 * small process started by a large one reports the large one's peak.
 */
export function peakKilobytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS;
  const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  if (peak === undefined) throw new Error('/proc/self/status tells no VmHWM.');
  return Number(peak);
}

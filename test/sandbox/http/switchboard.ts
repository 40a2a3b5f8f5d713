import type { Switchboard } from './application.ts';
import type { FaultRule } from './fault-rule.ts';

interface Counted {
  rule: FaultRule;
  seen: number;
  applied: number;
}

/** The rules of one server and how often each has matched and struck. */
export class FaultSwitchboard implements Switchboard {
  #rules: Counted[] = [];

  add(...rules: FaultRule[]): void {
    for (const rule of rules) this.#rules.push({ rule, seen: 0, applied: 0 });
  }

  clear(): void {
    this.#rules = [];
  }

  get applied(): readonly number[] {
    return this.#rules.map((counted) => counted.applied);
  }

  /** The fault for this request, if one is due. Every matching rule counts it; the first that is due strikes. */
  next(methodAndPath: string, route: string | undefined): FaultRule | undefined {
    let due: Counted | undefined;
    for (const counted of this.#rules) {
      if (!matches(counted.rule.match, methodAndPath, route)) continue;
      counted.seen += 1;
      if (!due && isDue(counted)) due = counted;
    }
    if (due) due.applied += 1;
    return due?.rule;
  }
}

function matches(match: string | RegExp, methodAndPath: string, route: string | undefined): boolean {
  if (typeof match === 'string') return match === route || match === methodAndPath;
  // A sticky or global expression would remember where it stopped.
  return new RegExp(match.source, match.flags.replace(/[gy]/g, '')).test(methodAndPath);
}

function isDue({ rule, seen, applied }: Counted): boolean {
  if (rule.times !== undefined && applied >= rule.times) return false;
  if (rule.every !== undefined) return seen % rule.every === 0;
  if (rule.nth === undefined) return true;
  return typeof rule.nth === 'number' ? seen === rule.nth : rule.nth.includes(seen);
}

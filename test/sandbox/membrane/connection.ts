import { EventEmitter, once } from 'node:events';
import type { ClientAction, ConnectionScript, ConnectionStep } from './connection-script.ts';

const LASTING: ConnectionStep = { state: 'READY' };

/** One connection, going through the steps of its script. */
export class Connection {
  readonly id: string;
  readonly tenantKey: string;
  readonly domain: string;
  readonly createdAt = new Date();
  name: string;
  key: string | undefined;
  meta: unknown;
  updatedAt = new Date();
  archivedAt: Date | undefined;
  #steps: ConnectionStep[];
  #enteredAt: number | undefined;
  #polls = 0;
  readonly #changes = new EventEmitter();

  constructor(id: string, tenantKey: string, domain: string, name: string, script: ConnectionScript) {
    this.id = id;
    this.tenantKey = tenantKey;
    this.domain = domain;
    this.name = name;
    this.#steps = [...script];
    this.#changes.setMaxListeners(0);
  }

  /** The step it is in now; the clock of timed steps starts when somebody first looks. */
  get step(): ConnectionStep {
    this.#enteredAt ??= Date.now();
    while (this.#isOver()) this.#advance();
    return this.#steps[0] ?? LASTING;
  }

  get isReady(): boolean {
    return this.step.state === 'READY' && this.archivedAt === undefined;
  }

  /** Counts one GET that is about to be answered, and answers the step it shows. */
  poll(): ConnectionStep {
    const { step } = this;
    this.#polls += 1;
    return step;
  }

  /** Replaces what is still to come, at once. */
  follow(script: ConnectionScript): void {
    this.#steps = [...script];
    this.#enter();
  }

  /** The person has acted: the step that asked for it is over. */
  performClientAction(): void {
    if (this.step.state !== 'CLIENT_ACTION_REQUIRED') return;
    this.#advance();
  }

  /** Resolves when the state changes, or after so many milliseconds. */
  async changeWithin(ms: number): Promise<void> {
    const { state, ms: lasting } = this.step;
    if (state !== 'BUILDING' && state !== 'CLIENT_ACTION_REQUIRED') return;
    const left = lasting === undefined ? ms : Math.max(0, (this.#enteredAt ?? Date.now()) + lasting - Date.now());
    const signal = AbortSignal.timeout(Math.min(ms, left));
    await once(this.#changes, 'change', { signal }).catch(() => undefined);
  }

  /** The client action as an answer carries it; `defaultUrl` is the sandbox's own page. */
  clientAction(defaultUrl: string): ClientAction | undefined {
    const action = this.step.clientAction;
    if (!action) return undefined;
    const { uiUrl, ...rest } = action;
    return uiUrl === false ? rest : { ...rest, uiUrl: uiUrl ?? defaultUrl };
  }

  #isOver(): boolean {
    const step = this.#steps[0];
    if (!step || this.#steps.length === 1) return false;
    if (step.polls !== undefined && this.#polls >= step.polls) return true;
    return step.ms !== undefined && Date.now() - (this.#enteredAt ?? Date.now()) >= step.ms;
  }

  #advance(): void {
    this.#steps.shift();
    this.#enter();
  }

  #enter(): void {
    this.#enteredAt = Date.now();
    this.#polls = 0;
    this.updatedAt = new Date();
    this.#changes.emit('change');
  }
}

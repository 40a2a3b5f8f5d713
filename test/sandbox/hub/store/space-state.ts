import { HubError } from '../errors.ts';

/** A secret or a variable of a Space; a secret's value is never read back. */
export interface SpaceSetting {
  readonly value: string;
  readonly description: string | undefined;
  readonly updatedAt: Date;
}

/** Where a Space's run is. */
export type Stage = 'NO_APP_FILE' | 'BUILDING' | 'RUNNING' | 'PAUSED' | 'SLEEPING' | 'RUNTIME_ERROR' | 'STOPPED';

/** Seconds after which an idle Space on free hardware is put to sleep. */
const FREE_HARDWARE_SLEEP = 172_800;

/** The hardware that can be asked for. */
export const HARDWARE: ReadonlyArray<{
  name: string;
  prettyName: string;
  cpu: string;
  ram: string;
  accelerator: string | null;
  centsPerHour: number;
}> = [
  { name: 'cpu-basic', prettyName: 'CPU Basic', cpu: '2 vCPU', ram: '16 GB', accelerator: null, centsPerHour: 0 },
  { name: 'cpu-upgrade', prettyName: 'CPU Upgrade', cpu: '8 vCPU', ram: '32 GB', accelerator: null, centsPerHour: 3 },
  { name: 'zero-a10g', prettyName: 'ZeroGPU', cpu: '-', ram: '-', accelerator: 'ZeroGPU', centsPerHour: 0 },
  {
    name: 't4-small',
    prettyName: 'Nvidia T4 - small',
    cpu: '4 vCPU',
    ram: '15 GB',
    accelerator: 'T4',
    centsPerHour: 40,
  },
  {
    name: 't4-medium',
    prettyName: 'Nvidia T4 - medium',
    cpu: '8 vCPU',
    ram: '30 GB',
    accelerator: 'T4',
    centsPerHour: 60,
  },
  { name: 'l4x1', prettyName: '1x Nvidia L4', cpu: '8 vCPU', ram: '30 GB', accelerator: 'L4', centsPerHour: 80 },
  {
    name: 'a10g-small',
    prettyName: 'Nvidia A10G - small',
    cpu: '4 vCPU',
    ram: '15 GB',
    accelerator: 'A10G',
    centsPerHour: 100,
  },
  {
    name: 'a10g-large',
    prettyName: 'Nvidia A10G - large',
    cpu: '12 vCPU',
    ram: '46 GB',
    accelerator: 'A10G',
    centsPerHour: 150,
  },
  {
    name: 'a100-large',
    prettyName: 'Nvidia A100 - large',
    cpu: '12 vCPU',
    ram: '142 GB',
    accelerator: 'A100',
    centsPerHour: 250,
  },
];

/** The part of a Space that is not in its files. */
export class SpaceState {
  stage: Stage = 'NO_APP_FILE';
  hardware = 'cpu-basic';
  sleepTimeSeconds: number = FREE_HARDWARE_SLEEP;
  devMode = false;
  volumes: unknown[] = [];
  readonly secrets = new Map<string, SpaceSetting>();
  readonly variables = new Map<string, SpaceSetting>();

  /** Free hardware cannot choose when to sleep; paid hardware never sleeps unless told to. */
  requestHardware(flavor: string, sleepTimeSeconds: number | undefined): void {
    if (!HARDWARE.some((one) => one.name === flavor)) {
      throw new HubError(400, `Invalid hardware: ${flavor}`);
    }
    this.hardware = flavor;
    const free = flavor === 'cpu-basic';
    this.sleepTimeSeconds = free ? FREE_HARDWARE_SLEEP : (sleepTimeSeconds ?? -1);
    if (this.stage !== 'NO_APP_FILE') this.stage = 'RUNNING';
  }

  /** What the Hub tells about the run. */
  runtime(): Record<string, unknown> {
    const running = this.stage === 'RUNNING';
    return {
      stage: this.stage,
      hardware: { current: running ? this.hardware : null, requested: this.hardware },
      storage: null,
      gcTimeout: this.sleepTimeSeconds === -1 ? null : this.sleepTimeSeconds,
      replicas: { requested: 1, ...(running && { current: 1 }) },
      devMode: this.devMode,
      domains: [],
      ...(this.volumes.length > 0 && { volumes: this.volumes }),
    };
  }
}

import type { HubProbe } from '../action/hub-probe.ts';

/** One operation of each kind that a fault may meet. */
export interface OperationKind {
  readonly name: 'read' | 'create' | 'update' | 'discussion' | 'destroy' | 'move';
  readonly operation: string;
  /** The Hub's own call behind it. */
  readonly hubCall: RegExp;
  readonly input: unknown;
  readonly inputs?: Readonly<Record<string, string>>;
  /** What must be there before. */
  prepare?(hub: HubProbe): Promise<void>;
}

const repository = 'my-org/struck';

export const operationKinds: readonly OperationKind[] = [
  {
    name: 'read',
    operation: 'get-model',
    hubCall: /^GET \/api\/models\/my-org\/my-model$/,
    input: { repository: 'my-org/my-model' },
  },
  {
    name: 'create',
    operation: 'create-repository',
    hubCall: /^POST \/api\/repos\/create$/,
    input: { repository, type: 'model', private: true },
  },
  {
    name: 'update',
    operation: 'update-model-settings',
    hubCall: /^PUT \/api\/models\/my-org\/struck\/settings$/,
    input: { repository, private: true, gated: 'manual' },
    prepare: create,
  },
  {
    name: 'discussion',
    operation: 'create-discussion',
    hubCall: /^POST \/api\/models\/my-org\/my-model\/discussions$/,
    input: { repository: 'my-org/my-model', title: 'Weights of the release', description: 'Where\nare they?' },
  },
  {
    name: 'destroy',
    operation: 'delete-repository',
    hubCall: /^DELETE \/api\/repos\/delete$/,
    input: { repository, type: 'model' },
    inputs: { confirm: repository },
    prepare: create,
  },
  {
    name: 'move',
    operation: 'move-repository',
    hubCall: /^POST \/api\/repos\/move$/,
    input: { repository, 'to-repository': 'my-org/moved' },
    inputs: { confirm: repository },
    prepare: create,
  },
];

function create(hub: HubProbe): Promise<void> {
  return hub.createRepository('model', 'struck');
}

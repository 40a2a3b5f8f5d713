/** What a person must do before a connection can go on. */
export interface ClientAction {
  type: 'connect' | 'provide-input';
  description: string;
  uiUrl?: string;
  agentInstructions?: string;
}

/** One state of a connection and how long it lasts; without `polls` and `ms` it lasts until something acts on it. */
export interface ConnectionStep {
  /** One of the documented states, or one that nobody has seen yet. */
  state: string;
  /** So many GETs answer this state. */
  polls?: number;
  /** Milliseconds since the state was entered. */
  ms?: number;
  clientAction?: Omit<ClientAction, 'uiUrl'> & { uiUrl?: string | false };
  error?: { type?: string; key?: string; message: string; data?: unknown };
}

export type ConnectionScript = readonly ConnectionStep[];

export const READY: ConnectionScript = [{ state: 'READY' }];

const CONNECT: ConnectionStep = {
  state: 'CLIENT_ACTION_REQUIRED',
  clientAction: {
    type: 'connect',
    description: 'Sign in to Hugging Face to authorize this connection.',
    agentInstructions: 'Show the link to the user and wait until they have signed in.',
  },
};

const PROVIDE_INPUT: ConnectionStep = {
  state: 'CLIENT_ACTION_REQUIRED',
  clientAction: { type: 'provide-input', description: 'Enter the address of your instance.', uiUrl: false },
};

/** The stories a connection can tell, by name. A `CLIENT_ACTION_REQUIRED` step ends when a person acts. */
export const CONNECTION_SCRIPTS = {
  ready: READY,
  building: [{ state: 'BUILDING', polls: 2 }, { state: 'READY' }],
  'building-then-connect': [
    { state: 'BUILDING', polls: 1 },
    CONNECT,
    { state: 'BUILDING', polls: 1 },
    { state: 'READY' },
  ],
  'building-forever': [{ state: 'BUILDING' }],
  connect: [CONNECT, { state: 'READY' }],
  'provide-input': [PROVIDE_INPUT, { state: 'READY' }],
  'configuration-error': [
    { state: 'CONFIGURATION_ERROR', error: { type: 'configuration', message: 'The connector lacks a client id.' } },
  ],
  'setup-failed': [
    { state: 'BUILDING', polls: 1 },
    { state: 'SETUP_FAILED', error: { type: 'internal', message: 'The connector could not be built.' } },
  ],
  disconnecting: [{ state: 'DISCONNECTING' }],
  unknown: [{ state: 'HIBERNATING' }],
} as const satisfies Record<string, ConnectionScript>;

export type ConnectionScriptName = keyof typeof CONNECTION_SCRIPTS;

export function scriptOf(script: ConnectionScript | ConnectionScriptName): ConnectionScript {
  return typeof script === 'string' ? CONNECTION_SCRIPTS[script] : script;
}

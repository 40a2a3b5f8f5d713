/** What a person must do before the connection can be used (`clientAction` in Membrane's answers). */
export interface ClientAction {
  /** `connect` (sign in, for the first time or again), `provide-input`, or a kind nobody has seen yet. */
  readonly type: string;
  readonly description?: string | undefined;
  /** Where the person does it; not every action has a page. */
  readonly uiUrl?: string | undefined;
  readonly agentInstructions?: string | undefined;
}

interface ConnectionBase {
  readonly id: string;
  readonly name?: string | undefined;
}

/** Membrane's authenticated link to one account, by state. */
export type Connection = ConnectionBase &
  (
    | { readonly state: 'READY' | 'BUILDING' | 'DISCONNECTING' }
    | { readonly state: 'CLIENT_ACTION_REQUIRED'; readonly clientAction: ClientAction }
    | { readonly state: 'CONFIGURATION_ERROR' | 'SETUP_FAILED'; readonly error: string }
    /** A state added after this was written, by its name. */
    | { readonly state: 'UNKNOWN'; readonly reported: string }
  );

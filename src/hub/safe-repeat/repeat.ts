import type { ProxyRequest } from '../../membrane/client.ts';
import type { JsonObject } from '../json.ts';
import type { HubReader } from './hub-reader.ts';

/** One thing that a write was asked for, beside what it is now. */
export interface Setting {
  /** The parameter's name, in camelCase; `variables.KEY` for one of several. */
  readonly name: string;
  /** As JSON; `null` where there is none, undefined where the Hub does not tell. */
  readonly now: unknown;
  readonly wanted: unknown;
  /** Makes it as it is wanted, and may be sent twice; missing where nothing can. */
  readonly mend?: ProxyRequest | undefined;
  /** The value is never shown. */
  readonly secret?: boolean;
}

/** What is there already of what a write would make or change. */
export interface Present {
  /** In the shape of the write's own answer, with what else the Hub tells. */
  readonly object: unknown;
  /** What was asked for and can be compared; read only when somebody wants to compare. */
  settings(): Promise<readonly Setting[]>;
}

/** How a write is compared with what is there, so that running it again changes nothing. */
export interface Repeat<P = JsonObject> {
  /**
   * `create`: it makes something that may be there already, which `if-exists` decides about.
   * `change`: it changes something that must be there, and only what differs is sent.
   */
  readonly kind: 'create' | 'change';
  /** For `create`: whether the Hub itself refuses to make a second one. */
  readonly unique: boolean;
  /** For `change`: a part left out would be reset, so all is sent or nothing. */
  readonly whole?: boolean;
  /** Parameters that say how something new begins: with what is there already they are not compared. */
  readonly onlyAtFirst?: readonly (keyof P & string)[];
  /**
   * What is there; undefined where it is not there.
   * @throws OperationError HUB_CONFLICT where something else is in its place
   */
  present(params: P, hub: HubReader): Promise<Present | undefined>;
  /** What must be there before it can be made: read under a dry run, where the Hub itself is not asked to make it. */
  needs?(params: P): readonly ProxyRequest[];
}

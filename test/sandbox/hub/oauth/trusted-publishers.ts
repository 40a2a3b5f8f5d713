import type { RepositoryType } from '../store/repository.ts';
import type { Store } from '../store/store.ts';

/** What a repository's settings page says of a job that may write its files. */
export interface TrustedPublisher {
  readonly type: RepositoryType;
  readonly repository: string;
  /** Whose tokens are believed: the issuer's address, also where its keys are found. */
  readonly issuer: string;
  /** The job's own repository, exactly. */
  readonly from: string;
  readonly branch?: string;
  readonly workflow?: string;
}

const publishers = new WeakMap<Store, TrustedPublisher[]>();

/** The publishers of a Hub; a test adds to them what a person would enter on a settings page. */
export function trustedPublishersOf(store: Store): TrustedPublisher[] {
  const known = publishers.get(store) ?? [];
  publishers.set(store, known);
  return known;
}

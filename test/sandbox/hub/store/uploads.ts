import type { StoredObject } from './object-store.ts';
import type { Repository } from './repository.ts';

/** An LFS object a client was told to upload. */
export interface PendingUpload {
  readonly repository: Repository;
  readonly sha256: string;
  readonly size: number;
  readonly parts: Map<number, StoredObject>;
}

/** Addresses handed out for uploads and downloads; each address is a secret of its own, as a signed one is. */
export class Uploads {
  readonly #pending = new Map<string, PendingUpload>();
  readonly #offers = new Map<string, { object: StoredObject; sha256: string }>();

  begin(id: string, repository: Repository, sha256: string, size: number): PendingUpload {
    const upload = { repository, sha256, size, parts: new Map<number, StoredObject>() };
    this.#pending.set(id, upload);
    return upload;
  }

  get(id: string): PendingUpload | undefined {
    return this.#pending.get(id);
  }

  end(id: string): void {
    this.#pending.delete(id);
  }

  /** Gives an object a download address of its own. */
  offer(id: string, object: StoredObject, sha256: string): string {
    this.#offers.set(id, { object, sha256 });
    return id;
  }

  offered(id: string): { object: StoredObject; sha256: string } | undefined {
    return this.#offers.get(id);
  }
}

import { createHash } from 'node:crypto';
import { at } from '../json.ts';
import type { AnswerShape } from '../operation.ts';

/**
 * Tells the items of a list apart. Pages are read one after the other, and what is added or removed in between moves
 * items from one page to the next.
 */
export class SeenItems {
  readonly #paths: readonly (readonly string[])[];
  readonly #seen = new Set<string>();

  constructor({ identity = [] }: AnswerShape) {
    this.#paths = identity.map((path) => path.split('.'));
  }

  /** Whether the item is a new one, which it is only once. */
  isNew(item: unknown, text: string): boolean {
    const identity = this.#identityOf(item, text);
    if (this.#seen.has(identity)) return false;
    this.#seen.add(identity);
    return true;
  }

  /** Where a row says nothing, or an item does not hold it, only the very same item is the same. */
  #identityOf(item: unknown, text: string): string {
    for (const path of this.#paths) {
      const value = at(item, path);
      if (typeof value === 'string' || typeof value === 'number') return `${path.join('.')}=${value}`;
    }
    return createHash('sha256').update(text).digest('base64');
  }
}

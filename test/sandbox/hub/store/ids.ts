import { createHash } from 'node:crypto';

/** Gives 24-hex identifiers in a sequence fixed by the seed, so that two runs see the same ones. */
export class Identifiers {
  readonly #seed: string;
  #count = 0;

  constructor(seed: number) {
    this.#seed = String(seed);
  }

  next(): string {
    this.#count += 1;
    return oid24(`${this.#seed}/${this.#count}`);
  }
}

/** The 24-hex identifier that belongs to a text. */
export function oid24(text: string): string {
  return createHash('sha1').update(text).digest('hex').slice(0, 24);
}

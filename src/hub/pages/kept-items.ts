import { nameOf } from '../../matrix.ts';

/** Rows that a summary shows. */
const shownRows = 50;

/** What stays in memory of a list that goes to a file: as much as an output can hold, and the summary's rows. */
export class KeptItems {
  readonly #most: number;
  #items: unknown[] | undefined = [];
  #names: unknown[] | undefined = [];
  #namesLength = 0;
  readonly first: unknown[] = [];
  /** Characters of the list as JSON, brackets and commas included. */
  characters = '[]'.length;
  count = 0;

  /** @param most characters of JSON */
  constructor(most: number) {
    this.#most = most;
  }

  get items(): readonly unknown[] | undefined {
    return this.#items;
  }

  get names(): readonly unknown[] | undefined {
    return this.#names;
  }

  /** @param text the item as JSON */
  add(item: unknown, text: string): void {
    this.characters += text.length + (this.count > 0 ? 1 : 0);
    this.count += 1;
    if (this.first.length < shownRows) this.first.push(item);
    if (this.characters > this.#most) this.#items = undefined;
    this.#items?.push(item);
    this.#keepName(item);
  }

  #keepName(item: unknown): void {
    if (this.#names === undefined) return;
    const name = nameOf(item);
    this.#namesLength += JSON.stringify(name)?.length ?? 0;
    if (this.#namesLength > this.#most) this.#names = undefined;
    this.#names?.push(name);
  }
}

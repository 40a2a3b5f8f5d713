/** Rows of a file that are in memory as text at once. */
const rowsInChunk = 1_000;

/**
 * Items as text, chunk by chunk: a hundred thousand findings as one string would take more memory than the audit
 * itself. `separator` stands between any two items.
 */
export function* chunked<T>(items: readonly T[], textOf: (item: T) => string, separator = ''): Generator<string> {
  for (let start = 0; start < items.length; start += rowsInChunk) {
    const texts = items.slice(start, start + rowsInChunk).map(textOf);
    yield (start > 0 ? separator : '') + texts.join(separator);
  }
}

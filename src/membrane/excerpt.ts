// Control and bidirectional-formatting characters: they can rewrite what a log shows.
const invisible = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu;

/** Text from outside on one line, without control characters, cut to `limit` characters with an ellipsis. */
export function excerpt(text: string, limit = 500): string {
  // Whatever is further in than this can never be shown: it need not be searched.
  const line = text
    .slice(0, limit * 4)
    .replace(invisible, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const cut = line.length > limit ? `${line.slice(0, limit - 1).trimEnd()}…` : line;
  return cut.toWellFormed();
}

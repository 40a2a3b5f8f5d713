/**
 * The pairs in a file behind GITHUB_OUTPUT, GITHUB_ENV or GITHUB_STATE, read as the runner reads it
 * (actions/runner, FileCommandManager.cs): `name=value`, or `name<<DELIMITER` up to a line that is the delimiter.
 */
export function fileCommandPairs(text: string): Record<string, string> {
  const pairs: [string, string][] = [];
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const [name, delimiter] = opening(line);
    if (delimiter === undefined) {
      pairs.push([name, line.slice(name.length + 1)]);
      continue;
    }
    const end = lines.indexOf(delimiter, at + 1);
    if (end < 0) throw new Error(`The value of ${name} is not closed by ${delimiter}.`);
    pairs.push([name, lines.slice(at + 1, end).join('\n')]);
    at = end;
  }
  return Object.fromEntries(pairs);
}

function opening(line: string): [name: string, delimiter: string | undefined] {
  const heredoc = line.indexOf('<<');
  const equals = line.indexOf('=');
  if (heredoc > 0 && (equals < 0 || heredoc < equals)) return [line.slice(0, heredoc), line.slice(heredoc + 2)];
  if (equals > 0) return [line.slice(0, equals), undefined];
  throw new Error(`Neither name=value nor name<<DELIMITER: ${line}`);
}

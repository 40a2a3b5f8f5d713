/** The letters of both halves; the Hub takes no others in an address: its own clients check the same. */
const letters = /^[A-Za-z0-9_.-]+$/;
const longestName = 96;

/** Why a text is not the full name of a repository, as the end of a sentence that begins with its name. */
export function repositoryNameProblem(text: string): string | undefined {
  const parts = text.split('/');
  if (parts.length !== 2) return "must be the repository's full name, 'namespace/name'.";
  return parts.map(partProblem).find((problem) => problem !== undefined) ?? wholeProblem(text);
}

/** Why a text is not the name of a user or an organization. */
export function namespaceProblem(text: string): string | undefined {
  return partProblem(text);
}

function partProblem(part: string): string | undefined {
  if (part === '') return "must be the repository's full name, 'namespace/name', and one half of it is empty.";
  if (part.length > longestName) return `has a name of more than ${longestName} characters.`;
  if (!letters.test(part)) return "may hold letters, digits, '-', '_' and '.' only.";
  if (/^[-.]|[-.]$/.test(part)) return "must not begin or end a name with '-' or '.'.";
  return undefined;
}

function wholeProblem(text: string): string | undefined {
  if (text.includes('--') || text.includes('..')) return "must not hold '--' or '..'.";
  return text.endsWith('.git') ? "must not end in '.git'." : undefined;
}

/** The two halves of a full name that has been checked. */
export function splitRepository(repository: string): { readonly namespace: string; readonly name: string } {
  const slash = repository.indexOf('/');
  return { namespace: repository.slice(0, Math.max(slash, 0)), name: repository.slice(slash + 1) };
}

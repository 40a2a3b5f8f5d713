import picomatch from 'picomatch';

export type Matcher = (name: string) => boolean;

/**
 * Glob patterns over repositories. One with a slash is about the full name (`my-org/archive-*`), one without about
 * the name alone (`archive-*`); `!` in front turns it round.
 */
export function repositoryMatcher(patterns: readonly string[]): Matcher {
  const matchers = patterns.map(oneMatcher);
  return (id) => matchers.some((matches) => matches(id));
}

function oneMatcher(pattern: string): Matcher {
  const matches = picomatch(pattern, { dot: true });
  if (pattern.includes('/')) return (id) => matches(id);
  return (id) => matches(id.slice(id.lastIndexOf('/') + 1));
}

/** Patterns over paths inside a repository: one without a slash is met in every folder. Case does not count. */
export function pathMatcher(patterns: readonly string[]): Matcher {
  const anywhere = patterns.map((pattern) => (pattern.includes('/') ? pattern : `**/${pattern}`));
  return picomatch(anywhere, { dot: true, nocase: true });
}

/** Plain names and globs over user names. */
export function nameMatcher(patterns: readonly string[]): Matcher {
  return patterns.length === 0 ? () => false : picomatch([...patterns], { dot: true, nocase: true });
}

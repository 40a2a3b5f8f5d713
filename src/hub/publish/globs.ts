import picomatch from 'picomatch';

export type PathFilter = (path: string) => boolean;

/**
 * Whether a path matches one of the globs. As in a .gitignore, a pattern without a slash matches a name at any depth,
 * and one that matches a folder takes all below it.
 */
export function matchGlobs(globs: readonly string[]): PathFilter {
  const expressions = globs.flatMap(expand).map((glob) => picomatch.makeRe(glob, { dot: true, nonegate: true }));
  return (path) => expressions.some((expression) => expression.test(path));
}

function expand(glob: string): string[] {
  const plain = plainPath(glob);
  const anchored = plain.includes('/') ? plain : `**/${plain}`;
  return [anchored, `${anchored}/**`];
}

/** The pattern without what says nothing about a relative path: `./` before it, slashes at its ends. */
function plainPath(glob: string): string {
  return glob.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '');
}

/** The paths among the globs that have no wildcard: what a user named letter by letter. */
export function literalPaths(globs: readonly string[]): readonly string[] {
  return globs.filter((glob) => !picomatch.scan(glob).isGlob).map(plainPath);
}

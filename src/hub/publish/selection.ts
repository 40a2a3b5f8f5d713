import path from 'node:path';
import { literalPaths, matchGlobs } from './globs.ts';
import { type DefaultExclusion, defaultExclusion } from './secret-files.ts';

/** Why a path is not published: by default, or by the user's own `exclude` or `include`. */
export type Exclusion = DefaultExclusion | 'exclude' | 'include';

/** Which paths of the folder are meant; all paths are relative to it, with `/`. */
export interface Selection {
  exclusion(path: string): Exclusion | undefined;
  /** Why the file that a link leads to must stay here, whatever the link is called. */
  linkExclusion(target: string): DefaultExclusion | undefined;
}

export interface SelectionRequest {
  readonly include: readonly string[] | undefined;
  readonly exclude: readonly string[] | undefined;
}

export function selectionOf(request: SelectionRequest): Selection {
  const included = request.include === undefined ? () => true : matchGlobs(request.include);
  const excluded = matchGlobs(request.exclude ?? []);
  const named = literalPaths(request.include ?? []);
  return {
    exclusion(file) {
      const byDefault = defaultExclusion(file);
      if (byDefault === 'git' || (byDefault !== undefined && !isNamed(file, named))) return byDefault;
      if (excluded(file)) return 'exclude';
      return included(file) ? undefined : 'include';
    },
    linkExclusion(target) {
      return defaultExclusion(target.split(path.sep).join('/'));
    },
  };
}

/**
 * A file that would be left out by default is meant when it was named letter by letter, or lies in a folder that would
 * be left out and was named so. Naming an ordinary folder does not bring in the secrets below it.
 */
function isNamed(file: string, named: readonly string[]): boolean {
  return named.some(
    (one) =>
      file === one || one.startsWith(`${file}/`) || (file.startsWith(`${one}/`) && defaultExclusion(one) !== undefined),
  );
}

import type { InputProblem } from '../../input-problem.ts';
import { kebabCase } from '../name-forms.ts';

export const visibilityDoc =
  'Who sees it; `protected` is for Spaces of paid plans. Without it the default of the namespace holds.';
export const privateDoc = '`true` for private, `false` for public: the older way to say `visibility`.';

interface VisibilityParameters {
  readonly type?: string;
  readonly private?: unknown;
  readonly visibility?: unknown;
}

/** What `private`, `visibility` and the type of the repository may not say together. */
export function visibilityProblems({ type, private: flag, visibility }: VisibilityParameters): InputProblem[] {
  if (flag !== undefined && visibility !== undefined) {
    return [{ name: 'input.private', message: 'says the same as visibility: give only one of the two.' }];
  }
  if (visibility !== 'protected' || type === 'space') return [];
  return [{ name: 'input.visibility', message: "must be 'public' or 'private': 'protected' is for Spaces only." }];
}

const spaceOnly = [
  'sdk',
  'sdkVersion',
  'template',
  'shortDescription',
  'devModeEnabled',
  'hardware',
  'sleepTimeSeconds',
  'secrets',
  'variables',
  'volumes',
] as const;

type SpaceOnly = { readonly type: string } & { readonly [name in (typeof spaceOnly)[number]]?: unknown };

/** Parameters that only a Space has, given for something else. */
export function spaceOnlyProblems(params: SpaceOnly): InputProblem[] {
  if (params.type === 'space') return [];
  return spaceOnly
    .filter((name) => params[name] !== undefined)
    .map((name) => ({ name: `input.${kebabCase(name)}`, message: 'is for Spaces only: it needs type: space.' }));
}

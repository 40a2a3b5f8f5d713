import * as core from '@actions/core';

/** Key of the private home folder among what the main step leaves to the post step. */
const homeKey = 'home';

/** To be called before anything is written there, so that the post step removes it whatever happens in between. */
export function rememberHome(path: string): void {
  core.saveState(homeKey, path);
}

/** The folder that the main step of this action made, in the post step; undefined where it made none. */
export function rememberedHome(): string | undefined {
  return core.getState(homeKey) || undefined;
}

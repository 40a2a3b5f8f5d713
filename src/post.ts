import { createLog } from './github/log.ts';
import { rememberedHome } from './github/state.ts';
import { removeHome } from './membrane/cli/home.ts';

const home = rememberedHome();
if (home !== undefined) {
  try {
    await removeHome(home);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    createLog().warning(`The private home of the Membrane CLI could not be removed: ${reason}`);
  }
}

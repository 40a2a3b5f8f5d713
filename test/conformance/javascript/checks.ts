import type { Check } from './check.ts';
import { fileChecks } from './files.ts';
import { historyChecks } from './history.ts';
import { repositoryChecks } from './repositories.ts';

/** Every method of `@huggingface/hub` that the sandbox's Hub is judged by. */
export const javascriptChecks: readonly Check[] = [...repositoryChecks, ...fileChecks, ...historyChecks];

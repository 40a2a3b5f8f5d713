import { OperationError } from '../../errors.ts';
import { NotByCliError } from './not-by-cli.ts';

/**
 * The CLI could not be set up. `auto` may then do without it, unless the package was not what it should be: that must
 * be looked at, not gone around.
 */
export function installFailed(message: string, hint: string, cause?: unknown): NotByCliError {
  return new NotByCliError('install', 'CLI_INSTALL_FAILED', message, { hint, cause });
}

/** The bytes are not those that were promised. */
export function packageSpoiled(message: string): OperationError {
  return new OperationError('CLI_INSTALL_FAILED', message, {
    hint: 'Do not go on before it is clear why: check `registry-url` and what stands between the runner and the registry, or use `cli-path` with a copy you trust.',
    retryable: false,
    effect: 'none',
  });
}

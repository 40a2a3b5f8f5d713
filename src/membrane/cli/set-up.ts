import type { OpenClient, OpenClientContext, OpenClientRequest } from '../open-client.ts';
import { openCliClient } from './client.ts';
import type { CliCommand } from './command.ts';
import { givenCli } from './given-cli.ts';
import { createHome, type Home, writeCredentials } from './home.ts';

/**
 * The CLI, given or installed, signed in within a private home.
 * @throws OperationError `CLI_INSTALL_FAILED` or `CLI_UNUSABLE`
 */
export async function setUpCli(request: OpenClientRequest, context: OpenClientContext): Promise<OpenClient> {
  const { session, apiUrl } = request;
  const own = await createHome(request.temporary, request.onHome);
  const command = await commandFor(request, own, context);
  const home = { ...own, path: request.lastingHome ?? own.path };
  // In a home that lasts the credentials are there already, and the CLI renews them there.
  if (session.signIn.kind === 'credentials' && home.path === own.path) {
    await writeCredentials(own, session.signIn.text);
  }
  const client = openCliClient({ command, session, apiUrl, home, runtime: context.runtime });
  return { client, cliVersion: command.version, home: home.path, command };
}

/** The CLI that is given, or one that is installed. @param home for what the installation needs itself */
export async function commandFor(
  { cli }: Pick<OpenClientRequest, 'cli'>,
  home: Home,
  context: OpenClientContext,
): Promise<CliCommand> {
  if (cli.path !== undefined) return givenCli(cli.path, home, context.runtime, context.signal);
  // The installer brings the tool cache with it: a step with `cli-path` does without.
  const { installCli } = await import('./install.ts');
  return installCli({ version: cli.version, registryUrl: cli.registryUrl, folder: home.path }, context);
}

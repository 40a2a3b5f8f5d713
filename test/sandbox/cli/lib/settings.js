import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const DEFAULT_API_URI = 'https://api.getmembrane.com';

/**
 * Flags, then the project's own files in the working directory, then the environment, then
 * what a login left. The order of the second and the third is not documented; the sandbox takes
 * the one in which a file of the checked-out workspace does harm.
 */
export function settingsFor(flags) {
  const { env } = process;
  const project = projectConfig();
  const stored = readJson(credentialsFile()) ?? {};
  const pick = (name, ...variables) =>
    flags[name] ?? project[name] ?? variables.map((one) => env[one]).find(Boolean) ?? stored[name];
  return {
    apiUri: (pick('apiUri', 'MEMBRANE_API_URI', 'MEMBRANE_API_URL') ?? DEFAULT_API_URI).replace(/\/$/, ''),
    accessToken: pick('accessToken', 'MEMBRANE_ACCESS_TOKEN', 'MEMBRANE_TOKEN'),
    workspaceKey: pick('workspaceKey', 'MEMBRANE_WORKSPACE_KEY'),
    workspaceSecret: env.MEMBRANE_WORKSPACE_SECRET,
    tenantKey: pick('tenantKey', 'MEMBRANE_TEST_CUSTOMER_ID'),
  };
}

export function saveCredentials(credentials) {
  const folder = join(homedir(), '.membrane');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(credentialsFile(), `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  chmodSync(credentialsFile(), 0o600);
}

export function forgetCredentials() {
  rmSync(credentialsFile(), { force: true });
}

function credentialsFile() {
  return join(homedir(), '.membrane', 'credentials.json');
}

/** `membrane.config.yml` is flat here: one `name: value` per line. */
function projectConfig() {
  const config = readJson(join('.membrane', 'config.json')) ?? {};
  if (!existsSync('membrane.config.yml')) return config;
  for (const line of readFileSync('membrane.config.yml', 'utf8').split('\n')) {
    const [, name, value] = /^(\w+):\s*["']?([^"']+?)["']?\s*$/.exec(line) ?? [];
    if (name) config[name] = value;
  }
  return config;
}

function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

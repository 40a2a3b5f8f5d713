import type { Runtime } from '../../runtime.ts';

/**
 * What a process of ours may see of the runner's environment, by name without case. Everything else stays out:
 * `INPUT_*` and `GITHUB_*` hold secrets, `NODE_OPTIONS` and `npm_config_*` would change what runs.
 */
const allowed = new Set([
  'PATH',
  'LANG',
  'LC_ALL',
  'LC_CTYPE',
  'TZ',
  'TMPDIR',
  'TEMP',
  'TMP',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'ALL_PROXY',
  'NO_PROXY',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'NODE_EXTRA_CA_CERTS',
  'NODE_USE_ENV_PROXY',
  // Without these Windows programs cannot find the system's own parts.
  'SYSTEMROOT',
  'SYSTEMDRIVE',
  'WINDIR',
  'COMSPEC',
  'PATHEXT',
  'NUMBER_OF_PROCESSORS',
  'PROCESSOR_ARCHITECTURE',
]);

/** The environment of a child process: the allowed part of the runner's, with `home` as the user's own folder. */
export function childEnvironment(runtime: Pick<Runtime, 'env'>, home: string): Record<string, string> {
  const kept = Object.entries(runtime.env).filter(([name]) => allowed.has(name.toUpperCase()));
  const environment: Record<string, string> = {};
  for (const [name, value] of kept) if (value !== undefined) environment[name] = value;
  return { ...environment, ...homeEnvironment(home) };
}

/** Every name under which a program looks for the user's folder or its settings. */
function homeEnvironment(home: string): Record<string, string> {
  return {
    HOME: home,
    USERPROFILE: home,
    APPDATA: home,
    LOCALAPPDATA: home,
    XDG_CONFIG_HOME: home,
    XDG_CACHE_HOME: home,
    XDG_DATA_HOME: home,
    XDG_STATE_HOME: home,
  };
}

/** What the CLI and the SDK read, and the two names that other documents give the same things. */
export function membraneEnvironment(settings: {
  readonly apiUrl: string;
  /** Missing where the CLI signs in by the credentials in its home. */
  readonly accessToken?: string | undefined;
  readonly workspaceKey?: string | undefined;
}): Record<string, string> {
  const { apiUrl, accessToken, workspaceKey } = settings;
  return {
    MEMBRANE_API_URI: apiUrl,
    MEMBRANE_API_URL: apiUrl,
    ...(accessToken === undefined ? {} : { MEMBRANE_ACCESS_TOKEN: accessToken, MEMBRANE_TOKEN: accessToken }),
    ...(workspaceKey === undefined ? {} : { MEMBRANE_WORKSPACE_KEY: workspaceKey }),
    // The answers are read by a program: no colours, no prompts.
    NO_COLOR: '1',
    CI: 'true',
  };
}

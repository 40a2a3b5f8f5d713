import { fileURLToPath } from 'node:url';
import type { ServedApplication } from './http/application.ts';
import { serve } from './http/serve.ts';
import { createHub, type Hub, type HubOptions } from './hub/hub.ts';
import { SEEDED_TOKENS } from './hub/seed.ts';
import type { CliBehaviour } from './membrane/cli-behaviour.ts';
import type { ConnectionScript, ConnectionScriptName } from './membrane/connection-script.ts';
import type { Answers } from './membrane/doubts.ts';
import { createMembrane, type Membrane } from './membrane/membrane.ts';
import type { Dialect } from './membrane/operations/dialect.ts';
import type { ProxyBase } from './membrane/proxy.ts';
import { createRegistry, type Registry, type RegistryOptions } from './registry/registry.ts';

export interface SandboxOptions {
  /** How the workspace's actions name their parameters; 'none': it has none of the twenty. Default 'canonical'. */
  actions?: Dialect;
  /** Which address of the Hub a proxied path is appended to. Default 'root'. */
  proxyBase?: ProxyBase;
  /** Both documented meanings of `request --json`. Default 'response'. */
  cliJson?: CliBehaviour['json'];
  /** Notices, ANSI and progress around the CLI's JSON. */
  cliNoise?: boolean;
  /** The rest of how the CLI behaves; `sandbox.membrane.setCli()` changes it later. */
  cli?: Partial<CliBehaviour>;
  /** Wherever the documentation leaves a doubt. Default 'newer'. */
  answers?: Answers;
  /** What each new connection to the Hub goes through. Default 'ready'. */
  connection?: ConnectionScript | ConnectionScriptName;
  /** PEM public keys (SPKI) of the workspace, beside its secret. */
  publicKeys?: readonly string[];
  /** Milliseconds before each answer of the Hub and of Membrane. */
  latencyMs?: number;
  /** What a second of long polling lasts, in milliseconds. Default 1000. */
  secondMs?: number;
  seed?: number;
  /** Passed to the Hub: page sizes, rate limits, generated repositories. */
  hub?: HubOptions;
  /** The Hub account behind every connection. Default ada's. */
  hubToken?: string;
  registry?: Partial<RegistryOptions>;
  /** Fixed ports, for a person; chosen by the operating system otherwise. */
  ports?: { membrane?: number; hub?: number; registry?: number };
}

export interface Sandbox {
  readonly membraneUrl: string;
  readonly hubUrl: string;
  readonly registryUrl: string;
  readonly hub: Hub;
  readonly membrane: Membrane;
  readonly registry: Registry;
  readonly hubServer: ServedApplication;
  readonly membraneServer: ServedApplication;
  readonly registryServer: ServedApplication;
  readonly workspace: { key: string; secret: string };
  /** A valid tenant token; `tenantKey` is the tenant it names. */
  readonly token: string;
  readonly tenantKey: string;
  /** An opaque client token of the same tenant. */
  readonly clientToken: string;
  /** The tenant's connection to the Hub, already there. */
  readonly connectionId: string;
  /** The stand-in CLI's entry, for `cli-path`. */
  readonly cliPath: string;
  close(): Promise<void>;
}

const WORKSPACE = { key: 'sandbox-workspace', secret: 'sandbox-workspace-secret-3f9c1d7a5b' };
const TENANT = 'octo-org/octo-repo';
const CLIENT_TOKEN = 'pat-sandbox-client-token-8842';
const CLI_FOLDER = fileURLToPath(new URL('./cli', import.meta.url));

/** A Hub, a Membrane in front of it and a registry with the stand-in CLI, on loopback. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const hub = createHub({ seed: options.seed ?? 1, ...options.hub });
  const membrane = createMembrane(membraneOptions(options, hub));
  const registry = await createRegistry({ folder: CLI_FOLDER, ...options.registry });
  const [hubServer, membraneServer, registryServer] = await Promise.all([
    serve(hub.application, { ...served(options, 'hub'), routeOf: hub.routeOf }),
    serve(membrane.application, { ...served(options, 'membrane'), routeOf: membrane.routeOf, unrecorded }),
    serve(registry.application, { ...portOf(options, 'registry'), routeOf: registry.routeOf }),
  ]);
  hub.baseUrl = hubServer.url;
  membrane.baseUrl = membraneServer.url;
  registry.baseUrl = registryServer.url;
  membrane.tokens.registerClientToken(CLIENT_TOKEN, TENANT);
  const servers = [membraneServer, hubServer, registryServer];
  return {
    membraneUrl: membraneServer.url,
    hubUrl: hubServer.url,
    registryUrl: registryServer.url,
    hub,
    membrane,
    registry,
    hubServer,
    membraneServer,
    registryServer,
    workspace: WORKSPACE,
    token: await membrane.tokens.sign(TENANT),
    tenantKey: TENANT,
    clientToken: CLIENT_TOKEN,
    connectionId: membrane.connect(TENANT),
    cliPath: `${CLI_FOLDER}/bin/membrane.js`,
    close: async () => {
      await Promise.all(servers.map((server) => server.close()));
      await hub.close();
    },
  };
}

function membraneOptions(options: SandboxOptions, hub: Hub): Parameters<typeof createMembrane>[0] {
  const { actions, proxyBase, answers, connection, seed, secondMs, publicKeys } = options;
  const olderCli: Partial<CliBehaviour> = answers === 'older' ? { errors: 'envelope-exit-0' } : {};
  return {
    workspace: { ...WORKSPACE, ...(publicKeys && { publicKeys }) },
    hub: { url: () => hub.baseUrl, token: options.hubToken ?? SEEDED_TOKENS.ada },
    cli: { json: options.cliJson ?? 'response', noise: options.cliNoise ?? false, ...olderCli, ...options.cli },
    ...(actions && { actions }),
    ...(proxyBase && { proxyBase }),
    ...(answers && { answers }),
    ...(connection && { connection }),
    ...(seed !== undefined && { seed }),
    ...(secondMs !== undefined && { secondMs }),
  };
}

function served(options: SandboxOptions, name: 'hub' | 'membrane') {
  return { ...portOf(options, name), ...(options.latencyMs !== undefined && { latencyMs: options.latencyMs }) };
}

function portOf({ ports }: SandboxOptions, name: 'hub' | 'membrane' | 'registry') {
  const port = ports?.[name];
  return port === undefined ? {} : { port };
}

/** The stand-in CLI's question and the person's pages are no requests of the action. */
function unrecorded(path: string): boolean {
  return path.startsWith('/sandbox/');
}

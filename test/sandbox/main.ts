import { parseArgs } from 'node:util';
import { serve } from './http/serve.ts';
import { CONNECTION_SCRIPTS, type ConnectionScriptName } from './membrane/connection-script.ts';
import { statePage } from './page/state-page.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from './sandbox.ts';

/** `npm run sandbox`: the whole sandbox for a person, until Ctrl-C. */
const { values } = parseArgs({
  options: {
    actions: { type: 'string' },
    answers: { type: 'string' },
    connection: { type: 'string' },
    'proxy-base': { type: 'string' },
    'cli-json': { type: 'string' },
    'cli-noise': { type: 'boolean' },
    latency: { type: 'string' },
    port: { type: 'string' },
    help: { type: 'boolean' },
  },
});

const SCRIPTS = Object.keys(CONNECTION_SCRIPTS).filter(isScript);

const CHOICES = {
  actions: ['canonical', 'renamed', 'none'],
  answers: ['newer', 'older'],
  connection: SCRIPTS,
  'proxy-base': ['root', 'api'],
  'cli-json': ['response', 'body'],
} as const;

function isScript(name: string): name is ConnectionScriptName {
  return name in CONNECTION_SCRIPTS;
}

function chosen<Name extends keyof typeof CHOICES>(name: Name): (typeof CHOICES)[Name][number] | undefined {
  const value = values[name];
  if (value === undefined) return undefined;
  const known: readonly (typeof CHOICES)[Name][number][] = CHOICES[name];
  const found = known.find((choice) => choice === value);
  if (found === undefined) throw new Error(`--${name} must be one of ${known.join(', ')}, not ${value}`);
  return found;
}

function options(): SandboxOptions {
  const [actions, answers, connection] = [chosen('actions'), chosen('answers'), chosen('connection')];
  const [proxyBase, cliJson] = [chosen('proxy-base'), chosen('cli-json')];
  return {
    ...(actions && { actions }),
    ...(answers && { answers }),
    ...(connection && { connection }),
    ...(proxyBase && { proxyBase }),
    ...(cliJson && { cliJson }),
    ...(values['cli-noise'] && { cliNoise: true }),
    ...(values.latency && { latencyMs: Number(values.latency) }),
  };
}

function help(): string {
  const choices = Object.entries(CHOICES).map(([name, known]) => `  --${name}  ${known.join(' | ')}`);
  const rest = [
    '  --cli-noise  notices and progress around the JSON',
    '  --latency  ms before each answer',
    '  --port  of the page',
  ];
  return `npm run sandbox -- [options]\n\n${[...choices, ...rest].join('\n')}\n`;
}

function greeting(sandbox: Sandbox, pageUrl: string): string {
  const { membraneUrl, hubUrl, registryUrl, workspace, token, clientToken, connectionId } = sandbox;
  return `The sandbox is running. Look at ${pageUrl}/ to see what it holds; Ctrl-C ends it.

  Membrane    ${membraneUrl}
  Hub         ${hubUrl}   (token hf_sandbox_ada_write)
  Registry    ${registryUrl}
  Connection  ${connectionId}
  Workspace   ${workspace.key} / ${workspace.secret}
  Client token  ${clientToken}

For the stand-in CLI (node ${sandbox.cliPath} status):

export MEMBRANE_API_URI=${membraneUrl}
export MEMBRANE_ACCESS_TOKEN=${token}

For a step of a workflow:

with:
  api-url: ${membraneUrl}
  token: ${clientToken}
  registry-url: ${registryUrl}
  cli-version: 1.18.2

For the official Hub clients:

export HF_ENDPOINT=${hubUrl} HF_TOKEN=hf_sandbox_ada_write HF_HUB_DISABLE_XET=1
`;
}

async function main(): Promise<void> {
  if (values.help) {
    console.log(help());
    return;
  }
  const sandbox = await startSandbox(options());
  const page = await serve(statePage(sandbox), values.port ? { port: Number(values.port) } : {});
  console.log(greeting(sandbox, page.url));
  const stop = async () => {
    await Promise.all([page.close(), sandbox.close()]);
    console.log('\nThe sandbox has ended.');
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

await main();

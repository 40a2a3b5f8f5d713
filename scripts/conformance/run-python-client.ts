import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { MembraneClient } from '@membranehq/sdk';
import * as z from 'zod';
import { SMALL_PAGES } from '../../test/conformance/served-hub.ts';
import { SEEDED_TOKENS } from '../../test/sandbox/hub/seed.ts';
import { type Sandbox, startSandbox } from '../../test/sandbox/sandbox.ts';
import type { ClientResults, Result } from './page.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tests = join(root, 'test', 'conformance', 'python');
const execute = promisify(execFile);
/** huggingface_hub 2 needs at least this Python 3. */
const OLDEST_MINOR = 10;

/** The name of a Python that is new enough; undefined where there is none. */
export async function findPython(): Promise<string | undefined> {
  for (const name of ['python3', 'python']) {
    const version = await execute(name, ['--version']).then(
      ({ stdout }) => stdout,
      () => '',
    );
    const minor = /^Python 3\.(\d+)/.exec(version)?.[1];
    if (minor !== undefined && Number(minor) >= OLDEST_MINOR) return name;
  }
  return undefined;
}

/** A virtual environment of the project with what the file asks for. */
async function environment(python: string, requirements: string): Promise<string> {
  const folder = join(root, '.venv', `conformance-${requirements.replace(/\.txt$/, '')}`);
  await execute(python, ['-m', 'venv', folder]);
  const interpreter =
    process.platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python');
  const install = [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '--requirement',
    join(tests, requirements),
  ];
  await execute(interpreter, install);
  return interpreter;
}

const line = z.object({
  method: z.string(),
  passes: z.boolean(),
  offered: z.boolean().default(true),
  reason: z.string().optional(),
});

function readResult(text: string): Result {
  const { method, passes, offered, reason } = line.parse(JSON.parse(text));
  return { method, outcome: passes ? 'passes' : offered ? 'fails' : 'not offered', reason };
}

/** Nothing of this machine's own Hugging Face account or cache takes part. */
function clientEnvironment(sandbox: Sandbox, home: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(HF_|HUGGING)/.test(name));
  return {
    ...Object.fromEntries(inherited),
    HF_ENDPOINT: sandbox.hubUrl,
    HF_TOKEN: SEEDED_TOKENS.ada,
    HF_HOME: home,
    HF_HUB_DISABLE_XET: '1',
    HF_HUB_DISABLE_TELEMETRY: '1',
    HF_HUB_DISABLE_PROGRESS_BARS: '1',
    HF_HUB_DISABLE_UPDATE_CHECK: '1',
    NO_PROXY: '127.0.0.1,localhost',
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONUTF8: '1',
  };
}

/** The table's exit code tells that something failed, which its lines tell better. */
async function runTable(interpreter: string, env: NodeJS.ProcessEnv): Promise<string> {
  const options = { env, maxBuffer: 16 * 1024 * 1024, timeout: 600_000 };
  return new Promise((resolve, reject) => {
    execFile(interpreter, [join(tests, 'conformance.py')], options, (error, stdout, stderr) => {
      if (stdout.trim() === '') reject(new Error(`The Python table did not run: ${stderr}`, { cause: error }));
      else resolve(stdout);
    });
  });
}

/** What the Python table is to find on the Hub: a repository that came through Membrane. */
async function createThroughMembrane({ workspace, tenantKey, membraneUrl, connectionId }: Sandbox): Promise<void> {
  const client = new MembraneClient({
    workspaceKey: workspace.key,
    workspaceSecret: workspace.secret,
    tenantKey,
    apiUri: membraneUrl,
  });
  const repository = { repository: 'my-org/made-by-sdk', type: 'model', private: true };
  await client.action('create-repository').run(repository, { connectionId });
}

/** Runs the table of huggingface_hub and of `hf` in the version that the requirements name. */
export async function runPythonClient(python: string, requirements: string): Promise<ClientResults> {
  const interpreter = await environment(python, requirements);
  const sandbox = await startSandbox({ hub: { settings: SMALL_PAGES } });
  const home = await mkdtemp(join(tmpdir(), 'hub-conformance-home-'));
  try {
    await createThroughMembrane(sandbox);
    const output = await runTable(interpreter, clientEnvironment(sandbox, home));
    const wanted = await readFile(join(tests, requirements), 'utf8');
    const version = /^huggingface_hub==(\S+)/m.exec(wanted)?.[1] ?? 'unknown';
    return { client: 'huggingface_hub and hf (PyPI)', version, results: output.trim().split('\n').map(readResult) };
  } finally {
    await sandbox.close();
    await rm(home, { recursive: true, force: true });
  }
}

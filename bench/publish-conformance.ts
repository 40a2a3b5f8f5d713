import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { type Issuer, startIssuer } from '../test/sandbox/hub/oauth/issuer.ts';
import { trustedPublishersOf } from '../test/sandbox/hub/oauth/trusted-publishers.ts';
import { SEEDED_TOKENS } from '../test/sandbox/hub/seed.ts';
import { type Sandbox, startSandbox } from '../test/sandbox/sandbox.ts';
import { bundlePublish } from './publish/bundle.ts';
import { measure } from './publish/measured.ts';
import { pythonEnvironment, pythonWithClient } from './publish/python.ts';

/**
 * `node bench/publish-conformance.ts`: publishes a folder with everything that is awkward, a 2 GB file and a thousand
 * small ones among them, and lets Hugging Face's Python client fetch it back and publish by a trusted publisher itself.
 */
const execute = promisify(execFile);
const script = (name: string) => fileURLToPath(new URL(`./publish/${name}`, import.meta.url));
const largeBytes = 2_000_000_000;
/** What publishing may take, whatever the folder holds. */
const mostMegabytes = 300;

const python = await pythonWithClient();
if (python === undefined) console.log('Skipped: there is no Python with huggingface_hub to judge.');
else await judge(python);

async function judge(interpreter: string): Promise<void> {
  const sandbox = await startSandbox();
  const issuer = await startIssuer();
  const folder = await mkdtemp(path.join(tmpdir(), 'conformance-publish-'));
  const home = await mkdtemp(path.join(tmpdir(), 'conformance-home-'));
  try {
    await fill(folder);
    const expected = await digestsOf(folder);
    const published = await publish(sandbox, folder);
    report(`publishing took at most ${mostMegabytes} MB (${published.toFixed(0)})`, published <= mostMegabytes);
    const fetched = await snapshot(sandbox, home, interpreter);
    report(`snapshot_download fetches ${expected.size} files as they are in the folder`, isSame(expected, fetched));
    report(
      'HF_OIDC_RESOURCE publishes under the exchanged token',
      await publishByIdentity(sandbox, issuer, home, interpreter),
    );
  } finally {
    await Promise.all([sandbox.close(), issuer.close()]);
    await Promise.all([folder, home].map((one) => rm(one, { recursive: true, force: true })));
  }
}

function report(what: string, holds: boolean): void {
  console.log(`${holds ? 'passes' : 'FAILS '}  ${what}`);
  if (!holds) process.exitCode = 1;
}

async function fill(folder: string): Promise<void> {
  const files: Record<string, Buffer> = {
    'README.md': Buffer.from('---\r\nlicense: mit\r\n---\r\n# Hi\r\n'),
    'empty.txt': Buffer.alloc(0),
    'bytes.dat': Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)),
    'ünï cödé/模型 – weights (1).bin': randomBytes(70_000),
    "odd/%41 + & # '.txt": Buffer.from('odd'),
    'not-utf8.txt': Buffer.from([0xff, 0xfe, 0x41, 0x0d, 0x0a]),
  };
  for (let index = 0; index < 1000; index += 1) files[`many/${index}.txt`] = Buffer.from(`file ${index}\n`);
  for (const [name, contents] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), contents);
  }
  await sparse(path.join(folder, 'large.safetensors'));
}

/** Holes with something in between, so that each part differs. */
async function sparse(file: string): Promise<void> {
  const handle = await open(file, 'w');
  for (let at = 0; at < largeBytes; at += 100_000_000) await handle.write(randomBytes(4096), 0, 4096, at);
  await handle.truncate(largeBytes);
  await handle.close();
}

async function digestsOf(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const digests = new Map<string, string>();
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    const hash = createHash('sha256');
    await pipeline(createReadStream(file), hash);
    digests.set(path.relative(folder, file).split(path.sep).join('/'), hash.digest('hex'));
  }
  return digests;
}

/** @returns the peak of its memory, in megabytes */
async function publish(sandbox: Sandbox, workspace: string): Promise<number> {
  const { membraneUrl, hubUrl, token, connectionId } = sandbox;
  const given = { membraneUrl, hubUrl, token, connectionId, workspace, parameters: { repository: 'my-org/awkward' } };
  const program = { command: process.execPath, arguments: [bundlePublish(), JSON.stringify(given)], env: process.env };
  return (await measure(program, () => 0)).peakMegabytes;
}

async function snapshot(sandbox: Sandbox, home: string, interpreter: string): Promise<Map<string, string>> {
  const env = pythonEnvironment(sandbox, home, SEEDED_TOKENS.ada);
  const { stdout } = await execute(interpreter, [script('snapshot.py'), 'my-org/awkward'], {
    env,
    maxBuffer: 16_000_000,
  });
  const found = z.record(z.string(), z.string()).parse(JSON.parse(stdout));
  return new Map(Object.entries(found).filter(([name]) => name !== '.gitattributes'));
}

function isSame(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([name, digest]) => other.get(name) === digest);
}

/** In the environment of a job with `id-token: write`, and without any stored token. */
async function publishByIdentity(
  sandbox: Sandbox,
  issuer: Issuer,
  home: string,
  interpreter: string,
): Promise<boolean> {
  const repository = 'my-org/awkward';
  const publisher = {
    type: 'model',
    repository,
    issuer: issuer.url,
    from: 'octo-org/octo-repo',
    branch: 'main',
  } as const;
  trustedPublishersOf(sandbox.hub.store).push(publisher);
  const identity = { ...issuer.environment, GITHUB_ACTIONS: 'true', HF_OIDC_RESOURCE: repository };
  const env = { ...pythonEnvironment(sandbox, home, undefined), ...identity };
  const { stdout } = await execute(interpreter, [script('oidc.py'), repository], { env });
  return sandbox.hub.store.repository('model', repository)?.sha === stdout.trim();
}

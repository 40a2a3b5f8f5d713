import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SEEDED_TOKENS } from '../test/sandbox/hub/seed.ts';
import { type Sandbox, startSandbox } from '../test/sandbox/sandbox.ts';
import { bundlePublish } from './publish/bundle.ts';
import { type Measured, measure, median, type Program } from './publish/measured.ts';
import { huggingfaceHubVersion, pythonEnvironment, pythonWithClient } from './publish/python.ts';

/**
 * `node bench/publish.ts [rounds]`: publish against `hf upload`, in one run, on the same sandbox. `hf` talks to the Hub
 * directly; ours goes through Membrane's proxy, which is one hop more for everything but the bytes of large files.
 */
const rounds = Number(process.argv[2] ?? 3);
const child = bundlePublish();
const script = fileURLToPath(new URL('./publish/hf_upload.py', import.meta.url));

interface Scenario {
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
  readonly ending: string;
}

const scenarios: readonly Scenario[] = [
  { name: '1,000 × 4 KB', files: 1000, bytes: 4000, ending: 'txt' },
  { name: '20 × 50 MB', files: 20, bytes: 50_000_000, ending: 'safetensors' },
];

interface Row {
  readonly scenario: string;
  readonly latencyMs: number;
  readonly ours: Measured;
  readonly theirs: Measured;
}

const python = await pythonWithClient();
if (python === undefined) {
  console.log('Skipped: there is no Python with huggingface_hub to compare with.');
} else {
  const rows: Row[] = [];
  for (const scenario of scenarios) {
    const folder = await makeFolder(scenario);
    for (const latencyMs of [0, 20]) rows.push(...(await compare(scenario, latencyMs, folder, python)));
    await rm(folder, { recursive: true });
  }
  console.log(table(rows));
}

async function makeFolder({ files, bytes, ending }: Scenario): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-publish-'));
  for (let index = 0; index < files; index += 1) {
    const contents = ending === 'txt' ? randomBytes(bytes / 2).toString('hex') : randomBytes(bytes);
    await writeFile(path.join(folder, `file-${index}.${ending}`), contents);
  }
  return folder;
}

/** Each round has a sandbox of its own, and each side its own repository; who goes first changes from round to round. */
async function compare(scenario: Scenario, latencyMs: number, folder: string, interpreter: string): Promise<Row[]> {
  const first: { ours: Measured[]; theirs: Measured[] } = { ours: [], theirs: [] };
  const again: { ours: Measured[]; theirs: Measured[] } = { ours: [], theirs: [] };
  for (let round = 0; round < rounds; round += 1) {
    const sandbox = await startSandbox({ latencyMs });
    const home = await mkdtemp(path.join(tmpdir(), 'bench-home-'));
    const sides = {
      ours: () => measure(ourProgram(sandbox, folder), () => ownRequests(sandbox)),
      theirs: () => measure(theirProgram(sandbox, folder, home, interpreter), () => sandbox.hubServer.requests.length),
    };
    const order = round % 2 === 0 ? (['ours', 'theirs'] as const) : (['theirs', 'ours'] as const);
    for (const side of order) first[side].push(await sides[side]());
    for (const side of order) again[side].push(await sides[side]());
    await sandbox.close();
    await rm(home, { recursive: true, force: true });
  }
  return [
    { scenario: scenario.name, latencyMs, ours: median(first.ours), theirs: median(first.theirs) },
    {
      scenario: `${scenario.name}, nothing changed`,
      latencyMs,
      ours: median(again.ours),
      theirs: median(again.theirs),
    },
  ];
}

function ourProgram(sandbox: Sandbox, workspace: string): Program {
  const { membraneUrl, hubUrl, token, connectionId } = sandbox;
  const given = { membraneUrl, hubUrl, token, connectionId, workspace, parameters: { repository: 'my-org/ours' } };
  return { command: process.execPath, arguments: [child, JSON.stringify(given)], env: process.env };
}

function theirProgram(sandbox: Sandbox, folder: string, home: string, interpreter: string): Program {
  const env = pythonEnvironment(sandbox, home, SEEDED_TOKENS.ada);
  return { command: interpreter, arguments: [script, 'upload', 'my-org/theirs', folder, '.'], env };
}

/** What our process sent: to Membrane, and to signed addresses; not what Membrane sent on. */
function ownRequests(sandbox: Sandbox): number {
  const storage = sandbox.hubServer.requests.filter((request) => request.headers.authorization === undefined);
  return sandbox.membraneServer.requests.length + storage.length;
}

function table(rows: readonly Row[]): string {
  const lines = rows.map(({ scenario, latencyMs, ours, theirs }) => {
    const ratio = (of: (one: Measured) => number) => `${(of(theirs) / of(ours)).toFixed(2)}×`;
    return [
      scenario,
      `${latencyMs} ms`,
      `${seconds(ours)} / ${seconds(theirs)}`,
      ratio((one) => one.milliseconds),
      `${ours.requests} / ${theirs.requests}`,
      ratio((one) => one.requests),
      `${ours.peakMegabytes.toFixed(0)} / ${theirs.peakMegabytes.toFixed(0)} MB`,
      ratio((one) => one.peakMegabytes),
    ];
  });
  const heading = ['Folder', 'Latency', 'Time', 'faster', 'Requests', 'fewer', 'Peak memory', 'less'];
  const all = [heading, heading.map(() => '---'), ...lines];
  return [
    `publish / hf upload (huggingface_hub ${huggingfaceHubVersion}), median of ${rounds}, Node ${process.version}`,
    '',
    ...all.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');
}

function seconds({ milliseconds }: Measured): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Issuer, startIssuer } from '../test/sandbox/hub/oauth/issuer.ts';
import { trustedPublishersOf } from '../test/sandbox/hub/oauth/trusted-publishers.ts';
import { SEEDED_TOKENS } from '../test/sandbox/hub/seed.ts';
import { type Sandbox, startSandbox } from '../test/sandbox/sandbox.ts';
import { bundlePublish } from './publish/bundle.ts';
import { proxyCost, startingCost } from './publish/floor.ts';
import { type Measured, measure, median, type Program } from './publish/measured.ts';
import { huggingfaceHubVersion, pythonEnvironment, pythonWithClient } from './publish/python.ts';

/**
 * `node bench/publish.ts [rounds]`: publish against `hf upload`, in one run, on the same sandbox; the table also goes to
 * `bench/publish/results.md`. `hf` talks to the Hub directly. Ours goes through Membrane's proxy, one hop more, or by a
 * trusted publisher, where only what is read goes through Membrane. The repositories exist beforehand.
 */
const rounds = Number(process.argv[2] ?? 3);
const child = bundlePublish();
const script = fileURLToPath(new URL('./publish/hf_upload.py', import.meta.url));
const results = fileURLToPath(new URL('./publish/results.md', import.meta.url));

/** The last two differ from `publish` in one thing each: how many files a commit holds, and which way the bytes go. */
const sides = ['hf upload', 'publish', 'publish, 100 files a commit', 'publish, trusted publisher'] as const;
type Side = (typeof sides)[number];

interface Scenario {
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
  readonly ending: string;
  readonly sides: readonly Side[];
}

const oneCommit = sides.filter((side) => side !== 'publish, 100 files a commit');
const scenarios: readonly Scenario[] = [
  { name: '1,000 × 4 KB', files: 1000, bytes: 4000, ending: 'txt', sides },
  { name: '20 × 50 MB', files: 20, bytes: 50_000_000, ending: 'safetensors', sides: oneCommit },
];

interface Runs {
  readonly first: Map<Side, Measured[]>;
  readonly again: Map<Side, Measured[]>;
}

interface Round {
  readonly sandbox: Sandbox;
  readonly issuer: Issuer;
  readonly folder: string;
  readonly home: string;
  readonly python: string;
}

const python = await pythonWithClient();
if (python === undefined) {
  console.log('Skipped: there is no Python with huggingface_hub to compare with.');
} else {
  const rows: string[][] = [];
  const loadBefore = loadavg()[0] ?? 0;
  for (const scenario of scenarios) {
    const folder = await makeFolder(scenario);
    for (const latencyMs of [0, 20]) rows.push(...(await compare(scenario, latencyMs, folder, python)));
    await rm(folder, { recursive: true });
  }
  const text = await page(rows, [loadBefore, loadavg()[0] ?? 0], python);
  await writeFile(results, text);
  console.log(text);
}

async function makeFolder({ files, bytes, ending }: Scenario): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-publish-'));
  for (let index = 0; index < files; index += 1) {
    const contents = ending === 'txt' ? randomBytes(bytes / 2).toString('hex') : randomBytes(bytes);
    await writeFile(path.join(folder, `file-${index}.${ending}`), contents);
  }
  return folder;
}

/** Each round has a sandbox of its own, each side its own repository; who goes first changes from round to round. */
async function compare(
  scenario: Scenario,
  latencyMs: number,
  folder: string,
  interpreter: string,
): Promise<string[][]> {
  const runs: Runs = { first: new Map(), again: new Map() };
  for (let index = 0; index < rounds; index += 1) {
    const sandbox = await startSandbox({ latencyMs });
    const issuer = await startIssuer();
    const home = await mkdtemp(path.join(tmpdir(), 'bench-home-'));
    const round = { sandbox, issuer, folder, home, python: interpreter };
    const order = index % 2 === 0 ? scenario.sides : scenario.sides.toReversed();
    for (const side of order) await create(round, side);
    for (const times of [runs.first, runs.again]) {
      for (const side of order) times.set(side, [...(times.get(side) ?? []), await run(round, side)]);
    }
    await Promise.all([sandbox.close(), issuer.close()]);
    await rm(home, { recursive: true, force: true });
  }
  const named = { name: scenario.name, latencyMs };
  return [...rowsOf(named, runs.first), ...rowsOf({ ...named, name: `${scenario.name}, unchanged` }, runs.again)];
}

function repositoryOf(side: Side): string {
  return `my-org/side-${sides.indexOf(side)}`;
}

async function create({ sandbox, issuer }: Round, side: Side): Promise<void> {
  const repository = repositoryOf(side);
  const body = JSON.stringify({ name: repository.split('/')[1], organization: 'my-org' });
  const headers = { authorization: `Bearer ${SEEDED_TOKENS.ada}`, 'content-type': 'application/json' };
  await fetch(`${sandbox.hubUrl}/api/repos/create`, { method: 'POST', headers, body });
  const from = 'octo-org/octo-repo';
  trustedPublishersOf(sandbox.hub.store).push({ type: 'model', repository, issuer: issuer.url, from });
}

async function run(round: Round, side: Side): Promise<Measured> {
  const { sandbox } = round;
  if (side === 'hf upload') return measure(theirProgram(round, side), () => sandbox.hubServer.requests.length);
  return measure(await ourProgram(round, side), () => ownRequests(sandbox));
}

async function ourProgram({ sandbox, issuer, folder: workspace }: Round, side: Side): Promise<Program> {
  const { membraneUrl, hubUrl, token, connectionId } = sandbox;
  const repository = repositoryOf(side);
  const parameters = side === 'publish, 100 files a commit' ? { repository, filesPerCommit: 100 } : { repository };
  const identity = side === 'publish, trusted publisher' ? { idToken: await issuer.idToken(hubUrl) } : {};
  const given = { membraneUrl, hubUrl, token, connectionId, workspace, parameters, ...identity };
  return { command: process.execPath, arguments: [child, JSON.stringify(given)], env: process.env };
}

function theirProgram({ sandbox, home, folder, python: command }: Round, side: Side): Program {
  const env = pythonEnvironment(sandbox, home, SEEDED_TOKENS.ada);
  return { command, arguments: [script, 'upload', repositoryOf(side), folder, '.'], env };
}

/** What our process sent: to Membrane, to the Hub under its own token, and to signed addresses; not what Membrane sent on. */
function ownRequests(sandbox: Sandbox): number {
  const own = sandbox.hubServer.requests.filter(({ headers: { authorization = 'hf_jwt_' } }) =>
    authorization.includes('hf_jwt_'),
  );
  return sandbox.membraneServer.requests.length + own.length;
}

function byPlace(one: Side, other: Side): number {
  return sides.indexOf(one) - sides.indexOf(other);
}

function rowsOf(
  { name, latencyMs }: { name: string; latencyMs: number },
  runs: ReadonlyMap<Side, Measured[]>,
): string[][] {
  const theirs = median(runs.get('hf upload') ?? []);
  return [...runs.keys()].toSorted(byPlace).map((side) => {
    const ours = median(runs.get(side) ?? []);
    const ratio = (of: (one: Measured) => number) =>
      side === 'hf upload' ? '' : ` (${(of(theirs) / of(ours)).toFixed(2)}×)`;
    return [
      name,
      `${latencyMs} ms`,
      side,
      `${(ours.milliseconds / 1000).toFixed(2)} s${ratio((one) => one.milliseconds)}`,
      `${(ours.cpuMilliseconds / 1000).toFixed(2)} s${ratio((one) => one.cpuMilliseconds)}`,
      `${ours.requests}${ratio((one) => one.requests)}`,
      `${ours.peakMegabytes.toFixed(0)} MB${ratio((one) => one.peakMegabytes)}`,
    ];
  });
}

async function page(
  rows: readonly string[][],
  [before, after]: readonly [number, number],
  interpreter: string,
): Promise<string> {
  const heading = ['Folder', 'Latency', 'Program', 'Time', 'Processor time', 'Requests', 'Peak memory'];
  return [
    '# publish and hf upload',
    '',
    `Written by \`bench/publish.ts\`. Medians of ${rounds}; Node ${process.version}, huggingface_hub ${huggingfaceHubVersion}, ${cpus().length} processors.`,
    'In brackets how many times less than `hf upload`. Latency is added at the Hub and at Membrane: through Membrane twice.',
    `Load of the machine before and after: ${before.toFixed(1)} and ${after.toFixed(1)}. Time means little where it is well over the number of processors; processor time, of the program alone, bears it better.`,
    `${startingCost(child, interpreter)} ${await proxyCost()}`,
    'The aims: once as fast as `hf upload` on bytes, 3× on small files, 5× where nothing has changed.',
    '',
    ...[heading, heading.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`),
    '',
  ].join('\n');
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { SEEDED_TOKENS } from '../test/sandbox/hub/seed.ts';
import { bundleAudit } from './audit/bundle.ts';
import { growthPlot } from './audit/plot.ts';
import { runAuditProcess, runJson, startHubProcess } from './audit/process.ts';
import { huggingfaceHubVersion, pythonWithClient } from './publish/python.ts';

/**
 * `node bench/audit.ts [REPOSITORIES …]`: what an audit costs as a namespace grows (1,000, 10,000 and 100,000, unless
 * said), first and again with its cache, and the same findings by a straightforward script over huggingface_hub.
 * Writes bench/audit/results.md and growth.svg where the sizes are the usual ones.
 */
const usual = [1000, 10_000, 100_000];
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : usual;
const folder = fileURLToPath(new URL('audit', import.meta.url));
const policy = path.join(folder, 'policy.json');
const comparedRepositories = 2000;
/** Milliseconds a request takes on its way: loopback has none, and nobody's Hub is on loopback. */
const comparedLatencies = [0, 20];

const measured = z.object({
  milliseconds: z.number(),
  requests: z.number(),
  findings: z.number(),
  incomplete: z.number(),
  peakMegabytes: z.number(),
});

const compared = z.object({ milliseconds: z.number(), peakMegabytes: z.number(), list: z.array(z.string()) });

/** Megabytes: what an audit may take at 100,000 repositories. */
const memoryGoal = 500;

type Measured = z.infer<typeof measured>;

interface Growth {
  readonly repositories: number;
  readonly first: Measured;
  readonly second: Measured;
}

const entry = bundleAudit();
const growth: Growth[] = [];
for (const repositories of sizes) {
  const row = await measureSize(repositories);
  growth.push(row);
  console.log(growthRow(row));
}
const comparison = await compareWithPython();
const text = document(growth, comparison);
console.log(text);
if (sizes.join() === usual.join()) {
  await writeFile(path.join(folder, 'results.md'), text);
  await writeFile(path.join(folder, 'growth.svg'), plot(growth));
}

async function measureSize(repositories: number): Promise<Growth> {
  const hub = await startHubProcess(repositories, 0);
  const place = await mkdtemp(path.join(tmpdir(), 'bench-audit-'));
  try {
    const run = async () => measured.parse(await runAuditProcess(entry, [hub.url, place, policy, 'cache']));
    return { repositories, first: await run(), second: await run() };
  } finally {
    await hub.stop();
    await rm(place, { recursive: true });
  }
}

async function compareWithPython(): Promise<string> {
  const python = await pythonWithClient();
  if (python === undefined) return 'Not compared: there is no Python with huggingface_hub here.';
  const rows = [];
  for (const latencyMs of comparedLatencies) rows.push(await compareOnce(python, latencyMs));
  return [
    `| Latency | Program | Findings | Requests | Time | Peak memory |`,
    `| --- | --- | --- | --- | --- | --- |`,
    ...rows.flat(),
  ].join('\n');
}

async function compareOnce(python: string, latencyMs: number): Promise<string[]> {
  const hub = await startHubProcess(comparedRepositories, latencyMs);
  const place = await mkdtemp(path.join(tmpdir(), 'bench-audit-'));
  const row = (name: string, result: z.infer<typeof compared>, requests: number) =>
    `| ${latencyMs} ms | ${name} | ${count(result.list.length)} | ${count(requests)} | ${seconds(result)} | ${megabytes(result)} |`;
  try {
    const ours = compared.parse(await runAuditProcess(entry, [hub.url, place, policy], { LIST_FINDINGS: 'yes' }));
    const ourRequests = await hub.requests();
    const script = path.join(folder, 'straightforward.py');
    const theirs = compared.parse(await runJson(python, [script], pythonEnvironment(hub.url, place)));
    const theirRequests = (await hub.requests()) - ourRequests;
    requireSame(ours.list, theirs.list);
    return [
      row('this action', ours, ourRequests),
      row(`huggingface_hub ${huggingfaceHubVersion}`, theirs, theirRequests),
    ];
  } finally {
    await hub.stop();
    await rm(place, { recursive: true });
  }
}

/** A comparison of two programs that find different things says nothing. */
function requireSame(ours: readonly string[], theirs: readonly string[]): void {
  const [mine, other] = [ours.toSorted(), theirs.toSorted()];
  if (mine.join('\n') === other.join('\n')) return;
  const only = (one: readonly string[], not: readonly string[]) =>
    one.filter((line) => !not.includes(line)).slice(0, 5);
  throw new Error(`The findings differ: ${JSON.stringify({ ours: only(mine, other), theirs: only(other, mine) })}`);
}

function pythonEnvironment(url: string, home: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HF_ENDPOINT: url,
    HF_TOKEN: SEEDED_TOKENS.ada,
    HF_HOME: home,
    HF_HUB_DISABLE_TELEMETRY: '1',
    HF_HUB_DISABLE_UPDATE_CHECK: '1',
    NO_PROXY: '127.0.0.1,localhost',
    PYTHONDONTWRITEBYTECODE: '1',
  };
}

function document(rows: readonly Growth[], compared: string): string {
  const ratios = rows.map(({ first, second }) => `${(first.requests / second.requests).toFixed(0)}×`);
  return [
    '# What an audit costs',
    '',
    'Written by `node bench/audit.ts`: seven rules, two of which need a request for a repository, on the sandbox over',
    'loopback; the audit is bundled as users get it, and the Hub runs in a process of its own.',
    'The second run is the same audit with the cache of the first. The time is the audit’s own; the peak of memory',
    '(VmHWM of its process) counts the writing of the report as well: HTML, SARIF, JSON, CSV, Markdown and badges.',
    '',
    '| Repositories | Run | Findings | Requests | Time | Peak memory |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(growthRow),
    '',
    `The second run is cheaper in requests by ${ratios.join(', ')}.`,
    ...perRepository(rows),
    '',
    memoryVerdict(rows),
    '',
    '![Growth](growth.svg)',
    '',
    `## ${count(comparedRepositories)} repositories, against a straightforward script`,
    '',
    'The same findings, line for line (`bench/audit/straightforward.py`). Latency is added to every request.',
    '',
    compared,
    '',
  ].join('\n');
}

/** Linear, and by how much. */
function perRepository(rows: readonly Growth[]): string[] {
  return rows.map(
    ({ repositories, first }) =>
      `- ${count(repositories)}: ${(first.requests / repositories).toFixed(3)} requests and ` +
      `${(first.milliseconds / repositories).toFixed(2)} ms a repository.`,
  );
}

function peakOf({ first, second }: Growth): number {
  return Math.max(first.peakMegabytes, second.peakMegabytes);
}

/** Said either way: a goal that was missed is a result too. */
function memoryVerdict(rows: readonly Growth[]): string {
  const over = rows.filter((row) => peakOf(row) >= memoryGoal);
  if (over.length === 0) return `Every run stayed under the goal of ${memoryGoal} MB.`;
  const told = over.map((row) => `${count(row.repositories)} repositories took ${Math.round(peakOf(row))} MB`);
  return `**The goal of ${memoryGoal} MB was missed:** ${told.join(', ')}.`;
}

function growthRow({ repositories, first, second }: Growth): string {
  const row = (name: string, run: Measured) =>
    `| ${count(repositories)} | ${name} | ${count(run.findings)} | ${count(run.requests)} | ${seconds(run)} | ${megabytes(run)} |`;
  return [row('first', first), row('second', second)].join('\n');
}

function plot(rows: readonly Growth[]): string {
  const points = (value: (row: Growth) => number) => rows.map((row) => [row.repositories, value(row)] as const);
  return growthPlot('What an audit costs as a namespace grows', [
    { name: 'Requests, first run', unit: '', color: '#0969da', points: points((row) => row.first.requests) },
    { name: 'Requests, second run', unit: '', color: '#54aeff', points: points((row) => row.second.requests) },
    { name: 'Time, first run', unit: 's', color: '#bc4c00', points: points((row) => row.first.milliseconds / 1000) },
    { name: 'Time, second run', unit: 's', color: '#fb8f44', points: points((row) => row.second.milliseconds / 1000) },
    { name: 'Peak memory', unit: 'MB', color: '#1a7f37', points: points(peakOf) },
  ]);
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}

function seconds({ milliseconds }: { readonly milliseconds: number }): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function megabytes({ peakMegabytes }: { readonly peakMegabytes: number }): string {
  return `${Math.round(peakMegabytes)} MB`;
}

import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { auditParameters } from '../../src/hub/audit/audit-parameters.ts';
import { reportFiles } from '../../src/hub/audit/report/files.ts';
import { auditSummary } from '../../src/hub/audit/report/summary-page.ts';
import { runAudit } from '../../src/hub/audit/run-audit.ts';
import { sleep } from '../../src/runtime.ts';
import { callsOver } from '../../test/hub/audit/calls-over.ts';
import { peakKilobytes } from '../../test/hub/publish/peak-memory.ts';

/**
 * `node audit-process.ts URL FOLDER POLICY.json [CACHE]`: one audit of `big`, its reports written as the action writes
 * them; says what it cost as JSON.
 */
const [, , url = '', folder = '', policy = '', cache] = process.argv;
const silent = { debug: () => undefined, info: () => undefined, notice: () => undefined, warning: () => undefined };
const resolve = async (given: string) => path.resolve(folder, given);
const began = performance.now();
const { report } = await runAudit(auditParameters.parse({ namespace: 'big', policy, cache, concurrency: 32 }), {
  calls: callsOver(url, process.env.HF_TOKEN ?? ''),
  files: {
    readText: async (given) => readFile(path.resolve(folder, given), 'utf8'),
    pathToRead: resolve,
    pathToWrite: resolve,
  },
  log: silent,
  runtime: {
    ...{ env: {}, platform: process.platform, execPath: process.execPath, fetch, random: Math.random, sleep },
    now: () => Date.now(),
  },
  signal: new AbortController().signal,
  dryRun: false,
});
const audited = performance.now() - began;
await writeReports();
const reported = performance.now() - began - audited;
const peakMegabytes = peakKilobytes() / 1024;
const findings = report.findings.map(({ rule, subject, path: file }) => {
  const type = subject.kind === 'repository' ? subject.type : 'namespace';
  return [rule, type, subject.id, file ?? ''].join(' ');
});
const measured = {
  milliseconds: audited,
  reportMilliseconds: reported,
  requests: report.cost.requests,
  cacheHits: report.cost.cacheHits,
  findings: report.findings.length,
  incomplete: report.incomplete.length,
  peakMegabytes,
};
console.log(JSON.stringify(process.env.LIST_FINDINGS === 'yes' ? { ...measured, list: findings } : measured));

async function writeReports(): Promise<void> {
  const reports = path.join(folder, 'reports');
  await mkdir(reports, { recursive: true });
  for (const file of reportFiles(report)) {
    await pipeline(Readable.from(file.chunks()), createWriteStream(path.join(reports, file.name)));
  }
  auditSummary(report);
}

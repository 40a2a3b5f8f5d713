import type { Log } from '../../log.ts';
import { apiPath } from './facts/fact-source.ts';
import { openDiscussions } from './facts/open-discussions.ts';
import type { Finding, FixOutcome, RepositorySubject } from './findings.ts';
import { type HubCalls, isSuccess, trySend } from './hub-calls.ts';
import type { PageResult } from './page-result.ts';
import { readRecord } from './repository-record.ts';
import type { SettingsChange } from './rule.ts';

export interface FixRequest {
  /** Those that count: neither exempted nor accepted, worst first. */
  readonly findings: readonly Finding[];
  readonly fixes: PageResult['fixes'];
  readonly maxFixes: number;
  /** Only say what would be done. */
  readonly dryRun: boolean;
  readonly calls: HubCalls;
  readonly log: Log;
  readonly now: number;
}

interface Fix {
  readonly finding: Finding;
  readonly subject: RepositorySubject;
  readonly change: SettingsChange;
  readonly description: string;
}

/** Mends findings that have a safe mend, one after the other, each read back from the Hub. */
export async function applyFixes(request: FixRequest): Promise<FixOutcome[]> {
  const outcomes: FixOutcome[] = [];
  for (const [index, fix] of fixable(request).entries()) {
    const { description, finding } = fix;
    const told = { fingerprint: finding.fingerprint, description };
    if (index >= request.maxFixes) {
      outcomes.push({ ...told, status: 'skipped', reason: `More than ${request.maxFixes} fixes: see \`max-fixes\`.` });
    } else if (request.dryRun) outcomes.push({ ...told, status: 'planned' });
    else outcomes.push({ ...told, ...(await mend(fix, request)) });
  }
  return outcomes;
}

function fixable({ findings, fixes }: FixRequest): Fix[] {
  const changes = new Map(fixes.map((fix) => [fix.fingerprint, fix.change]));
  return findings.flatMap((finding) => {
    const change = changes.get(finding.fingerprint);
    const { subject } = finding;
    if (!change || subject.kind !== 'repository') return [];
    return [{ finding, subject, change, description: `${describe(change)} of ${subject.type} ${subject.id}` }];
  });
}

function describe(change: SettingsChange): string {
  if (change.kind === 'sleep-time') return `Set the sleep time to ${change.seconds} s`;
  const settings = Object.entries(change.settings).map(([name, value]) => `${name} to ${value}`);
  return `Set ${settings.join(', ')}`;
}

/** The Hub's answer to a write says little; what counts is what it shows afterwards. */
async function mend(fix: Fix, { calls, log, now }: FixRequest): Promise<Pick<FixOutcome, 'status' | 'reason'>> {
  log.info(`${fix.description}.`);
  const path = apiPath(fix.subject);
  const refusal =
    fix.change.kind === 'settings'
      ? await trySend(calls, 'PUT', `${path}/settings`, fix.change.settings)
      : await trySend(calls, 'POST', `${path}/sleeptime`, { seconds: fix.change.seconds });
  if (await holds(fix, calls, now)) return { status: 'mended' };
  return { status: 'failed', reason: refusal ?? 'The Hub took the change, and does not show it.' };
}

async function holds({ subject, change }: Fix, calls: HubCalls, now: number): Promise<boolean> {
  const answer = await calls.get(apiPath(subject));
  const record = isSuccess(answer) ? readRecord(subject.type, answer.body) : undefined;
  if (!record) return false;
  if (change.kind === 'sleep-time') return record.runtime?.sleepAfterSeconds === change.seconds;
  const { visibility, gated, discussionsDisabled } = change.settings;
  if (visibility !== undefined && record.private !== (visibility === 'private')) return false;
  if (gated !== undefined && record.gated !== gated) return false;
  if (discussionsDisabled === undefined) return true;
  const discussions = await openDiscussions.load(record, calls, now);
  return discussions.kind === 'value' && discussions.value.disabled === discussionsDisabled;
}

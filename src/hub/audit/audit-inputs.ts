import { inputError } from '../../input-problem.ts';
import { fromJson, isMapping } from '../input-value.ts';
import { isRecord, type Json } from '../json.ts';
import type { AuditContext } from './audit-context.ts';
import type { AuditParameters } from './audit-parameters.ts';
import { type Checkpoint, noCheckpoint, openCheckpoint } from './checkpoint.ts';
import { emptyCache, type FactCache, FactCacheWriter, readFactCache } from './fact-cache.ts';
import { digestOf } from './fingerprint.ts';
import type { BaselineEntry, Policy } from './policy/policy-schema.ts';
import { type PolicyReading, parseBaseline, parsePolicy, readPolicy } from './policy/read-policy.ts';

/** The policy and the accepted findings; the problems of both are reported together. */
export async function readPolicies(
  { policy, baseline }: Pick<AuditParameters, 'policy' | 'baseline'>,
  { files }: Pick<AuditContext, 'files'>,
): Promise<{ readonly policy: Policy; readonly baseline: readonly BaselineEntry[] }> {
  const rules = await readPolicyInput(policy, files);
  const accepted: PolicyReading<readonly BaselineEntry[]> =
    baseline === undefined ? { ok: true, value: [] } : parseBaseline(await files.readText(baseline), baseline);
  if (rules.ok && accepted.ok) return { policy: rules.value, baseline: accepted.value };
  throw inputError([rules, accepted].flatMap((one) => (one.ok ? [] : one.problems)));
}

async function readPolicyInput(
  policy: AuditParameters['policy'],
  files: AuditContext['files'],
): Promise<PolicyReading<Policy>> {
  if (policy === undefined) return readPolicy(new Map(), 'input.policy');
  if (typeof policy === 'string') return parsePolicy(await files.readText(policy), policy);
  const document = fromJson(asJson(policy));
  return readPolicy(isMapping(document) ? document : new Map(), 'input.policy');
}

/** The parameters came as YAML or JSON: what is in them is JSON already. */
function asJson(value: unknown): Json {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(asJson);
  if (!isRecord(value)) return null;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asJson(inner)]));
}

export interface OpenedCache {
  readonly cache: FactCache;
  readonly writer: FactCacheWriter | undefined;
}

/** The cache of an earlier run, and the writer of the next one's. */
export async function openCache(
  { cache: given, namespace }: { readonly cache?: string | undefined; readonly namespace: string },
  { files, log }: Pick<AuditContext, 'files' | 'log'>,
): Promise<OpenedCache> {
  if (given === undefined) return { cache: emptyCache, writer: undefined };
  const { cache, problem } = await readFactCache(await files.pathToRead(given), namespace);
  if (problem !== undefined) log.notice(`The cache ${given} ${problem}: it is not used, and written anew.`);
  const writer = new FactCacheWriter(await files.pathToWrite(given));
  await writer.begin(namespace);
  return { cache, writer };
}

/** `question`: all that must be the same for the pages of an interrupted audit to be of use. */
export async function openAuditCheckpoint(
  { checkpoint }: Pick<AuditParameters, 'checkpoint'>,
  question: unknown,
  { files }: Pick<AuditContext, 'files'>,
): Promise<Checkpoint> {
  if (checkpoint === undefined) return noCheckpoint;
  return openCheckpoint(await files.pathToWrite(checkpoint), digestOf(question));
}

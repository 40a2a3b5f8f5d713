import { z } from 'zod';
import { isRecord } from '../json.ts';
import type { AuditedType } from './findings.ts';

/** Where a Space's run is. */
export interface SpaceRuntime {
  readonly stage: string;
  readonly hardware: string | undefined;
  readonly requestedHardware: string | undefined;
  /** Seconds without a visitor before it sleeps; `null` for never. */
  readonly sleepAfterSeconds: number | null;
}

/** What one item of the Hub's lists tells of a repository. Custom rules are asked over exactly this. */
export interface RepositoryRecord {
  readonly type: AuditedType;
  /** `namespace/name` */
  readonly id: string;
  readonly name: string;
  readonly private: boolean | undefined;
  readonly gated: false | 'auto' | 'manual' | undefined;
  readonly disabled: boolean;
  /** ISO 8601 */
  readonly createdAt: string | undefined;
  readonly lastModified: string | undefined;
  readonly sha: string | undefined;
  readonly tags: readonly string[];
  readonly likes: number | undefined;
  readonly downloads: number | undefined;
  readonly pipelineTag: string | undefined;
  readonly libraryName: string | undefined;
  /** The README's front matter. */
  readonly cardData: Readonly<Record<string, unknown>> | undefined;
  /** From the card, else from the tags; lower case. */
  readonly licenses: readonly string[];
  readonly baseModels: readonly string[];
  readonly evaluated: boolean;
  /** Paths; missing where they were not asked for. */
  readonly files: readonly string[] | undefined;
  /** Bytes, history included. */
  readonly usedStorage: number | undefined;
  readonly resourceGroup: { readonly id: string; readonly name: string } | undefined;
  readonly runtime: SpaceRuntime | undefined;
  /** Of a Space: `gradio`, `docker`, `static`. */
  readonly sdk: string | undefined;
}

/** What of a record costs the Hub work: a list is asked only for what the rules read. */
export type ListFact =
  | 'cardData'
  | 'disabled'
  | 'downloads'
  | 'evaluated'
  | 'files'
  | 'gated'
  | 'libraryName'
  | 'licenses'
  | 'likes'
  | 'pipelineTag'
  | 'resourceGroup'
  | 'runtime'
  | 'sdk'
  | 'tags'
  | 'usedStorage'
  | 'baseModels';

/** Names of `expand`, by fact (huggingface_hub, ExpandModelProperty_T and its like). */
const expansions: Readonly<Record<ListFact, readonly string[]>> = {
  cardData: ['cardData'],
  disabled: ['disabled'],
  downloads: ['downloads'],
  evaluated: ['cardData', 'model-index'],
  files: ['siblings'],
  gated: ['gated'],
  libraryName: ['library_name'],
  licenses: ['cardData', 'tags'],
  likes: ['likes'],
  pipelineTag: ['pipeline_tag', 'tags', 'cardData'],
  resourceGroup: ['resourceGroup'],
  runtime: ['runtime'],
  sdk: ['sdk'],
  tags: ['tags'],
  usedStorage: ['usedStorage'],
  baseModels: ['cardData', 'tags'],
};

const always = ['createdAt', 'disabled', 'lastModified', 'private', 'sha'];
const modelsOnly = ['library_name', 'model-index', 'pipeline_tag'];

/** What `expand` must ask for, in a fixed order, so that the same policy asks the same question. */
export function expandFor(type: AuditedType, facts: Iterable<ListFact>): readonly string[] {
  const wanted = new Set([...always, ...[...facts].flatMap((fact) => expansions[fact])]);
  return [...wanted].filter((name) => isKnown(type, name)).toSorted();
}

function isKnown(type: AuditedType, name: string): boolean {
  if (name === 'runtime' || name === 'sdk') return type === 'space';
  if (name === 'gated' || name === 'downloads') return type !== 'space';
  return type === 'model' || !modelsOnly.includes(name);
}

const text = z.string().optional().catch(undefined);
const amount = z.number().nonnegative().optional().catch(undefined);
const texts = z.array(z.string()).catch([]);

const hardware = z.object({ current: text.nullish(), requested: text.nullish() }).catch({});
const runtime = z.object({ stage: z.string(), hardware, gcTimeout: z.number().nullish().catch(null) });

/** A field of another shape than expected is a field that is not there: the rest of the record still counts. */
const item = z.object({
  id: z.string().min(1).max(300),
  private: z.boolean().optional().catch(undefined),
  gated: z.literal([false, 'auto', 'manual']).optional().catch(undefined),
  disabled: z.boolean().catch(false),
  createdAt: text,
  lastModified: text,
  sha: text,
  tags: texts,
  likes: amount,
  downloads: amount,
  pipeline_tag: text,
  library_name: text,
  cardData: z.record(z.string(), z.unknown()).optional().catch(undefined),
  'model-index': z.unknown().optional(),
  siblings: z
    .array(z.object({ rfilename: z.string() }))
    .optional()
    .catch(undefined),
  usedStorage: amount,
  resourceGroup: z.object({ id: z.string(), name: z.string() }).optional().catch(undefined),
  runtime: runtime.optional().catch(undefined),
  sdk: text,
});

/** An item of a list, or nothing where it does not even say which repository it is. */
export function readRecord(type: AuditedType, listed: unknown): RepositoryRecord | undefined {
  const read = item.safeParse(listed);
  if (!read.success) return undefined;
  const { data } = read;
  const card = data.cardData;
  return {
    type,
    id: data.id,
    name: data.id.slice(data.id.lastIndexOf('/') + 1),
    private: data.private,
    gated: data.gated,
    disabled: data.disabled,
    createdAt: data.createdAt,
    lastModified: data.lastModified,
    sha: data.sha,
    tags: data.tags,
    likes: data.likes,
    downloads: data.downloads,
    pipelineTag: data.pipeline_tag ?? textsOf(card?.pipeline_tag)[0],
    libraryName: data.library_name,
    cardData: card,
    licenses: named(card?.license, data.tags, 'license:').map((one) => one.toLowerCase()),
    baseModels: named(card?.base_model, data.tags, 'base_model:').filter((one) => /^[^\s:]+\/[^\s/:]+$/.test(one)),
    evaluated: isFilled(data['model-index']) || isFilled(card?.['model-index']) || isFilled(card?.eval_results),
    files: data.siblings?.map((file) => file.rfilename),
    usedStorage: data.usedStorage,
    resourceGroup: data.resourceGroup,
    runtime: data.runtime && readRuntime(data.runtime),
    sdk: data.sdk,
  };
}

function readRuntime(read: z.infer<typeof runtime>): SpaceRuntime {
  return {
    stage: read.stage,
    hardware: read.hardware.current ?? undefined,
    requestedHardware: read.hardware.requested ?? undefined,
    sleepAfterSeconds: read.gcTimeout ?? null,
  };
}

/** A card holds one text or a list of them. */
export function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string' && one !== '') : [];
}

function named(inCard: unknown, tags: readonly string[], prefix: string): readonly string[] {
  const own = textsOf(inCard);
  if (own.length > 0) return own;
  return tags.filter((tag) => tag.startsWith(prefix)).map((tag) => tag.slice(prefix.length));
}

/** Neither absent nor empty: an empty list in a card says as little as no list. */
export function isFilled(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return !isRecord(value) || Object.keys(value).length > 0;
}

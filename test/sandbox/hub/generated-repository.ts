import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import { Random } from './random.ts';
import type { CardData } from './store/card.ts';
import type { FileEntry } from './store/content.ts';
import { Content } from './store/content.ts';
import { DEFAULT_GIT_ATTRIBUTES } from './store/git-attributes.ts';
import { gitObjectId, lfsPointer } from './store/git-object.ts';
import { addBlob } from './store/new-repository.ts';
import type { ContentSource, RepositoryType, SecurityLevel } from './store/repository.ts';

const LICENSES = ['apache-2.0', 'mit', 'cc-by-4.0', 'cc-by-nc-4.0', 'openrail', 'llama3.1', 'gemma', 'other'] as const;
const TASKS = [
  'text-generation',
  'text-classification',
  'image-classification',
  'automatic-speech-recognition',
  'feature-extraction',
  'text-to-image',
  'fill-mask',
] as const;
const LIBRARIES = ['transformers', 'diffusers', 'sentence-transformers', 'timm', 'peft'] as const;
const LANGUAGES = ['en', 'fr', 'de', 'zh', 'ar', 'hi', 'sw'] as const;
const BASES = [
  'google-bert/bert-base-uncased',
  'meta-llama/Llama-3.1-8B',
  'mistralai/Mistral-7B-v0.1',
  'openai/whisper-small',
] as const;
const WORDS = [
  'amber',
  'basil',
  'cedar',
  'delta',
  'ember',
  'fjord',
  'grove',
  'heron',
  'iris',
  'jade',
  'koala',
  'lotus',
  'maple',
  'nova',
  'onyx',
  'pearl',
] as const;
const SDKS = ['gradio', 'docker', 'static'] as const;
const NO_SCANS: ReadonlyMap<string, SecurityLevel> = new Map();

/** What makes one generated repository different from the next, without its files. */
export interface GeneratedTraits {
  readonly name: string;
  readonly createdAt: Date;
  readonly lastModified: Date;
  readonly private: boolean;
  readonly gated: false | 'auto' | 'manual';
  readonly likes: number;
  readonly downloads: number;
  readonly trendingScore: number;
  readonly sdk: string | undefined;
  readonly safetensors: Readonly<Record<string, number>> | undefined;
  readonly scans: ReadonlyMap<string, SecurityLevel>;
}

function randomFor(type: RepositoryType, seed: number, index: number, part: string): Random {
  return new Random(createHash('sha1').update(`${seed}/${type}/${index}/${part}`).digest().readUInt32BE(0));
}

const FIRST_DAY = Date.UTC(2022, 2, 2);
/** Generated repositories end here, whatever day it is, so that two runs see the same Hub. */
const LAST_DAY = Date.UTC(2026, 5, 1);

/** About one in eight models keeps its weights as a pickle, and some of those are flagged. */
function weights(type: RepositoryType, random: Random): 'safetensors' | 'pickle' | undefined {
  if (type !== 'model') return undefined;
  return random.chance(0.125) ? 'pickle' : 'safetensors';
}

function scansOf(kind: 'safetensors' | 'pickle' | undefined, random: Random): ReadonlyMap<string, SecurityLevel> {
  if (kind !== 'pickle') return NO_SCANS;
  const roll = random.next();
  if (roll < 0.05) return new Map([['pytorch_model.bin', 'unsafe']]);
  if (roll < 0.15) return new Map([['pytorch_model.bin', 'suspicious']]);
  return NO_SCANS;
}

/** The traits of the repository with that number. */
export function generatedTraits(type: RepositoryType, seed: number, index: number): GeneratedTraits {
  const random = randomFor(type, seed, index, 'traits');
  const createdAt = FIRST_DAY + random.below(LAST_DAY - FIRST_DAY);
  const popularity = 1 / (random.next() + 1e-6);
  const kind = weights(type, randomFor(type, seed, index, 'weights'));
  const size = 10 ** (6 + 4 * random.next());
  return {
    name: `${random.pick(WORDS)}-${random.pick(WORDS)}-${String(index).padStart(5, '0')}`,
    createdAt: new Date(createdAt),
    lastModified: new Date(createdAt + random.below(LAST_DAY - createdAt + 1)),
    private: random.chance(0.2),
    gated: random.chance(0.9) ? false : random.pick(['auto', 'manual']),
    likes: Math.floor(popularity),
    downloads: Math.floor(popularity * random.below(500)),
    trendingScore: random.below(100),
    sdk: type === 'space' ? random.pick(SDKS) : undefined,
    safetensors: kind === 'safetensors' ? { [random.pick(['F32', 'BF16', 'F16'])]: Math.floor(size) } : undefined,
    scans: scansOf(kind, random),
  };
}

/** Some cards name no licence, as in real life. */
function cardOf(type: RepositoryType, seed: number, index: number): CardData {
  const random = randomFor(type, seed, index, 'card');
  const license = random.chance(0.85) ? { license: random.pick(LICENSES) } : {};
  const language = random.chance(0.6) ? { language: [random.pick(LANGUAGES)] } : {};
  if (type === 'model') {
    const base = random.chance(0.5) ? { base_model: random.pick(BASES) } : {};
    return { ...license, ...language, library_name: random.pick(LIBRARIES), pipeline_tag: random.pick(TASKS), ...base };
  }
  if (type === 'dataset') return { ...license, ...language, task_categories: [random.pick(TASKS)] };
  return { ...license, title: `Demo ${index}`, sdk: generatedTraits(type, seed, index).sdk };
}

/** Weights are declared by their pointers only: their bytes are held nowhere, and downloading them answers 404. */
function weightFiles(type: RepositoryType, seed: number, index: number): [string, number][] {
  const kind = weights(type, randomFor(type, seed, index, 'weights'));
  const traits = generatedTraits(type, seed, index);
  const parameters = Object.values(traits.safetensors ?? {})[0] ?? 50_000_000;
  if (kind === 'safetensors') return [['model.safetensors', parameters * 2]];
  if (kind === 'pickle') return [['pytorch_model.bin', parameters * 4]];
  return type === 'dataset' ? [['data/train-00000.parquet', (index + 1) * 4096]] : [];
}

function textFiles(type: RepositoryType, seed: number, index: number): [string, Buffer][] {
  const card = cardOf(type, seed, index);
  const readme = `---\n${stringify(card)}---\n# Number ${index}\n`;
  const files: [string, string][] = [
    ['.gitattributes', DEFAULT_GIT_ATTRIBUTES],
    ['README.md', readme],
  ];
  if (type === 'model') files.push(['config.json', `${JSON.stringify({ model_type: 'bert', index })}\n`]);
  if (type === 'space') files.push(['app.py', `print(${index})\n`]);
  return files.map(([path, text]) => [path, Buffer.from(text)]);
}

function makeContent(type: RepositoryType, seed: number, index: number): Content {
  const content = new Content();
  const entries = new Map<string, FileEntry>();
  for (const [path, bytes] of textFiles(type, seed, index)) entries.set(path, addBlob(content, bytes));
  for (const [path, size] of weightFiles(type, seed, index)) {
    const sha256 = createHash('sha256').update(`${seed}/${type}/${index}/${path}`).digest('hex');
    const pointer = lfsPointer(sha256, size);
    entries.set(path, { oid: gitObjectId('blob', pointer), size, lfs: { sha256, pointerSize: pointer.length } });
  }
  const date = generatedTraits(type, seed, index).lastModified;
  const commit = content.write(entries, [], { title: 'Upload everything', description: '', authors: ['ada'], date });
  content.branches.set('main', commit.oid);
  return content;
}

/** Where the files of the repository with that number come from. */
export function generatedSource(type: RepositoryType, seed: number, index: number): ContentSource {
  return {
    files: () =>
      new Map([
        ...textFiles(type, seed, index).map(([path, bytes]) => [path, { size: bytes.length }] as const),
        ...weightFiles(type, seed, index).map(([path, size]) => [path, { size }] as const),
      ]),
    card: () => cardOf(type, seed, index),
    make: () => makeContent(type, seed, index),
  };
}

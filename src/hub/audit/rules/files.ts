import { z } from 'zod';
import { pathMatcher } from '../patterns.ts';
import type { RepositoryRecord } from '../repository-record.ts';
import { defineRepositoryRule } from '../rule.ts';
import { bytes, inBytes, patternsOr } from './options.ts';

/** Findings of one rule in one repository: a thousand shards of one model are one thing to mend. */
const namedFiles = 20;

const pickleExtensions = ['bin', 'ckpt', 'dill', 'joblib', 'pickle', 'pkl', 'pt', 'pth'];

/** In data `.bin` is any bytes; in a model it is what `torch.save` wrote. */
function pickleExtensionsOf(record: RepositoryRecord, extensions: readonly string[]): readonly string[] {
  return record.type === 'model' ? extensions : extensions.filter((one) => one !== 'bin');
}

function filesWith(record: RepositoryRecord, extensions: readonly string[]): readonly string[] {
  const wanted = new Set(extensions);
  return (record.files ?? []).filter((path) => wanted.has(path.slice(path.lastIndexOf('.') + 1).toLowerCase()));
}

export const pickleFile = defineRepositoryRule({
  id: 'pickle-file',
  title: 'No pickle files',
  severity: 'high',
  protects: 'Everybody who loads the repository: a pickle runs code while it is read.',
  mend: 'Convert the file to safetensors and delete the pickle.',
  recommended: true,
  types: ['model', 'dataset', 'space'],
  reads: ['files'],
  options: {
    extensions: z
      .array(z.string().regex(/^[A-Za-z0-9]{1,20}$/))
      .min(1)
      .default(pickleExtensions)
      .describe('Extensions that count as pickle; `bin` counts in models only.'),
  },
  prepare({ extensions }) {
    return (record) =>
      filesWith(record, pickleExtensionsOf(record, extensions))
        .slice(0, namedFiles)
        .map((path) => ({ message: `${path} is a pickle file.`, evidence: [path], detail: path, path }));
  },
});

export const safetensorsOnly = defineRepositoryRule({
  id: 'safetensors-only',
  title: 'Weights are safetensors',
  severity: 'medium',
  protects: 'Loading that runs no code and reads only what it needs.',
  mend: 'Convert the weights to safetensors and delete the other files.',
  types: ['model'],
  reads: ['files'],
  options: {
    allow: z
      .array(z.string().regex(/^[A-Za-z0-9]{1,20}$/))
      .default(['gguf', 'onnx'])
      .describe('Other formats that will do.'),
  },
  prepare({ allow }) {
    const weights = [...pickleExtensions, 'h5', 'keras', 'msgpack', 'tflite', 'gguf', 'onnx', 'pb', 'nemo', 'mar'];
    const refused = weights.filter((one) => !allow.includes(one));
    return (record) =>
      filesWith(record, refused)
        .slice(0, namedFiles)
        .map((path) => ({ message: `${path} holds weights in another format.`, evidence: [path], detail: path, path }));
  },
});

/** Files that scanners judge: code, archives, executables and what loads as code. */
const riskyExtensions = [
  ...pickleExtensions,
  ...['h5', 'keras', 'py', 'sh', 'exe', 'dll', 'so', 'jar', 'zip', 'tar', 'gz', '7z', 'npy', 'npz', 'nemo', 'mar'],
  ...['gguf', 'onnx', 'pb', 'llamafile', 'js', 'html', 'pdf', 'docm', 'xlsm', 'bat', 'ps1', 'dylib', 'dmg', 'msi'],
];

const scanLevels = ['unsafe', 'suspicious', 'caution', 'error'] as const;

export const unsafeScan = defineRepositoryRule({
  id: 'unsafe-scan',
  title: "No file failed the Hub's security scan",
  severity: 'critical',
  protects: 'Everybody who downloads: the scanners look for malware and for pickles that run code.',
  mend: "Look at the scan on the file's page, delete the file, and find out where it came from.",
  recommended: true,
  types: ['model', 'dataset', 'space'],
  reads: ['files'],
  options: {
    levels: z.array(z.enum(scanLevels)).min(1).default(['unsafe', 'suspicious']).describe('Results that count.'),
    scan: z
      .enum(['risky', 'all'])
      .default('risky')
      .describe('Which repositories are asked: those with a file of a kind that can do harm, or all (a call each).'),
  },
  needs: {
    fact: 'scan',
    inQuestion: (record, { scan }) =>
      record.files === undefined ||
      (record.files.length > 0 && (scan === 'all' || filesWith(record, riskyExtensions).length > 0)),
    stillHolds: ({ value, at, sameCommit }, _options, { now, refreshAfter }) =>
      sameCommit && value.scansDone && now - at < refreshAfter,
  },
  prepare({ levels }) {
    const counted = new Set<string>(levels);
    return (_record, { scan }) => {
      const bad = scan?.files.filter((file) => counted.has(file.level)) ?? [];
      return bad.slice(0, namedFiles).map(({ path, level }) => ({
        message: `The Hub's scanners call ${path} ${level}.`,
        evidence: [`${path}: ${level}`],
        detail: path,
        path,
      }));
    };
  },
});

export const fileTooLarge = defineRepositoryRule({
  id: 'file-too-large',
  title: 'Files stay under the size limit',
  severity: 'low',
  protects: "Downloads that can be resumed and cached, and the Hub's own limit of 50 GB a file.",
  mend: 'Split the file into shards.',
  types: ['model', 'dataset', 'space'],
  reads: ['usedStorage'],
  options: { limit: bytes('The largest size a file may have: bytes, or a text such as `20 GB`.') },
  needs: {
    fact: 'sizes',
    // No file is larger than all of them together.
    inQuestion: (record, { limit }) => record.usedStorage === undefined || record.usedStorage > limit,
    stillHolds: ({ sameCommit }) => sameCommit,
  },
  prepare({ limit }) {
    return (_record, { sizes }) => {
      const large = sizes?.largest.filter((file) => file.size > limit) ?? [];
      return large.map(({ path, size }) => ({
        message: `${path} is ${inBytes(size)} large; ${inBytes(limit)} are allowed.`,
        evidence: [`${path}: ${inBytes(size)}`],
        detail: path,
        path,
      }));
    };
  },
});

const secretPatterns = [
  ...['.env', '.env.*', '*.pem', '*.key', '*.p12', '*.pfx', '*.jks', '*.keystore', 'id_rsa', 'id_dsa', 'id_ecdsa'],
  ...['id_ed25519', '.netrc', '.npmrc', '.pypirc', '.git-credentials', '.htpasswd', '.aws/credentials', '*.ovpn'],
  ...[
    'credentials.json',
    'client_secret*.json',
    'service[-_]account*.json',
    'secrets.{yml,yaml,json,toml}',
    'hf_token*',
  ],
];

/** Examples hold no secret. */
const harmless = pathMatcher(['.env.{example,sample,template,dist}', '*.pub.pem', 'public*.pem', 'tokenizer*.key']);

export const secretFileName = defineRepositoryRule({
  id: 'secret-file-name',
  title: 'No file is named like a secret',
  severity: 'critical',
  protects: 'Keys and passwords: on a public repository they are read within minutes.',
  mend: 'Revoke the secret first, then delete the file and squash the history.',
  recommended: true,
  types: ['model', 'dataset', 'space'],
  reads: ['files'],
  options: { patterns: patternsOr(secretPatterns, 'Globs over file names.') },
  prepare({ patterns: wanted }) {
    const matches = pathMatcher(wanted);
    return (record) =>
      (record.files ?? [])
        .filter((path) => matches(path) && !harmless(path))
        .slice(0, namedFiles)
        .map((path) => ({ message: `${path} is named like a secret.`, evidence: [path], detail: path, path }));
  },
});

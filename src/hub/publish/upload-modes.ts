import pLimit from 'p-limit';
import { z } from 'zod';
import { send } from '../hub-request.ts';
import type { Json } from '../json.ts';
import type { UploadMode } from './commit-lines.ts';
import { readBeginning, readContents } from './file-contents.ts';
import type { LocalFile } from './files.ts';
import { matchGlobs } from './globs.ts';
import { ask, type HubCalls, unreadable } from './hub-calls.ts';
import { revisionPath, type Target } from './target.ts';

/** By this much of a file the Hub tells text from binary. */
const sampleBytes = 512;
/** Files of one question; the Hub takes 1,000. */
const filesPerQuestion = 1000;
/** A question's own letters around each file: names of its fields, quotes, the size, the sample in base64. */
const bytesPerFile = 800;
const questionsAtOnce = 4;

const answer = z.object({
  files: z.array(z.object({ path: z.string(), uploadMode: z.enum(['regular', 'lfs']) })),
});

export interface ModeRequest {
  readonly target: Target;
  readonly files: readonly LocalFile[];
  /** The folder's own `.gitattributes`, which decides with the rest. */
  readonly gitAttributes: LocalFile | undefined;
  readonly requestBytes: number;
}

/** How each file is to travel, as the Hub decides it by name, size and first bytes. */
export async function askUploadModes(
  hub: HubCalls,
  request: ModeRequest,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, UploadMode>> {
  const limit = pLimit(questionsAtOnce);
  const gitAttributes = request.gitAttributes && readContents(request.gitAttributes).toString('utf8');
  const groups = questions(request.files, request.requestBytes - (gitAttributes?.length ?? 0));
  const answers = await Promise.all(
    groups.map((files) => limit(() => askOne(hub, { ...request, files }, gitAttributes, signal))),
  );
  return new Map(answers.flat());
}

function questions(files: readonly LocalFile[], bytes: number): LocalFile[][] {
  const groups: LocalFile[][] = [];
  let room = { bytes: 0, files: 0 };
  for (const file of files) {
    const needed = bytesPerFile + 2 * Buffer.byteLength(file.path);
    if (room.files === 0 || room.bytes < needed) {
      groups.push([]);
      room = { bytes, files: filesPerQuestion };
    }
    groups.at(-1)?.push(file);
    room = { bytes: room.bytes - needed, files: room.files - 1 };
  }
  return groups;
}

async function askOne(
  hub: HubCalls,
  request: ModeRequest,
  gitAttributes: string | undefined,
  signal: AbortSignal,
): Promise<[string, UploadMode][]> {
  const files = request.files.map(describe);
  const call = send('POST', revisionPath(request.target, 'preupload'), { files, gitAttributes });
  const response = await ask(
    hub,
    request.target.newPullRequest ? { ...call, query: [['create_pr', '1']] } : call,
    signal,
  );
  const read = answer.safeParse(response.body);
  if (!read.success) throw unreadable('how files are to be uploaded', read.error);
  const modes = new Map(read.data.files.map((file) => [file.path, file.uploadMode]));
  return request.files.map((file) => {
    const mode = modes.get(file.path);
    if (mode === undefined) throw unreadable(`how ${file.path} is to be uploaded`);
    return [file.path, file.size === 0 ? 'regular' : mode];
  });
}

function describe(file: LocalFile): Json {
  const sample = readBeginning(file, sampleBytes);
  return { path: file.path, size: file.size, sample: sample.toString('base64') };
}

/** The Hub's threshold for a file of any name (about 10 MiB, not documented). */
const lfsThreshold = 10 * 1024 * 1024;

/** What the `.gitattributes` of every new repository on the Hub sends by LFS. */
const lfsNames = matchGlobs([
  ...'7z arrow bin bz2 ckpt ftz gz h5 joblib mlmodel model msgpack npy npz onnx ot parquet pb pickle pkl pt pth rar'
    .split(' ')
    .map((ending) => `*.${ending}`),
  ...'safetensors tar tflite tgz wasm xz zip zst'.split(' ').map((ending) => `*.${ending}`),
  '*.lfs.*',
  '*.tar.*',
  '*tfevents*',
  '/saved_model/**/*',
]);

/** What to expect where there is no repository to ask yet; the Hub decides when there is one. */
export function expectedMode(file: LocalFile): UploadMode {
  return file.size > 0 && (file.size > lfsThreshold || lfsNames(file.path)) ? 'lfs' : 'regular';
}

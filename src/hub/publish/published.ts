import type { Json } from '../json.ts';
import type { ResultTable } from '../operation-result.ts';
import type { PlannedFile, PublishPlan } from './plan.ts';
import { counted, shownBytes } from './shown.ts';

/** Rows of the summary's table. */
const tableRows = 50;
/** Files the plan names one by one; a folder may have a hundred thousand. */
const plannedFiles = 1000;

export interface FilesAndBytes {
  readonly files: number;
  readonly bytes: number;
}

/** What was, or would be, different on the Hub: plain data for the summary and the outputs. */
export interface Publication {
  readonly added: FilesAndBytes;
  readonly changed: FilesAndBytes;
  readonly deleted: FilesAndBytes;
  readonly unchanged: FilesAndBytes;
  /** By path, as a commit would order them. */
  readonly files: readonly DiffstatLine[];
}

export interface DiffstatLine {
  readonly path: string;
  readonly change: PlannedFile['change'];
  /** Bytes. */
  readonly before: number;
  readonly after: number;
  readonly lfs: boolean;
}

export function publicationOf(plan: PublishPlan): Publication {
  const files = plan.commits.flat().map(({ path, change, before, size, kind }): DiffstatLine => {
    return { path, change, before, after: size, lfs: kind === 'lfs' };
  });
  const total = (change: PlannedFile['change'], bytesOf: (line: DiffstatLine) => number): FilesAndBytes => {
    const some = files.filter((line) => line.change === change);
    return { files: some.length, bytes: some.reduce((sum, line) => sum + bytesOf(line), 0) };
  };
  return {
    added: total('added', (line) => line.after),
    changed: total('changed', (line) => line.after),
    deleted: total('deleted', (line) => line.before),
    unchanged: plan.unchanged,
    files: files.toSorted((one, other) => (one.path < other.path ? -1 : 1)),
  };
}

/** `2 files added (1.2 MB), 1 changed (3 kB), 1 deleted, 7 unchanged`. */
export function publicationWords(publication: Publication): string {
  const { added, changed, deleted, unchanged } = publication;
  return [
    `${counted(added.files, 'file')} added (${shownBytes(added.bytes)})`,
    `${changed.files} changed (${shownBytes(changed.bytes)})`,
    `${deleted.files} deleted`,
    `${unchanged.files} unchanged`,
  ].join(', ');
}

/** The largest first: what a reader of a diffstat looks for. */
export function diffstat(publication: Publication): ResultTable {
  const lines = publication.files.toSorted((one, other) => weight(other) - weight(one));
  return {
    columns: ['File', 'Change', 'Before', 'After', 'By LFS'],
    rows: lines
      .slice(0, tableRows)
      .map((line) => [
        line.path,
        line.change,
        line.change === 'added' ? '' : shownBytes(line.before),
        line.change === 'deleted' ? '' : shownBytes(line.after),
        line.lfs ? 'yes' : '',
      ]),
    total: lines.length,
  };
}

function weight(line: DiffstatLine): number {
  return Math.max(line.before, line.after);
}

/** The plan as the output `plan` holds it. */
export function planOutput(plan: PublishPlan, where: Readonly<Record<string, Json>>): Json {
  const publication = publicationOf(plan);
  const { added, changed, deleted, unchanged } = publication;
  return {
    ...where,
    createRepository: plan.createRepository,
    createRevision: plan.createRevision,
    settings: plan.settings === undefined ? {} : { ...plan.settings.send },
    added: { ...added },
    changed: { ...changed },
    deleted: { ...deleted },
    unchanged: { ...unchanged },
    commits: plan.commits.map((files) => files.length),
    files: publication.files.slice(0, plannedFiles).map((line) => ({ ...line })),
    filesNotListed: Math.max(0, publication.files.length - plannedFiles),
    tag: plan.tag ?? null,
    discussion: plan.discussion ?? null,
  };
}

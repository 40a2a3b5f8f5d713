import { INITIAL_COMMIT_TITLE } from '../doubts.ts';
import type { FileEntry } from './content.ts';
import { Content } from './content.ts';
import { DEFAULT_GIT_ATTRIBUTES } from './git-attributes.ts';
import { gitObjectId } from './git-object.ts';
import { memoryObject } from './object-store.ts';
import type { RepositoryFacts, RepositoryType } from './repository.ts';
import { Repository } from './repository.ts';

/** What a new repository is made from. */
export interface NewRepository {
  readonly type: RepositoryType;
  readonly namespace: string;
  readonly name: string;
  readonly createdBy: string;
  readonly id: string;
  readonly now: Date;
  readonly facts?: Partial<RepositoryFacts>;
  /** Content of small text files, by path. */
  readonly files?: ReadonlyMap<string, Buffer>;
}

/** Puts a small file into a repository's objects. */
export function addBlob(content: Content, bytes: Buffer): FileEntry {
  const oid = gitObjectId('blob', bytes);
  content.blobs.set(oid, memoryObject(bytes));
  return { oid, size: bytes.length, lfs: undefined };
}

/** Content with one commit that holds .gitattributes and the given files. */
export function initialContent(files: ReadonlyMap<string, Buffer>, author: string, date: Date): Content {
  const content = new Content();
  const entries = new Map<string, FileEntry>();
  entries.set('.gitattributes', addBlob(content, Buffer.from(DEFAULT_GIT_ATTRIBUTES)));
  for (const [path, bytes] of files) entries.set(path, addBlob(content, bytes));
  const commit = content.write(entries, [], {
    title: INITIAL_COMMIT_TITLE,
    description: '',
    authors: [author],
    date,
  });
  content.branches.set('main', commit.oid);
  return content;
}

/** Facts of a repository that nobody has used yet. */
export function freshFacts(options: Pick<NewRepository, 'type' | 'createdBy' | 'id' | 'now'>): RepositoryFacts {
  return {
    _id: options.id,
    type: options.type,
    createdBy: options.createdBy,
    createdAt: options.now,
    lastModified: options.now,
    visibility: 'public',
    gated: false,
    disabled: false,
    likes: 0,
    downloads: 0,
    downloadsAllTime: 0,
    trendingScore: 0,
    sdk: undefined,
    safetensors: undefined,
    scans: new Map(),
  };
}

/** A repository as it is right after its creation. */
export function newRepository(options: NewRepository): Repository {
  const facts = { ...freshFacts(options), ...options.facts };
  const content = initialContent(options.files ?? new Map(), options.createdBy, options.now);
  return new Repository(options.namespace, options.name, facts, content);
}

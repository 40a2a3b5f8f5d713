import type { CardData } from './card.ts';
import { readCard, tagsOf, texts } from './card.ts';
import type { FileEntry, Snapshot } from './content.ts';
import { Content } from './content.ts';
import { Discussions } from './discussion.ts';
import { SpaceState } from './space-state.ts';

export const REPOSITORY_TYPES = ['model', 'dataset', 'space'] as const;
/** The kinds of repository the sandbox has. */
export type RepositoryType = (typeof REPOSITORY_TYPES)[number];

export type Visibility = 'public' | 'private' | 'protected';
export type SecurityLevel = 'safe' | 'caution' | 'suspicious' | 'unsafe' | 'unscanned' | 'queued';

/** What the Hub measured or was told, rather than what the files say. */
export interface RepositoryFacts {
  readonly _id: string;
  readonly type: RepositoryType;
  readonly createdBy: string;
  readonly createdAt: Date;
  lastModified: Date;
  visibility: Visibility;
  gated: false | 'auto' | 'manual';
  disabled: boolean;
  likes: number;
  downloads: number;
  downloadsAllTime: number;
  trendingScore: number;
  sdk: string | undefined;
  safetensors: Readonly<Record<string, number>> | undefined;
  /** Scan results that differ from 'safe', by path. */
  scans: ReadonlyMap<string, SecurityLevel>;
}

/** Where the files of a repository that nobody has written to come from. */
export interface ContentSource {
  /** Sizes and pointers, without making the content. */
  files(): ReadonlyMap<string, Pick<FileEntry, 'size'>>;
  card(): CardData;
  /** The same content each time it is called. */
  make(): Content;
}

/** What the settings routes change. */
export interface RepositorySettings {
  discussionsDisabled: boolean;
  discussionsSorting: 'recently-created' | 'trending' | 'reactions';
  orgMembersGated: boolean;
  gatedNotificationsEmail: string | undefined;
  gatedNotificationsMode: 'bulk' | 'real-time';
}

/** One repository. Content, discussions and Space state are made when first needed. */
export class Repository {
  readonly facts: RepositoryFacts;
  namespace: string;
  name: string;
  settings: Readonly<RepositorySettings> = DEFAULT_SETTINGS;
  resourceGroup: string | undefined;
  readonly accessGranted = new Set<string>();
  #source: ContentSource | undefined;
  #content: Content | undefined;
  #discussions: Discussions | undefined;
  #space: SpaceState | undefined;
  #sha: string | undefined;

  constructor(namespace: string, name: string, facts: RepositoryFacts, content: Content | ContentSource) {
    this.namespace = namespace;
    this.name = name;
    this.facts = facts;
    if (content instanceof Content) this.#content = content;
    else this.#source = content;
  }

  get id(): string {
    return `${this.namespace}/${this.name}`;
  }

  get type(): RepositoryType {
    return this.facts.type;
  }

  get isPrivate(): boolean {
    return this.facts.visibility === 'private';
  }

  /** For reading: untouched content is made anew and may be dropped. */
  get content(): Content {
    return this.#content ?? this.#source?.make() ?? new Content();
  }

  /** For writing: from now on the content is kept. */
  get writableContent(): Content {
    this.#content ??= this.content;
    this.#source = undefined;
    this.#sha = undefined;
    return this.#content;
  }

  get discussions(): Discussions {
    this.#discussions ??= new Discussions();
    return this.#discussions;
  }

  get space(): SpaceState {
    this.#space ??= new SpaceState();
    return this.#space;
  }

  /** Head of the main branch. */
  get sha(): string {
    if (this.#content !== undefined) return this.#content.branches.get('main') ?? '';
    this.#sha ??= this.content.branches.get('main') ?? '';
    return this.#sha;
  }

  /** Files of the main branch; cheap for untouched repositories. */
  get files(): ReadonlyMap<string, Pick<FileEntry, 'size'>> {
    return this.#source?.files() ?? this.head ?? new Map();
  }

  /** Snapshot of the main branch. */
  get head(): Snapshot | undefined {
    return this.content.resolve('HEAD')?.files;
  }

  get card(): CardData | undefined {
    if (this.#source !== undefined) return this.#source.card();
    const readme = this.head?.get('README.md');
    const text = readme === undefined ? undefined : this.content.object(readme)?.buffer?.toString();
    return text === undefined ? undefined : readCard(text);
  }

  get tags(): string[] {
    const tags = tagsOf(this.card ?? {}, this.files.keys());
    return this.facts.sdk === undefined ? tags : [this.facts.sdk, ...tags];
  }

  get pipelineTag(): string | undefined {
    return texts(this.card?.pipeline_tag)[0];
  }

  get libraryName(): string | undefined {
    return texts(this.card?.library_name)[0];
  }

  get usedStorage(): number {
    let total = 0;
    for (const file of this.files.values()) total += file.size;
    return total;
  }
}

const DEFAULT_SETTINGS: RepositorySettings = {
  discussionsDisabled: false,
  discussionsSorting: 'recently-created',
  orgMembersGated: false,
  gatedNotificationsEmail: undefined,
  gatedNotificationsMode: 'bulk',
};

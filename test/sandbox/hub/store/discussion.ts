/** Where a discussion or pull request stands. */
export type DiscussionStatus = 'draft' | 'open' | 'closed' | 'merged';

/** What happened in a discussion; the author is a user name. */
export interface DiscussionEvent {
  readonly id: string;
  readonly createdAt: Date;
  readonly author: string;
  readonly type: 'comment' | 'status-change' | 'commit' | 'title-change' | 'pinning-change' | 'ref-deleted';
  readonly data: Readonly<Record<string, unknown>>;
  /** Present on a comment. */
  readonly comment?: CommentState;
}

/** The changeable part of a comment. */
export interface CommentState {
  raw: string;
  updatedAt: Date;
  edits: { readonly raw: string; readonly date: Date; readonly author: string }[];
  hiddenBy: string | undefined;
}

/** A discussion, or a pull request with its place in git. */
export interface Discussion {
  readonly _id: string;
  readonly num: number;
  title: string;
  status: DiscussionStatus;
  readonly author: string;
  readonly createdAt: Date;
  pinned: boolean;
  locked: boolean;
  readonly events: DiscussionEvent[];
  readonly pullRequest: PullRequest | undefined;
}

/** Where a pull request starts from and goes to. */
export interface PullRequest {
  /** Branch it is to be merged into. */
  readonly base: string;
  /** Commit it was opened from. */
  readonly forkedFrom: string;
  mergeCommit: string | undefined;
  refDeleted: boolean;
}

/** All discussions and pull requests of a repository; they share one sequence of numbers from 1. */
export class Discussions {
  readonly byNumber = new Map<number, Discussion>();
  #last = 0;

  add(discussion: Omit<Discussion, 'num'>): Discussion {
    this.#last += 1;
    const numbered = { ...discussion, num: this.#last };
    this.byNumber.set(this.#last, numbered);
    return numbered;
  }
}

/** A paper as the daily list shows it. */
export interface Paper {
  /** arXiv number, such as 2401.00001. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly authors: readonly string[];
  readonly publishedAt: Date;
  readonly submittedOnDailyAt: Date;
  readonly submittedBy: string;
  readonly upvotes: number;
  readonly numComments: number;
  readonly discussionId: string;
  readonly githubRepo: string | undefined;
}

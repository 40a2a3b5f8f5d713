/**
 * What no public source states with certainty about the Hub's HTTP interface, decided once, here.
 * Each constant says what is doubted; nothing else in the sandbox guesses.
 */

/**
 * Commit whose `parentCommit` is no longer the head, or that lost a race with another commit to
 * the same reference. Status and text come from public reports (412 in dataset-viewer#2206 and
 * huggingface_hub#1422); whether both cases answer alike is doubted.
 */
export const STALE_PARENT = {
  status: 412,
  message: 'A commit has happened since. Please refresh and try again.',
} as const;

/**
 * Two creations by the same account at once. The text is what huggingface_hub matches; that it is
 * per account, not per name, comes from huggingface_hub#1675.
 */
export const CONFLICTING_CREATION = {
  status: 409,
  message: 'Cannot create repo: another conflicting operation is in progress',
} as const;

/** Anonymous reader of a gated repository's files: 401 is doubted, 403 for a known reader is not. */
export const GATED_ANONYMOUS_STATUS = 401;

/** What a repository that moved answers at its old address; 307 is only seen for legacy short names. */
export const MOVED_STATUS = 307;

/** Moving onto a name in use: the text is asserted by a public test, the status is not. */
export const MOVE_TARGET_EXISTS_STATUS = 409;

/** The body of a successful move is in no schema; clients ignore it. */
export const MOVE_REPLY = { success: true } as const;

/** Deleting the main branch, or one that is not there: texts are known, the statuses are not. */
export const DELETE_MAIN_STATUS = 403;
export const DELETE_UNKNOWN_BRANCH_STATUS = 404;

/** Discussion that does not exist: 404 is known, which X-Error-Code goes with it is not; none is sent. */
export const DISCUSSION_NOT_FOUND_STATUS = 404;

/** Any discussion route while discussions are switched off. */
export const DISCUSSIONS_DISABLED_STATUS = 403;

/** Merging a pull request whose files conflict, or that is not open. */
export const MERGE_CONFLICT_STATUS = 409;

/** The reply of `merge` is in no schema; clients ignore it. */
export const MERGE_REPLY_STATUS = 200;

/** Whether a pull request opened by a commit starts open; one opened by the route is a draft. */
export const COMMIT_PULL_REQUEST_STATUS = 'open';

/** Whether `status=open` lists drafts, and `status=closed` lists merged ones. */
export const OPEN_LISTS_DRAFTS = true;
export const CLOSED_LISTS_MERGED = true;

/** Discussions in a page: the number is unknown, only that `count` and `start` describe it. */
export const DISCUSSIONS_PER_PAGE = 50;

/** `GET /api/{kind}` without `limit`, and the most it gives: only the kernels' twin documents both. */
export const LIST_LIMIT = { default: 1000, max: 1000 } as const;

/** `limit` of the tree: 1000, and 100 when expanded, are documented; the most is not. */
export const TREE_LIMIT = { default: 1000, expanded: 100, max: 10_000 } as const;

/** A file larger than this is told to go by LFS, whatever .gitattributes say. About 10 MiB; doubted. */
export const LFS_THRESHOLD_BYTES = 10 * 1024 * 1024;

/** An LFS object larger than this is uploaded in parts; the Hub's own limit is near S3's 5 GB. */
export const MULTIPART_THRESHOLD_BYTES = 5 * 1024 ** 3;

/** Bytes in one part of a multipart upload. */
export const MULTIPART_CHUNK_BYTES = 16 * 1024 * 1024;

/** Whether the `oid` preupload gives for a file kept by LFS is its SHA-256, or that of the pointer's blob. */
export const PREUPLOAD_OID_IS_SHA256 = true;

/** A directory's `size` in a tree. */
export const DIRECTORY_SIZE = 0;

/** Abbreviated commit ids resolve from this many characters on. */
export const SHORT_REVISION_LENGTH = 7;

/** Two collections of one namespace with the same title: title as the key of the conflict is doubted. */
export const COLLECTION_TITLE_IS_UNIQUE = true;

/** Items of a collection shown in a listing; from a comment in huggingface.js. */
export const COLLECTION_ITEMS_IN_LIST = 4;

/** Members of an organisation with a private member list, for who is not a member. */
export const PRIVATE_MEMBERS_STATUS = 403;

/** The roles that see each member's `role` and two-factor state. */
export const MEMBER_DETAILS_FOR = ['admin'] as const;

/** A daily_papers query that is not a date, week or month. */
export const BAD_DATE_STATUS = 400;

/** Direction of `sort` when `direction` is absent: clients never send it and expect the largest first. */
export const DEFAULT_DIRECTION = -1;

/** Order of a listing without `sort`. */
export const DEFAULT_SORT = 'trendingScore';

/** Several `filter` parameters narrow (AND), they do not widen. */
export const FILTERS_NARROW = true;

/** Invalid bodies: 400 with the reason; 422 is documented for preupload alone. */
export const INVALID_BODY_STATUS = 400;
export const INVALID_PREUPLOAD_STATUS = 422;

/** A name the Hub does not allow. */
export const INVALID_NAME_STATUS = 400;

/** A commit that changes nothing makes no new commit and answers the head; doubted. */
export const EMPTY_COMMIT_ANSWERS_HEAD = true;

/** LFS objects stored nowhere although a pointer names them. */
export const LFS_OBJECT_MISSING_STATUS = 404;

/** A commit naming an LFS object that was never uploaded to the repository. */
export const LFS_NOT_UPLOADED_STATUS = 400;

/** A repository is first filled with a .gitattributes by this commit. */
export const INITIAL_COMMIT_TITLE = 'initial commit';

/**
 * A commit whose README.md has metadata the Hub does not take is refused, as huggingface_hub#1934
 * tells; that it is refused with the words of validate-yaml is doubted.
 */
export const COMMIT_REFUSES_INVALID_CARD = true;

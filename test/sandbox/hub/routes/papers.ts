import type { Context } from '../context.ts';
import { BAD_DATE_STATUS } from '../doubts.ts';
import { badRequest, HubError, notFound } from '../errors.ts';
import { limitOf, pageOf } from '../paging.ts';
import type { Reply } from '../reply.ts';
import { json } from '../reply.ts';
import type { Route } from '../router.ts';
import { avatarUrl } from '../store/account.ts';
import { oid24 } from '../store/ids.ts';
import type { Paper } from '../store/paper.ts';

const DAY = 86_400_000;

interface Span {
  readonly from: number;
  readonly until: number;
}

function spanOf(from: number, days: number): Span {
  if (Number.isNaN(from)) throw new HubError(BAD_DATE_STATUS, 'Invalid date');
  return { from, until: from + days * DAY };
}

/** ISO week: the first one holds the fourth of January, weeks begin on Monday. */
function weekStart(year: number, week: number): number {
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY;
  return monday + (week - 1) * 7 * DAY;
}

function requestedSpan(query: URLSearchParams): Span | undefined {
  const date = query.get('date');
  if (date !== null) return spanOf(parseDay(date), 1);
  const week = query.get('week');
  if (week !== null) {
    const parts = /^(\d{4})-W(0[1-9]|[1-4]\d|5[0-2])$/.exec(week);
    return spanOf(parts === null ? Number.NaN : weekStart(Number(parts[1]), Number(parts[2])), 7);
  }
  const month = query.get('month');
  if (month === null) return undefined;
  const first = parseDay(`${month}-01`);
  const next = new Date(first);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return spanOf(first, (next.getTime() - first) / DAY);
}

function parseDay(text: string): number {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
}

function describeSubmitter(context: Context, name: string): Record<string, unknown> {
  const user = context.store.users.get(name);
  return {
    _id: user?._id ?? oid24(name),
    avatarUrl: avatarUrl(name),
    fullname: user?.fullname ?? name,
    name,
    type: 'user',
    isPro: user?.isPro ?? false,
    isHf: false,
    isHfAdmin: false,
    isMod: false,
  };
}

function describeCore(context: Context, paper: Paper): Record<string, unknown> {
  return {
    id: paper.id,
    authors: paper.authors.map((name) => ({ _id: oid24(`${paper.id}/${name}`), name, hidden: false })),
    publishedAt: paper.publishedAt,
    submittedOnDailyAt: paper.submittedOnDailyAt,
    title: paper.title,
    submittedOnDailyBy: describeSubmitter(context, paper.submittedBy),
    summary: paper.summary,
    upvotes: paper.upvotes,
    discussionId: paper.discussionId,
    ...(paper.githubRepo !== undefined && { githubRepo: paper.githubRepo, githubStars: paper.upvotes * 3 }),
    ai_summary: paper.summary.slice(0, 120),
    ai_keywords: [],
  };
}

function describePaper(context: Context, paper: Paper): Record<string, unknown> {
  return {
    paper: describeCore(context, paper),
    publishedAt: paper.publishedAt,
    title: paper.title,
    summary: paper.summary,
    thumbnail: `/papers/${paper.id}/thumbnail.png`,
    numComments: paper.numComments,
    submittedBy: describeSubmitter(context, paper.submittedBy),
    isAuthorParticipating: false,
  };
}

function dailyPapers(context: Context): Reply {
  const { query, store } = context;
  const sort = query.get('sort') ?? 'publishedAt';
  if (sort !== 'publishedAt' && sort !== 'trending') throw badRequest('sort: must be publishedAt or trending');
  const span = requestedSpan(query);
  const submitter = query.get('submitter');
  const found = store.papers.filter(({ submittedOnDailyAt, submittedBy }) => {
    const time = submittedOnDailyAt.getTime();
    const inSpan = span === undefined || (time >= span.from && time < span.until);
    return inSpan && (submitter === null || submittedBy === submitter);
  });
  found.sort((a, b) =>
    sort === 'trending' ? b.upvotes - a.upvotes : b.publishedAt.getTime() - a.publishedAt.getTime(),
  );
  const limit = limitOf(context, { initial: 50, max: 100 });
  const start = pageOf(context) * limit;
  return json(found.slice(start, start + limit).map((paper) => describePaper(context, paper)));
}

function searchPapers(context: Context): Reply {
  const wanted = (context.query.get('q') ?? '').toLowerCase();
  const limit = limitOf(context, { initial: 120, max: 120 });
  const found = context.store.papers.filter((one) => `${one.title} ${one.summary}`.toLowerCase().includes(wanted));
  return json(found.slice(0, limit).map((paper) => describePaper(context, paper)));
}

function getPaper(context: Context): Reply {
  const paper = context.store.papers.find((one) => one.id === context.parameter('paper'));
  if (paper === undefined) throw notFound('Paper not found');
  return json({ ...describeCore(context, paper), numComments: paper.numComments });
}

export const paperRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/api/daily_papers', handle: dailyPapers },
  { method: 'GET', pattern: '/api/papers/search', handle: searchPapers },
  { method: 'GET', pattern: '/api/papers/:paper', handle: getPaper },
];

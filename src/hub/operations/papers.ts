import { z } from 'zod';
import { get, hubAddress } from '../hub-request.ts';
import { column, defineOperation } from '../operation.ts';
import { limit, page, textOfForm } from '../parameter-types.ts';
import { parameter } from '../parameters.ts';

export const getDailyPapers = defineOperation({
  key: 'get-daily-papers',
  title: 'Get the daily papers',
  description: 'Lists the papers of a day, a week or a month.',
  family: 'Papers',
  effect: 'read',
  intent: 'get the daily papers of the Hugging Face Hub',
  parameters: z.object({
    date: parameter(
      z.iso.date().meta({ allowed: "a date, 'YYYY-MM-DD'" }).optional(),
      'The papers of this day, `YYYY-MM-DD`.',
      {
        aliases: ['day', 'onDate'],
      },
    ),
    week: parameter(
      textOfForm(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/, "a week, 'YYYY-Www'").optional(),
      'The papers of this week, `YYYY-Www`.',
      { aliases: ['isoWeek'] },
    ),
    month: parameter(
      textOfForm(/^\d{4}-(0[1-9]|1[0-2])$/, "a month, 'YYYY-MM'").optional(),
      'The papers of this month, `YYYY-MM`.',
      { aliases: ['yearMonth'] },
    ),
    submitter: parameter(z.string().min(1).optional(), 'Only papers that this user submitted.', {
      aliases: ['submittedBy', 'user', 'username'],
    }),
    sort: parameter(z.enum(['publishedAt', 'trending']).optional(), 'What the list is ordered by.', {
      aliases: ['sortBy', 'orderBy', 'order'],
    }),
    limit: limit(1, 100, '50'),
    page: page(),
  }),
  paging: 'page-limit',
  columns: [
    column('Paper', 'paper.id', 'id'),
    column('Title', 'title', 'paper.title'),
    column('Upvotes', 'paper.upvotes', 'upvotes'),
    column('Published', 'publishedAt', 'paper.publishedAt'),
  ],
  answer: { items: ['papers', 'dailyPapers'], identity: ['paper.id', 'id'] },
  done: 'Listed',
  describe: ({ date, week, month }) => ['daily papers', date ?? week ?? month].filter(Boolean).join(' of '),
  route: ({ page: p, ...rest }) => get('/api/daily_papers', { p, ...rest }),
  page: () => `${hubAddress}/papers`,
});

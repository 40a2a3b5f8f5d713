import { expect, test } from 'vitest';
import { getDailyPapers } from '../../../src/hub/operations/papers.ts';
import { problemsOf } from '../request-of.ts';
import { routeOf } from './routes.ts';

test('the papers', () => {
  expect(routeOf(getDailyPapers, 'date: 2026-01-31\nsubmitter: ada\nsort: trending\nlimit: 100\npage: 2')[0]).toBe(
    'GET /api/daily_papers?p=2&date=2026-01-31&submitter=ada&sort=trending&limit=100',
  );
});

test.each(['date: 2026-02-30', 'date: yesterday', 'week: 2026-W54', 'month: 2026-13', 'limit: 101', 'page: -1'])(
  '%s is refused',
  (input) => {
    expect(problemsOf('get-daily-papers', input)).toMatchObject([{ name: `input.${input.split(':')[0]}` }]);
  },
);

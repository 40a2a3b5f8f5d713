import { type FindingsQuery, type SortColumn, sortColumns } from './findings-query.ts';

/** Worst first. */
const firstSort = '-severity';

/** What the address of the page keeps, so that a view can be sent to somebody: the query and the page of the table. */
export interface View {
  readonly query: FindingsQuery;
  /** From 0. */
  readonly page: number;
}

/** Reads `#severity=high&rule=stale&sort=-first-seen&page=2`; what it does not know it leaves out. */
export function viewOf(hash: string): View {
  const values = new URLSearchParams(hash.replace(/^#/, ''));
  const sort = values.get('sort') ?? firstSort;
  const page = Number(values.get('page') ?? 1) - 1;
  return {
    query: {
      text: values.get('q') ?? '',
      severities: values.getAll('severity'),
      rule: values.get('rule') ?? '',
      owner: values.get('owner') ?? '',
      type: values.get('type') ?? '',
      onlyNew: values.get('new') === '1',
      sort: columnOf(sort.replace(/^-/, '')),
      descending: sort.startsWith('-'),
    },
    page: Number.isInteger(page) && page > 0 ? page : 0,
  };
}

/** The other way round; empty for the view that one starts with. */
export function hashOf({ query, page }: View): string {
  const values = new URLSearchParams();
  for (const severity of query.severities) values.append('severity', severity);
  const named = {
    rule: query.rule,
    owner: query.owner,
    type: query.type,
    q: query.text,
    new: query.onlyNew ? '1' : '',
  };
  for (const [name, value] of Object.entries(named)) if (value !== '') values.set(name, value);
  const sort = `${query.descending ? '-' : ''}${query.sort}`;
  if (sort !== firstSort) values.set('sort', sort);
  if (page > 0) values.set('page', String(page + 1));
  return values.toString();
}

export function columnOf(name: string | undefined): SortColumn {
  return sortColumns.find((column) => column === name) ?? 'severity';
}

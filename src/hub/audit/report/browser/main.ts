import type { TableData } from '../page/table-data.ts';
import { columnOf, hashOf, type View, viewOf } from './address.ts';
import { element, found } from './element.ts';
import { FindingRows } from './finding-rows.ts';
import { FindingsIndex, type FindingsQuery, type SortColumn } from './findings-query.ts';

/** Rows at a time: the browser lays out no more, however many there are. */
const pageSize = 50;

if (document.querySelector('#findings')) start();

function start(): void {
  const data: TableData = JSON.parse(found('#data', HTMLScriptElement).textContent);
  const index = new FindingsIndex(data);
  const rows = new FindingRows(data);
  const form = found('#filters', HTMLFormElement);
  let view = viewOf(location.hash);

  const show = (next: View): void => {
    const positions = index.select(next.query);
    const page = Math.min(next.page, Math.max(0, Math.ceil(positions.length / pageSize) - 1));
    view = { query: next.query, page };
    const shown = positions.slice(page * pageSize, (page + 1) * pageSize);
    found('table.rows tbody', HTMLElement).replaceChildren(
      ...(shown.length > 0 ? shown.flatMap((one) => rows.of(one)) : [nothing()]),
    );
    describe(positions.length, data.rows.length, page);
    markSort(view.query);
    // The first view keeps the address as it was opened: it may be that of another part of the page.
    if (next !== opened) history.replaceState(null, '', `#${hashOf(view)}`);
  };
  const follow = (): void => {
    const next = viewOf(location.hash);
    fill(form, next.query);
    show(next);
  };

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => show({ query: { ...read(form), ...sortOf(view.query) }, page: 0 }));
  // The form's fields are empty only after the event.
  form.addEventListener('reset', () =>
    setTimeout(() => show({ query: { ...read(form), ...sortOf(view.query) }, page: 0 })),
  );
  found('table.rows thead', HTMLElement).addEventListener('click', (event) => {
    const column =
      event.target instanceof Element ? event.target.closest('th')?.getAttribute('data-column') : undefined;
    if (typeof column === 'string')
      show({ query: { ...view.query, ...sortedBy(columnOf(column), view.query) }, page: 0 });
  });
  const turn = (by: number): void => {
    show({ query: view.query, page: view.page + by });
    found('#findings-title', HTMLElement).scrollIntoView();
  };
  found('#previous', HTMLElement).addEventListener('click', () => turn(-1));
  found('#next', HTMLElement).addEventListener('click', () => turn(1));
  addEventListener('hashchange', () => {
    // A link of the charts, the tiles or the rules; other parts of the page have names without `=`.
    if (!location.hash.includes('=')) return;
    follow();
    const title = found('#findings-title', HTMLElement);
    title.scrollIntoView();
    title.focus({ preventScroll: true });
  });

  const opened = view;
  found('#findings', HTMLElement).hidden = false;
  fill(form, opened.query);
  show(opened);
}

function read(form: HTMLFormElement): Omit<FindingsQuery, 'sort' | 'descending'> {
  const values = new FormData(form);
  const text = (name: string): string => String(values.get(name) ?? '');
  return {
    text: text('q'),
    severities: values.getAll('severity').map(String),
    rule: text('rule'),
    owner: text('owner'),
    type: text('type'),
    onlyNew: values.has('new'),
  };
}

function fill(form: HTMLFormElement, query: FindingsQuery): void {
  const values: Readonly<Record<string, readonly string[]>> = {
    q: [query.text],
    severity: query.severities,
    rule: [query.rule],
    owner: [query.owner],
    type: [query.type],
    new: query.onlyNew ? ['1'] : [],
  };
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type === 'checkbox')
      field.checked = values[field.name]?.includes(field.value) ?? false;
    else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
      field.value = values[field.name]?.[0] ?? '';
  }
}

function sortOf({ sort, descending }: FindingsQuery): Pick<FindingsQuery, 'sort' | 'descending'> {
  return { sort, descending };
}

/** The same column again turns the order round; another one starts with the worst, the newest or the first name. */
function sortedBy(column: SortColumn, before: FindingsQuery): Pick<FindingsQuery, 'sort' | 'descending'> {
  const first = column === 'severity' || column === 'first-seen';
  return { sort: column, descending: column === before.sort ? !before.descending : first };
}

function markSort({ sort, descending }: FindingsQuery): void {
  for (const head of document.querySelectorAll('table.rows th')) {
    const sorted = head.getAttribute('data-column') === sort;
    if (sorted) head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    else head.removeAttribute('aria-sort');
  }
}

function describe(matching: number, all: number, page: number): void {
  const number = new Intl.NumberFormat('en-US');
  const of =
    matching === all
      ? `${number.format(all)} findings`
      : `${number.format(matching)} of ${number.format(all)} findings`;
  const last = Math.min(matching, (page + 1) * pageSize);
  const range = matching === 0 ? '' : `, showing ${number.format(page * pageSize + 1)}–${number.format(last)}`;
  found('#shown', HTMLElement).textContent = `${of}${range}`;
  found('#page', HTMLElement).textContent =
    `Page ${number.format(page + 1)} of ${number.format(Math.max(1, Math.ceil(matching / pageSize)))}`;
  found('#previous', HTMLButtonElement).disabled = page === 0;
  found('#next', HTMLButtonElement).disabled = last >= matching;
}

function nothing(): HTMLElement {
  return element(
    'tr',
    { role: 'row' },
    element('td', { role: 'cell', colspan: '6', class: 'nothing' }, 'No finding matches these filters.'),
  );
}

import { type Html, html, joined, table } from '../../../text/html.ts';
import { number } from './words.ts';

/** A table of which only the first rows may fit. */
export interface Listing<T> {
  readonly title: string;
  readonly columns: readonly string[];
  readonly items: readonly T[];
  readonly row: (item: T) => readonly Html[];
  /** Rows that a person would still read. */
  readonly most: number;
  /** Bytes of UTF-8 the rows may take: hostile text grows manifold when it is made harmless. */
  readonly bytes: number;
  /** Closed until the reader opens it. */
  readonly folded?: boolean;
}

/** The table with whole rows only, and how many it leaves out; nothing where there are no items. */
export function listing<T>(list: Listing<T>): Html {
  if (list.items.length === 0) return html``;
  const rows = fittingRows(list);
  const body = joined([table(list.columns, rows), leftOut(list.items.length - rows.length)]);
  if (!list.folded) return html`<h4>${list.title}</h4>\n${body}`;
  return html`<details><summary><b>${list.title}</b> (${number(list.items.length)})</summary>\n${body}</details>\n`;
}

function fittingRows<T>({ items, row, most, bytes }: Listing<T>): (readonly Html[])[] {
  const rows: (readonly Html[])[] = [];
  let left = bytes;
  for (const item of items.slice(0, most)) {
    const cells = row(item);
    left -= sizeOf(cells);
    if (left < 0) break;
    rows.push(cells);
  }
  return rows;
}

/** With the markup of a row and its cells. */
function sizeOf(cells: readonly Html[]): number {
  return cells.reduce((sum, cell) => sum + Buffer.byteLength(cell.html) + '<td></td>'.length, '<tr></tr>\n'.length);
}

function leftOut(count: number): Html {
  return count > 0 ? html`<p>… and ${number(count)} more, all of them in the report's files.</p>\n` : html``;
}

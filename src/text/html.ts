import { forHtml, shortened } from './harmless-text.ts';

/** HTML that is safe to write as it is. Only the functions of this file make it. */
export type Html = { readonly html: string };

/** Text of one cell; more would push the table off the page. */
const cellLimit = 200;

/** Builds HTML; what is filled in is made harmless unless it is Html already. */
export function html(parts: TemplateStringsArray, ...values: readonly (Html | string | number)[]): Html {
  return { html: String.raw({ raw: parts }, ...values.map(render)) };
}

export function joined(pieces: readonly Html[], separator = ''): Html {
  return { html: pieces.map((piece) => piece.html).join(separator) };
}

/** A value as code, where GitHub makes no links of it. */
export function code(text: string): Html {
  return html`<code>${shortened(text, cellLimit)}</code>`;
}

/** A link, where the address is one that a browser should follow; the bare text otherwise. */
export function link(address: string, label = address): Html {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return code(label);
  return { html: `<a href="${attribute(url.href)}">${forHtml(shortened(label, cellLimit))}</a>` };
}

/** A table with a heading row. */
export function table(columns: readonly string[], rows: readonly (readonly Html[])[]): Html {
  const head = joined(columns.map((column) => html`<th align="left">${column}</th>`));
  const body = rows.map((row) => html`<tr>${joined(row.map((cell) => html`<td>${cell}</td>`))}</tr>\n`);
  return html`<table>\n<tr>${head}</tr>\n${joined(body)}</table>\n`;
}

/** A table of two columns, name and value, without a heading row. */
export function facts(rows: readonly (readonly [name: string, value: Html])[]): Html {
  const body = rows.map(([name, value]) => html`<tr><td><b>${name}</b></td><td>${value}</td></tr>\n`);
  return html`<table>\n${joined(body)}</table>\n`;
}

function render(value: Html | string | number): string {
  if (typeof value === 'object') return value.html;
  return typeof value === 'number' ? String(value) : forHtml(value);
}

/** `URL.href` has no spaces, quotes or angle brackets left in it but may hold `&` and `'`. */
function attribute(href: string): string {
  return href.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;').replaceAll('<', '&lt;');
}

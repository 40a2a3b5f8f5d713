/** Markup that is safe to send: every value in it was escaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Value = Html | string | number | undefined | readonly (Html | string | number)[];

/** A template whose values are escaped; markup made by the same template stays as it is. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(parts.map((part, index) => part + markup(values[index])).join(''));
}

function markup(value: Value): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(markup).join('');
  return String(value).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const STYLE = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 66rem; margin: 2rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th { font-weight: 600; opacity: .7; }
td { overflow-wrap: anywhere; }
code, pre, time { font: 13px/1.5 ui-monospace, monospace; }
pre { white-space: pre-wrap; padding: .8rem; border: 1px solid var(--line); border-radius: .4rem; }
nav { opacity: .8; } .empty { opacity: .6; }
`;

/** A whole page. `title` is also its heading. */
export function page(title: string, ...content: Html[]): Html {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title} · sandbox</title><style>${new Html(STYLE)}</style></head>
<body><nav><a href="/">Sandbox</a></nav><main><h1>${title}</h1>${content}</main></body></html>
`;
}

export function table(headings: readonly string[], rows: readonly (readonly Value[])[]): Html {
  if (rows.length === 0) return html`<p class="empty">None.</p>`;
  const head = headings.map((heading) => html`<th scope="col">${heading}</th>`);
  const body = rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>\n`);
  return html`<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

import { visible } from '../../../../text/harmless-text.ts';

/** Markup of the report's own page, where nothing but HTML is parsed. Only the functions of this file make it. */
export interface Markup {
  readonly markup: string;
}

type Piece = Markup | string | number | readonly Markup[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Builds markup; what is filled in is escaped for text and for quoted attributes unless it is Markup already. */
export function markup(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return { markup: String.raw({ raw: parts }, ...pieces.map(rendered)) };
}

/** The address where a browser may follow it; a page that no link can leave otherwise. */
export function safeAddress(address: string): string {
  const url = URL.parse(address);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : '';
}

/** A link to another site that learns nothing of this page; the bare text where the address is none. */
export function outerLink(address: string, label: string): Markup {
  const href = safeAddress(address);
  return href === '' ? markup`${label}` : markup`<a href="${href}" rel="noreferrer">${label}</a>`;
}

function rendered(piece: Piece): string {
  if (typeof piece === 'number') return String(piece);
  if (typeof piece === 'string') {
    return visible(piece).replace(/[&<>"']/g, (character) => entities[character] ?? character);
  }
  return 'markup' in piece ? piece.markup : piece.map((one) => one.markup).join('');
}

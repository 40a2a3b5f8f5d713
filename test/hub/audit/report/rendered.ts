import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** What GitHub makes of a page: its own Markdown, with the HTML in it let through. */
export function rendered(markdown: string): string {
  return micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
}

/** The names of the elements in their order: two pages of the same structure differ in their text alone. */
export function structure(html: string): string[] {
  const withoutComments = html.replace(/<!--[\s\S]*?-->/g, '');
  return [...withoutComments.matchAll(/<(\/?[a-z][a-z0-9]*)/gi)].map((match) => match[1] ?? '');
}

/** Where the links of a page lead. */
export function addresses(html: string): string[] {
  return [...html.matchAll(/<[a-z][^>]*?\s(?:href|src)\s*=\s*"?([^"\s>]*)/gi)].map((match) => match[1] ?? '');
}

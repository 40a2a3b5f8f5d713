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
  const tags = html.matchAll(/<[a-z][a-z0-9]*((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/gi);
  const attributes = [...tags].flatMap((tag) => [...(tag[1] ?? '').matchAll(/\s([a-z-]+)="([^"]*)"/gi)]);
  return attributes.filter((one) => one[1] === 'href' || one[1] === 'src').map((one) => one[2] ?? '');
}

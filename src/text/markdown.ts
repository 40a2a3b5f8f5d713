import { forHtml } from './harmless-text.ts';

/** Characters that begin or end emphasis, links, strikethrough, mathematics or an escape. */
const significant = /[\\*_[\]~$]/g;

/** For one line of a Markdown paragraph or table cell: the text is shown as it is, whatever it holds. */
export function forMarkdown(text: string): string {
  // forHtml first: it would escape the entities made here. A bare `www.` is a link already, with nothing behind it.
  return forHtml(text)
    .replace(/(?<=\bwww)\./gi, '&#46;')
    .replace(significant, (character) => `&#${character.charCodeAt(0)};`);
}

import { forHtml } from './harmless-text.ts';

/** Characters that begin or end emphasis, links, strikethrough, mathematics or an escape. */
const significant = /[\\*_[\]~$]/g;

/** For one line of a Markdown paragraph or table cell: the text is shown as it is, whatever it holds. */
export function forMarkdown(text: string): string {
  // forHtml first: the entities made here hold none of the characters it looks for but `&` and `#`.
  return forHtml(text).replace(significant, (character) => `&#${character.charCodeAt(0)};`);
}

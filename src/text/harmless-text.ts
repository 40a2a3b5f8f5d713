import { stripVTControlCharacters } from 'node:util';

/**
 * Text from outside (names, titles, service messages) made harmless for the three places it can end in.
 * The runner reads a line whose first characters after white space are `::` as a command, and the older `##[` form
 * anywhere in a line (actions/runner, ActionCommand.cs); GitHub renders summaries as Markdown and HTML.
 */

// Control characters but tab and newline, and format characters (bidi marks, zero widths, BOM) but the joiner that
// emoji are made with.
const unprintable = /(?![\t\n\u200d])[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** Shows what cannot be printed as a visible escape: a reader sees that something was there. */
export function visible(text: string): string {
  return stripVTControlCharacters(text.toWellFormed())
    .replace(/\r\n?/g, '\n')
    .replace(unprintable, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** For the log: line breaks stay, nothing can be read as a workflow command. */
export function forLog(text: string): string {
  return visible(text)
    .replace(/^(\s*):(?=:)/gm, '$1: ')
    .replaceAll('##[', '## [');
}

/** For one line of the log or an annotation. */
export function forLine(text: string): string {
  return forLog(text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' '));
}

/** At most `limit` characters, never half of a surrogate pair, with a mark where something was cut. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text
    .slice(0, limit - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '')}…`;
}

const htmlEntities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
  '|': '&#124;',
};

/**
 * For the summary: one line, every character that HTML or Markdown could read as markup as an entity, and what GitHub
 * would turn into a link (a mention, an issue number, an address) broken by an empty comment. To be put inside an
 * HTML element, where GitHub parses no Markdown.
 */
export function forHtml(text: string): string {
  return forLine(text)
    .replace(/[&<>"'`|]/g, (character) => htmlEntities[character] ?? character)
    .replace(/(?<!&)[@#](?=\w)|:(?=\/\/)|(?<=\bwww)\.|(?<=\bGH)-(?=\d)/gi, (character) => `${character}<!-- -->`);
}

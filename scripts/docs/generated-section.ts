/** How a file marks its generated sections: comments that its readers do not see. */
export interface Marks {
  readonly begin: string;
  readonly end: string;
}

export const markdownMarks = (name: string): Marks => ({
  begin: `<!-- generated:${name} -->`,
  end: `<!-- /generated:${name} -->`,
});

/** The document with the text between the marks replaced; a document without the marks is an error. */
export function withSection(document: string, marks: Marks, text: string): string {
  const begin = document.indexOf(marks.begin);
  const end = document.indexOf(marks.end, begin);
  if (begin < 0 || end < 0) throw new Error(`The marks ${marks.begin} and ${marks.end} are not both there.`);
  return `${document.slice(0, begin + marks.begin.length)}\n${text}\n${document.slice(end)}`;
}

const escapeCharacter = '\u001b';
const bell = '\u0007';

/** Text without the escape sequences that terminals act on (ECMA-48: CSI, OSC, and the two-character ones). */
export function withoutAnsi(text: string): string {
  if (!text.includes(escapeCharacter)) return text;
  const [first = '', ...rest] = text.split(escapeCharacter);
  return first + rest.map(afterSequence).join('');
}

/** What follows a sequence, given the text after its escape character and before the next one. */
function afterSequence(piece: string): string {
  if (piece.startsWith('[')) return piece.replace(/^\[[0-?]*[ -/]*[@-~]?/, '');
  if (piece.startsWith(']')) {
    // A title or a link: it ends with a bell, or with the next escape sequence.
    const end = piece.indexOf(bell);
    return end < 0 ? '' : piece.slice(end + 1);
  }
  return piece.replace(/^[ -/]*[0-~]?/, '');
}

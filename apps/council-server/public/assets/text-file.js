/** The server's limits: characters of a document, and bytes of a request. */
const MAX_CHARACTERS = 2_000_000;
const MAX_BYTES = 4_900_000;
// eslint-disable-next-line no-control-regex -- control characters are exactly what is looked for
const BINARY = /[\u0000-\u0008\u000e-\u001f]/;

/** The text of a file, or the key of the reason why it cannot be read. */
export async function readTextFile(file) {
  if (file.size > 2 * MAX_BYTES) return { refusal: 'document.tooLarge' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = decode(bytes);
  return text === null ? { refusal: 'document.binary' } : { text, refusal: refusalOf(text) };
}

/** Why the server would not take this text, or null. */
export function refusalOf(text) {
  if (BINARY.test(text)) return 'document.binary';
  if (text.length > MAX_CHARACTERS || new Blob([text]).size > MAX_BYTES) return 'document.tooLarge';
  return null;
}

/** As the council counts them: a final newline ends the last line, it does not begin another. */
export const linesOf = (text) => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

/** UTF-8 with or without a mark, UTF-16 with one, else GB18030, in which much Chinese text still comes. */
function decode(bytes) {
  const marks = { 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] };
  const marked = Object.keys(marks).find((name) => marks[name].every((byte, index) => bytes[index] === byte));
  for (const encoding of marked === undefined ? ['utf-8', 'gb18030'] : [marked]) {
    if (marked === undefined && bytes.includes(0)) return null;
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one may fit.
    }
  }
  return null;
}

/** The server's limits: characters of a document, and bytes of a request. */
const MAX_CHARACTERS = 2_000_000;
const MAX_BYTES = 4_900_000;
// eslint-disable-next-line no-control-regex -- control characters are exactly what is looked for
const BINARY = /[\u0000-\u0008\u000e-\u001f]/;

export type Refusal = 'tooLarge' | 'binary' | 'empty';

/** The text of a file, or the reason why it cannot be read. */
export async function readTextFile(file: File): Promise<{ text: string } | { refusal: Refusal }> {
  if (file.size > 2 * MAX_BYTES) return { refusal: 'tooLarge' };
  const text = decode(new Uint8Array(await file.arrayBuffer()));
  if (text === null) return { refusal: 'binary' };
  if (text.trim() === '') return { refusal: 'empty' };
  const refusal = refusalOf(text);
  return refusal === null ? { text } : { refusal };
}

/** Why the server would not take this text, or null. */
export function refusalOf(text: string): Refusal | null {
  if (BINARY.test(text)) return 'binary';
  if (text.length > MAX_CHARACTERS || new Blob([text]).size > MAX_BYTES) return 'tooLarge';
  return null;
}

/** As the council counts them: a final newline ends the last line, it does not begin another. */
export function countLines(text: string): number {
  return text === '' ? 0 : text.replace(/\n$/, '').split('\n').length;
}

const MARKS = [
  ['utf-16le', 0xff, 0xfe],
  ['utf-16be', 0xfe, 0xff],
] as const;

/** UTF-8 with or without a mark, UTF-16 with one, else GB18030, in which much Chinese text still comes. */
function decode(bytes: Uint8Array): string | null {
  const marked = MARKS.find(([, first, second]) => bytes[0] === first && bytes[1] === second);
  if (marked === undefined && bytes.includes(0)) return null;
  for (const encoding of marked === undefined ? ['utf-8', 'gb18030'] : [marked[0]]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one may fit.
    }
  }
  return null;
}

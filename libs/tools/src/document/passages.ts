export interface Passage {
  /** Lines count from 1; both ends belong to it. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** As long as a paragraph may be before it is cut: a place that is cited should be found by eye. */
const MAX_LINES = 8;
/** Some texts have a paragraph, or all they say, on one line. */
const MAX_CHARACTERS = 1_200;
/** Up to the last end of a sentence that fits, else the last space, else what fits. */
const PIECE = new RegExp(
  `[^]{1,${MAX_CHARACTERS}}(?:(?<=[.!?。！？;；]\\s?)|$)|[^]{1,${MAX_CHARACTERS}}(?<=\\s)|[^]{1,${MAX_CHARACTERS}}`,
  'gu',
);

/** Paragraphs of the document, the long ones in pieces. What lies between two neighbours is empty lines. */
export function passagesOf(document: string): readonly Passage[] {
  const passages: Passage[] = [];
  let open: string[] = [];
  const close = (to: number): void => {
    if (open.length > 0) passages.push({ from: to - open.length + 1, to, text: open.join('\n') });
    open = [];
  };
  const lines = document.split('\n');
  lines.forEach((line, index) => {
    if (line.length > MAX_CHARACTERS) {
      close(index);
      for (const text of line.match(PIECE) ?? []) passages.push({ from: index + 1, to: index + 1, text });
    } else if (line.trim() === '') close(index);
    else {
      open.push(line);
      if (open.length === MAX_LINES) close(index + 1);
    }
  });
  close(lines.length);
  return passages;
}

/** Two passages with nothing between them, as the document has them. */
export const joined = (one: Passage, next: Passage): Passage => ({
  from: one.from,
  to: next.to,
  text: one.text + '\n'.repeat(next.from - one.to) + next.text,
});

export interface Block {
  /** Where it begins in the whole text. */
  readonly offset: number;
  readonly text: string;
}

const FENCE = /^ {0,3}(`{3,}|~{3,}|\$\$)/;
const LIST_ITEM = /^ {0,3}(?:[-*+]|\d{1,9}[.)])\s/;
const INDENTED = /^(?: {2}|\t)/;

/**
 * Cuts a text that still grows at its blank lines, where Markdown cannot change its mind about what stands before: all
 * but the last block are read once. Fences, formulas and lists with blank lines in them stay whole.
 */
export function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let begin = 0;
  let at = 0;
  let fence: string | null = null;
  let isList = false;
  let isAfterBlank = false;
  for (const line of text.split(/(?<=\n)/)) {
    const isBlank = line.trim() === '';
    if (fence === null && isAfterBlank && !isBlank && !(isList && (INDENTED.test(line) || LIST_ITEM.test(line)))) {
      blocks.push({ offset: begin, text: text.slice(begin, at) });
      begin = at;
      isList = false;
    }
    if (at === begin) isList = LIST_ITEM.test(line);
    fence = fenceAfter(fence, line);
    isAfterBlank = isBlank && fence === null && at > begin;
    at += line.length;
  }
  if (begin < text.length) blocks.push({ offset: begin, text: text.slice(begin) });
  return blocks;
}

/** The fence that is open after a line; null: none. */
function fenceAfter(open: string | null, line: string): string | null {
  const mark = FENCE.exec(line)?.[1];
  if (open === null) {
    if (mark === undefined) return null;
    // A formula may close on the line that opens it.
    return mark === '$$' && line.trim().length > 2 && line.trimEnd().endsWith('$$') ? null : mark;
  }
  if (open === '$$') return line.trimEnd().endsWith('$$') ? null : open;
  return mark?.startsWith(open) === true ? null : open;
}

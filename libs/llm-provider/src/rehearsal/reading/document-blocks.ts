import { linesOf } from '@council/council-core';

/**
 * Lines that read on: a paragraph, a list item, or one line of a block quote. `text` is a verbatim stretch of those lines,
 * from behind the Markdown mark of the first one, so that every part of it can be quoted with its place.
 */
export interface Block {
  /** Lines count from 1. */
  readonly firstLine: number;
  readonly text: string;
}

/** A longer paragraph is cut at a line's end, so that no single one holds up the event loop. */
const LONGEST_BLOCK = 4_000;

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}(?:\s|$)/;
const UNDERLINE = /^ {0,3}(?:=+|-{2,})[ \t]*$/;
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const ROW = /^\s*\|/;
const LINK_TARGET = /^ {0,3}\[[^\]]+\]:\s/;
const COMMENT = /^\s*<!--/;
const ITEM = /^\s*(?:[-*+•]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/;
const QUOTED = /^\s*>[>\s]*/;
const INDENTED_CODE = /^(?: {4}|\t)/;

/** Walks a Markdown text and gives what can be read as sentences. Headings, tables, code and front matter are not. */
export function* blocksOf(document: string): Generator<Block> {
  const lines = linesOf(document);
  const open = new OpenBlock();
  for (let index = pastFrontMatter(lines); index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const isCode = open.isEmpty && isIndentedCode(lines, index);
    const past = isCode ? index : pastUnreadable(lines, index);
    if (past !== null) {
      if (UNDERLINE.test(line)) open.drop();
      yield* open.close();
      index = past;
      continue;
    }
    const mark = (ITEM.exec(line) ?? QUOTED.exec(line))?.[0] ?? '';
    if (mark !== '' || open.size > LONGEST_BLOCK) yield* open.close();
    open.add(index + 1, line.slice(mark.length));
    if (QUOTED.test(line)) yield* open.close();
  }
  yield* open.close();
}

class OpenBlock {
  private firstLine = 0;
  private lines: string[] = [];
  size = 0;

  get isEmpty(): boolean {
    return this.lines.length === 0;
  }

  add(number: number, line: string): void {
    if (this.isEmpty) this.firstLine = number;
    this.lines.push(line);
    this.size += line.length;
  }

  /** A line underlined with = or - was a heading. */
  drop(): void {
    this.lines = [];
    this.size = 0;
  }

  *close(): Generator<Block> {
    if (this.isEmpty) return;
    const block = { firstLine: this.firstLine, text: this.lines.join('\n') };
    this.drop();
    yield block;
  }
}

function isIndentedCode(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  const isFirst = (lines[index - 1] ?? '').trim() === '' || INDENTED_CODE.test(lines[index - 1] ?? '');
  return isFirst && INDENTED_CODE.test(line) && !ITEM.test(line);
}

/** Where a stretch that holds no sentence ends (index of its last line); null where the line belongs to prose. */
function pastUnreadable(lines: readonly string[], index: number): number | null {
  const line = lines[index] ?? '';
  if (line.trim() === '') return index;
  const fence = FENCE.exec(line)?.[1];
  if (fence !== undefined) return findLine(lines, index + 1, (later) => later.trim().startsWith(fence));
  if (COMMENT.test(line)) return findLine(lines, index, (later) => later.includes('-->'));
  const isUnreadable = [HEADING, UNDERLINE, RULE, ROW, LINK_TARGET].some((kind) => kind.test(line));
  return isUnreadable ? index : null;
}

function pastFrontMatter(lines: readonly string[]): number {
  if (lines[0] !== '---') return 0;
  const end = lines.indexOf('---', 1);
  return end === -1 ? 0 : end + 1;
}

/** What is never closed reaches to the end, as Markdown has it. */
function findLine(lines: readonly string[], from: number, isIt: (line: string) => boolean): number {
  for (let index = from; index < lines.length; index += 1) if (isIt(lines[index] ?? '')) return index;
  return lines.length - 1;
}

import { parseInline } from './markdown-inline.js';

const FENCE = /^ {0,3}(`{3,}|~{3,})\s*([^`]*)$/;
const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t#]*$/;
const RULE = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( *)(?:([-*+])|(\d{1,9})[.)])[ \t]+(.*)$/;
const TABLE_RULE = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** The part of Markdown that reports and agents write, as a tree of plain objects. HTML in it stays text. */
export function parseMarkdown(text) {
  return parseBlocks(text.replaceAll('\t', '    ').split(/\r\n?|\n/), 0);
}

/** Deeper than any honest text is nested, plain text will do. */
const MAX_DEPTH = 12;

function parseBlocks(lines, depth) {
  const blocks = [];
  for (let at = 0; at < lines.length;) {
    const { block, next } = lines[at].trim() === '' ? { block: null, next: at + 1 } : readBlock(lines, at, depth);
    if (block !== null) blocks.push(block);
    at = next;
  }
  return blocks;
}

function readBlock(lines, at, depth) {
  const line = lines[at];
  if (FENCE.test(line)) return readCode(lines, at);
  const heading = HEADING.exec(line);
  if (heading !== null) {
    return { block: { type: 'heading', level: heading[1].length, inline: parseInline(heading[2]) }, next: at + 1 };
  }
  if (RULE.test(line)) return { block: { type: 'rule' }, next: at + 1 };
  if (depth < MAX_DEPTH && QUOTE.test(line)) return readQuote(lines, at, depth);
  if (depth < MAX_DEPTH && ITEM.test(line)) return readList(lines, at, depth);
  if (isTable(lines, at)) return readTable(lines, at);
  return readParagraph(lines, at);
}

function readCode(lines, at) {
  const [, fence, info] = FENCE.exec(lines[at]);
  const isEnd = (line) => line.trim().startsWith(fence) && line.trim().replaceAll(fence[0], '') === '';
  let end = at + 1;
  while (end < lines.length && !isEnd(lines[end])) end += 1;
  return { block: { type: 'code', info: info.trim(), text: lines.slice(at + 1, end).join('\n') }, next: end + 1 };
}

function readQuote(lines, at, depth) {
  let end = at;
  while (end < lines.length && QUOTE.test(lines[end])) end += 1;
  const inner = lines.slice(at, end).map((line) => line.replace(QUOTE, ''));
  return { block: { type: 'quote', blocks: parseBlocks(inner, depth + 1) }, next: end };
}

/** An item goes on while lines are indented below its marker, or simply follow it. */
function readList(lines, at, depth) {
  const [, indent, bullet, number] = ITEM.exec(lines[at]);
  const isOrdered = bullet === undefined;
  const items = [];
  let next = at;
  while (next < lines.length) {
    const match = ITEM.exec(lines[next]);
    const isSame = match !== null && match[1].length <= indent.length + 1 && (match[2] === undefined) === isOrdered;
    if (!isSame || RULE.test(lines[next])) break;
    const end = endOfItem(lines, next + 1, match[1].length);
    const inner = [match[4], ...lines.slice(next + 1, end).map((line) => dedent(line, match[1].length + 2))];
    items.push(parseBlocks(inner, depth + 1));
    next = end;
  }
  return { block: { type: 'list', isOrdered, start: Number(number ?? 1), items }, next };
}

function endOfItem(lines, from, indent) {
  let end = from;
  while (end < lines.length) {
    const line = lines[end];
    const isIndented = /^ */.exec(line)[0].length > indent + 1;
    if (line.trim() === '') {
      const after = lines.slice(end + 1).find((candidate) => candidate.trim() !== '');
      const goesOn = after !== undefined && /^ */.exec(after)[0].length > indent + 1;
      if (!goesOn) return ITEM.test(after ?? '') ? end + 1 : end;
    } else if (!isIndented && (ITEM.test(line) || startsBlock(line))) return end;
    end += 1;
  }
  return end;
}

const dedent = (line, by) => line.replace(new RegExp(`^ {0,${by + 1}}`), '');
const startsBlock = (line) => FENCE.test(line) || HEADING.test(line) || RULE.test(line) || QUOTE.test(line);

/** A number at the begin of a line is a list only where a list may begin: years stand there too. */
const interrupts = (line) => {
  const match = ITEM.exec(line);
  return match !== null && (match[2] !== undefined || match[3] === '1');
};

const isTable = (lines, at) =>
  lines[at].includes('|') && TABLE_RULE.test(lines[at + 1] ?? '') && lines[at + 1].includes('|');

function readTable(lines, at) {
  const align = cellsOf(lines[at + 1]).map((cell) => {
    if (cell.endsWith(':')) return cell.startsWith(':') ? 'center' : 'right';
    return 'left';
  });
  let end = at + 2;
  while (end < lines.length && lines[end].includes('|') && lines[end].trim() !== '') end += 1;
  const row = (line) => cellsOf(line).map((cell) => parseInline(cell));
  return { block: { type: 'table', align, head: row(lines[at]), rows: lines.slice(at + 2, end).map(row) }, next: end };
}

const cellsOf = (line) =>
  line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));

function readParagraph(lines, at) {
  let end = at + 1;
  const goesOn = (line) => line.trim() !== '' && !startsBlock(line) && !interrupts(line) && !isTable(lines, end);
  while (end < lines.length && goesOn(lines[end])) end += 1;
  return { block: { type: 'paragraph', inline: parseInline(lines.slice(at, end).join('\n').trim()) }, next: end };
}

import { Parser } from 'htmlparser2';
import { TextFlow } from './text-flow.js';

/** What a reader of the page does not read. */
const SKIPPED = new Set([
  ...['script', 'style', 'noscript', 'template', 'svg', 'math', 'iframe', 'object', 'canvas', 'audio', 'video'],
  ...['nav', 'footer', 'select', 'button', 'textarea', 'datalist'],
]);
/** Empty lines before and after: two line ends, else one. */
const LINE_ENDS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(['p', 'ul', 'ol', 'dl', 'table', 'blockquote', 'pre', 'hr'].map((name) => [name, 2])),
  ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'section', 'article'].map((name) => [name, 2])),
  ...Object.fromEntries(['div', 'li', 'tr', 'dt', 'dd', 'header', 'main', 'aside', 'form'].map((name) => [name, 1])),
  ...Object.fromEntries(['figure', 'figcaption', 'caption', 'option', 'address', 'details'].map((name) => [name, 1])),
  br: 1,
};
/** The parser looks through all open elements at each one: beyond this depth a page is made to keep us busy. */
const MAX_DEPTH = 500;
const MAX_LINK = 500;

export interface HtmlText {
  readonly title: string;
  readonly text: string;
  /** The page is nested so deep that the rest was not read. */
  readonly isCut: boolean;
}

class TooDeep extends Error {}

/** The words of a page in one pass over its tags: the time depends on its length alone, whatever they say. */
export function htmlText(html: string, address: string): HtmlText {
  const reader = new HtmlReader(address);
  const parser = new Parser({
    onopentag: (name, attributes) => {
      reader.open(name, attributes);
    },
    onclosetag: (name) => {
      reader.close(name);
    },
    ontext: (text) => {
      reader.read(text);
    },
  });
  try {
    parser.end(html);
    return { title: reader.title, text: reader.text, isCut: false };
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return { title: reader.title, text: reader.text, isCut: true };
  }
}

class HtmlReader {
  private readonly flow = new TextFlow();
  private readonly heading = new TextFlow();
  private depth = 0;
  /** Depth of the element that is being skipped, with all that it holds. */
  private skippedFrom: number | null = null;
  private isInTitle = false;
  private verbatim = 0;
  private isFirstCell = true;
  private link: { readonly href: string; readonly since: number } | null = null;

  constructor(private base: string) {}

  get text(): string {
    return this.flow.toString();
  }

  get title(): string {
    return this.heading.toString();
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new TooDeep();
    if (this.skippedFrom !== null) return;
    if (SKIPPED.has(name)) {
      this.skippedFrom = this.depth;
      return;
    }
    this.flow.endLine(LINE_ENDS[name] ?? 0);
    if (name === 'title') this.isInTitle = this.title === '';
    else if (name === 'base') this.base = absolute(attributes['href'], this.base) ?? this.base;
    else if (name === 'pre') this.verbatim += 1;
    else if (name === 'li') this.flow.mark('- ');
    else if (name === 'tr') this.isFirstCell = true;
    else if (name === 'td' || name === 'th') this.openCell();
    else if (name === 'a') this.openLink(attributes['href']);
  }

  close(name: string): void {
    const isSkipped = this.skippedFrom !== null;
    if (this.skippedFrom === this.depth) this.skippedFrom = null;
    this.depth -= 1;
    if (isSkipped) return;
    if (name === 'title') this.isInTitle = false;
    else if (name === 'pre') this.verbatim -= 1;
    else if (name === 'a') this.closeLink();
    this.flow.endLine(LINE_ENDS[name] ?? 0);
  }

  read(text: string): void {
    if (this.isInTitle) this.heading.add(text);
    else if (this.skippedFrom === null) this.flow.add(text, this.verbatim > 0);
  }

  private openCell(): void {
    if (!this.isFirstCell) this.flow.mark(' | ');
    this.isFirstCell = false;
  }

  private openLink(target: string | undefined): void {
    const href = target?.startsWith('#') === true ? null : absolute(target, this.base);
    this.link = href === null || href.length > MAX_LINK ? null : { href, since: this.flow.length };
  }

  /** A link without words leads a reader nowhere; one whose words are its address is said once. */
  private closeLink(): void {
    if (this.link !== null && this.flow.length > this.link.since && !this.flow.endsWith(this.link.href)) {
      this.flow.add(` [${this.link.href}]`);
    }
    this.link = null;
  }
}

function absolute(target: string | undefined, base: string): string | null {
  if (target === undefined || !URL.canParse(target.trim(), base)) return null;
  const url = new URL(target.trim(), base);
  return /^(https?|mailto):$/.test(url.protocol) ? url.href : null;
}

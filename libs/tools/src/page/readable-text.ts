import type { Page } from '@council/egress';
import { htmlText } from './html-text.js';

const DECLARED_CHARSET = /<(?:meta[^>]+charset|\?xml[^>]+encoding)\s*=\s*["']?([\w-]+)/i;
const TEXT = /^text\/|^application\/(json|xml|[\w.-]+\+(json|xml)|xhtml\+xml|javascript)$/;
/** Where the marks of a page stand; further in they are words. */
const HEAD_BYTES = 2_048;

/** Whether a page is something that can be read as text. A server that says nothing is believed what it sends. */
export const isReadable = ({ mediaType, body, charset }: Page): boolean =>
  (mediaType === '' || TEXT.test(mediaType)) &&
  (/^utf-?(16|32)/.test(charset ?? markOf(body) ?? '') || !holdsNul(body));

/** The page as a person would read it: its title on top, no scripts, no navigation, links behind their words. */
export function readableText(page: Page): string {
  const head = page.body.toString('latin1', 0, HEAD_BYTES);
  const isHtml = /html/.test(page.mediaType) || (page.mediaType === '' && /^\s*<(!doctype|html)/i.test(head));
  const text = decode(page, head);
  if (!isHtml) return text.trim();
  const { title, text: words, isCut } = htmlText(text, page.url);
  const cut = isCut ? '[cut: the page is nested too deep]' : '';
  return [title, words, cut].filter((part) => part !== '').join('\n\n');
}

/** By its mark, by the server's word, then by the page's own, else UTF-8. */
function decode({ body, charset }: Page, head: string): string {
  const declared = markOf(body) ?? charset ?? DECLARED_CHARSET.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(declared).decode(body);
  } catch {
    // A name that nobody knows: what is left is the guess that is right most often.
    return new TextDecoder().decode(body);
  }
}

/** The byte order mark says more than any header. */
function markOf(body: Buffer): string | null {
  if (body[0] === 0xff && body[1] === 0xfe) return 'utf-16le';
  return body[0] === 0xfe && body[1] === 0xff ? 'utf-16be' : null;
}

const holdsNul = (body: Buffer): boolean => body.subarray(0, HEAD_BYTES).includes(0);

import type { Page } from '@council/egress';
import { convert } from 'html-to-text';

const META_CHARSET = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i;
const TITLE = /<title[^>]*>([^<]*)<\/title>/i;

/** Whether a page is something that can be read as text. A server that says nothing is believed to send text. */
export const isReadable = ({ mediaType }: Page): boolean =>
  mediaType === '' || /^text\/|^application\/(json|xml|[\w.-]+\+(json|xml)|xhtml\+xml|javascript)$/.test(mediaType);

/** The page as a person would read it: no scripts, no navigation, links kept behind their words. */
export function readableText(page: Page): string {
  const isHtml =
    /html/.test(page.mediaType) ||
    (page.mediaType === '' && /^\s*<(!doctype|html)/i.test(page.body.toString('latin1', 0, 200)));
  const text = decode(page, isHtml);
  if (!isHtml) return text;
  const title = TITLE.exec(text)?.[1]?.trim() ?? '';
  const body = convert(text, {
    wordwrap: false,
    selectors: [
      ...['nav', 'footer', 'script', 'style', 'noscript', 'img', 'svg', 'form'].map((selector) => ({
        selector,
        format: 'skip',
      })),
      {
        selector: 'a',
        options: { ignoreHref: false, hideLinkHrefIfSameAsText: true, noAnchorUrl: true, baseUrl: page.url },
      },
      ...['h1', 'h2', 'h3', 'h4'].map((selector) => ({ selector, options: { uppercase: false } })),
      { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
    ],
  });
  return title === '' ? body : `${title}\n\n${body}`;
}

/** By the server's word, then by the page's own, else UTF-8. */
function decode({ body, charset }: Page, isHtml: boolean): string {
  const declared =
    charset ?? (isHtml ? META_CHARSET.exec(body.toString('latin1', 0, 2_048))?.[1] : undefined) ?? 'utf-8';
  try {
    return new TextDecoder(declared).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}

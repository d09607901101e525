import type { ToolAnswer } from '@council/council-core';
import { AddressRefused, AnswerUnreadable, CheckedAddresses, type Page, readPage } from '@council/egress';
import { Logger } from '@nestjs/common';
import { isReadable, readableText } from './readable-text.js';

const TIMEOUT_MS = 20_000;
const MAX_BYTES = 2_000_000;

/** Reads pages of the internet, and of the private hosts that the server's configuration names. */
export class PageReader {
  private readonly log = new Logger('egress');
  private readonly addresses: CheckedAddresses;

  constructor(privateHosts: readonly string[]) {
    this.addresses = new CheckedAddresses((host) => (privateHosts.includes(host) ? 'private' : 'public'));
  }

  async read(url: string, signal: AbortSignal): Promise<ToolAnswer> {
    try {
      const { addresses } = this;
      return answerOf(await readPage(url, { addresses, signal, timeoutMs: TIMEOUT_MS, maxBytes: MAX_BYTES }));
    } catch (error) {
      if (signal.aborted) throw error;
      // Quoted: parts of it are the model's own words.
      if (error instanceof AddressRefused) this.log.warn(`fetch_page was refused: ${JSON.stringify(error.message)}`);
      return { output: `The page cannot be read: ${reasonOf(error)}.`, isError: true };
    }
  }
}

function answerOf(page: Page): ToolAnswer {
  if (page.status < 200 || page.status > 299) {
    return { output: `${page.url} answered with status ${page.status}.`, isError: true };
  }
  if (!isReadable(page)) {
    return {
      output: `${page.url} is ${page.mediaType || 'of a kind that is not said'}, which is not text.`,
      isError: true,
    };
  }
  const text = readableText(page);
  if (text === '') {
    return { output: `${page.url} holds no text: it may be a page that only a browser fills.`, isError: true };
  }
  const cut = page.isCut ? `\n[cut: the page is longer than ${MAX_BYTES} bytes]` : '';
  return { output: `${page.url}\n\n${text}${cut}`, isError: false };
}

function reasonOf(error: unknown): string {
  if (error instanceof AddressRefused || error instanceof AnswerUnreadable) return error.message;
  const { name, code } = error as { readonly name?: string; readonly code?: string };
  if (name === 'TimeoutError') return `no answer within ${TIMEOUT_MS / 1_000} s`;
  return code === 'ENOTFOUND' || code === 'EAI_AGAIN'
    ? 'there is no such host'
    : `the connection failed (${code ?? name ?? 'unknown reason'})`;
}

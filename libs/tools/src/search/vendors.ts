import { htmlText } from '../page/html-text.js';
import { listAt, MAX_RESULTS, SearchFailed, SearchService, type WebResult } from './search-service.js';

const JSON_TYPE = { 'content-type': 'application/json' };

/** https://docs.tavily.com: POST /search. */
export class TavilySearch extends SearchService {
  protected readonly name = 'Tavily';

  constructor(
    private readonly key: string,
    private readonly base = 'https://api.tavily.com',
  ) {
    super(key);
  }

  protected ask(query: string) {
    const headers = { ...JSON_TYPE, authorization: `Bearer ${this.key}` };
    const body = JSON.stringify({ query, max_results: MAX_RESULTS, search_depth: 'basic' });
    return { url: `${this.base}/search`, init: { method: 'POST', headers, body } };
  }

  protected read(answer: unknown): readonly WebResult[] | null {
    return listAt(answer, 'results')?.map(({ title, url, content }) => result(title, url, content)) ?? null;
  }

  /** 432: the plan's limit; 433: the limit of what is paid as one goes. */
  protected override refusal(status: number, text: string): string {
    return super.refusal(status === 432 || status === 433 ? 402 : status, text);
  }
}

/** https://serper.dev: POST /search. */
export class SerperSearch extends SearchService {
  protected readonly name = 'Serper';

  constructor(
    private readonly key: string,
    private readonly base = 'https://google.serper.dev',
  ) {
    super(key);
  }

  protected ask(query: string) {
    const headers = { ...JSON_TYPE, 'x-api-key': this.key };
    const body = JSON.stringify({ q: query, num: MAX_RESULTS });
    return { url: `${this.base}/search`, init: { method: 'POST', headers, body } };
  }

  protected read(answer: unknown): readonly WebResult[] | null {
    return listAt(answer, 'organic')?.map(({ title, link, snippet }) => result(title, link, snippet)) ?? null;
  }

  protected override refusal(status: number, text: string): string {
    return super.refusal(status === 400 && /not enough credits/i.test(text) ? 402 : status, text);
  }
}

/** https://api-dashboard.search.brave.com: GET /res/v1/web/search. */
export class BraveSearch extends SearchService {
  protected readonly name = 'Brave Search';

  constructor(
    private readonly key: string,
    private readonly base = 'https://api.search.brave.com',
  ) {
    super(key);
  }

  protected ask(query: string) {
    const headers = { accept: 'application/json', 'x-subscription-token': this.key };
    const words = new URLSearchParams({ q: query, count: String(MAX_RESULTS), text_decorations: 'false' });
    return { url: `${this.base}/res/v1/web/search?${words.toString()}`, init: { headers } };
  }

  /** Nothing found: the part of the web is left out of an answer that is whole otherwise. */
  protected read(answer: unknown): readonly WebResult[] | null {
    const found = listAt(answer, 'web', 'results');
    if (found === null) return (answer as { type?: unknown } | undefined)?.type === 'search' ? [] : null;
    return found.map(({ title, url, description }) => result(unescaped(title), url, unescaped(description)));
  }

  protected override refusal(status: number, text: string): string {
    return super.refusal(status === 422 && text.includes('SUBSCRIPTION_TOKEN_INVALID') ? 401 : status, text);
  }
}

/** https://docs.searxng.org: GET /search with format=json, which its settings must allow. */
export class SearxngSearch extends SearchService {
  protected readonly name = 'SearXNG';

  constructor(private readonly base: string) {
    super();
  }

  protected ask(query: string) {
    const words = new URLSearchParams({ q: query, format: 'json' });
    const url = `${this.base.replace(/\/+$/, '')}/search?${words.toString()}`;
    return { url, init: { headers: { accept: 'application/json' } } };
  }

  protected read(answer: unknown): readonly WebResult[] | null {
    const found = listAt(answer, 'results');
    const { unresponsive_engines: silent } = (answer ?? {}) as { unresponsive_engines?: unknown };
    if (found?.length === 0 && Array.isArray(silent) && silent.length > 0) {
      throw new SearchFailed('SearXNG got no answer from the engines that it asks');
    }
    return found?.map(({ title, url, content }) => result(title, url, content)) ?? null;
  }

  protected override refusal(status: number, text: string): string {
    if (status === 403) return 'does not answer JSON: its settings must list json under search.formats';
    return super.refusal(status, text);
  }
}

/** Vendors mark the words that they found. */
const MARKS = /<\/?(?:strong|b|em|mark)>/g;
const words = (value: unknown): string => (typeof value === 'string' ? value.replaceAll(MARKS, '') : '');
/** Brave writes its texts as HTML. */
const unescaped = (value: unknown): string => htmlText(words(value), '').text;

const result = (title: unknown, url: unknown, extract: unknown): WebResult => ({
  title: words(title),
  url: typeof url === 'string' ? url : '',
  extract: words(extract),
});

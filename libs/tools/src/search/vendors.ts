import { listAt, MAX_RESULTS, plain, SearchService, type WebResult } from './search-service.js';

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

  protected read(answer: unknown): readonly WebResult[] {
    return listAt(answer, 'results').map(({ title, url, content }) => result(title, url, content));
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
    return {
      url: `${this.base}/search`,
      init: { method: 'POST', headers, body: JSON.stringify({ q: query, num: MAX_RESULTS }) },
    };
  }

  protected read(answer: unknown): readonly WebResult[] {
    return listAt(answer, 'organic').map(({ title, link, snippet }) => result(title, link, snippet));
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
    const words = new URLSearchParams({ q: query, count: String(MAX_RESULTS) });
    return { url: `${this.base}/res/v1/web/search?${words.toString()}`, init: { headers } };
  }

  protected read(answer: unknown): readonly WebResult[] {
    return listAt(answer, 'web', 'results').map(({ title, url, description }) => result(title, url, description));
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
    return {
      url: `${this.base.replace(/\/+$/, '')}/search?${words.toString()}`,
      init: { headers: { accept: 'application/json' } },
    };
  }

  protected read(answer: unknown): readonly WebResult[] {
    return listAt(answer, 'results').map(({ title, url, content }) => result(title, url, content));
  }
}

const result = (title: unknown, url: unknown, extract: unknown): WebResult => ({
  title: plain(title),
  url: typeof url === 'string' ? url : '',
  extract: plain(extract),
});

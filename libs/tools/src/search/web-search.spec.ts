import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { SearchService } from './search-service.js';
import { BraveSearch, SearxngSearch, SerperSearch, TavilySearch } from './vendors.js';
import { WebSearch } from './web-search.js';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const signal = new AbortController().signal;
const KEY = 'canary-key-4711-0815';

interface Seen {
  readonly method: string | undefined;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}
/** Answers every request with one and the same, and keeps what it was asked. */
async function vendor(status: number, answer: unknown, seen: Seen[] = []): Promise<string> {
  return serve((request, response) => {
    let body = '';
    request.on('data', (piece) => (body += String(piece)));
    request.on('end', () => {
      const { method, headers } = request;
      const url = new URL(request.url ?? '', 'http://x');
      const query = Object.fromEntries(url.searchParams);
      seen.push({ method, path: url.pathname, headers, query, body: body === '' ? null : JSON.parse(body) });
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
    });
  });
}

const make = {
  tavily: (base: string): SearchService => new TavilySearch(KEY, base),
  serper: (base: string): SearchService => new SerperSearch(KEY, base),
  brave: (base: string): SearchService => new BraveSearch(KEY, base),
  searxng: (base: string): SearchService => new SearxngSearch(`${base}/`),
};
type Vendor = keyof typeof make;

/** As the vendors document their answers; what is not read here stands beside what is. */
const ANSWERS: Readonly<Record<Vendor, unknown>> = {
  tavily: {
    query: 'relay safety',
    answer: null,
    images: [],
    results: [
      { title: 'A title', url: 'https://a.example/', content: 'Some\n  words', score: 0.81, raw_content: null },
      { title: 'A file', url: 'file:///etc/passwd', content: '', score: 0.2, raw_content: null },
    ],
    response_time: 1.67,
    request_id: '123e4567',
  },
  serper: {
    searchParameters: { q: 'relay safety', type: 'search', num: 8 },
    organic: [{ title: 'A title', link: 'https://a.example/', snippet: 'Some words', position: 1 }],
    peopleAlsoAsk: [],
    credits: 1,
  },
  brave: {
    type: 'search',
    query: { original: 'relay safety' },
    web: {
      type: 'search',
      results: [{ title: 'A title', url: 'https://a.example/', description: '<strong>Some</strong> words' }],
    },
  },
  searxng: {
    query: 'relay safety',
    number_of_results: 0,
    results: [{ url: 'https://a.example/', title: 'A title', content: 'Some words', engine: 'x', score: 1 }],
    answers: [],
    unresponsive_engines: [['y', 'timeout']],
  },
};
const ASKED: Readonly<Record<Vendor, unknown>> = {
  tavily: {
    ...{ method: 'POST', path: '/search', query: {} },
    headers: expect.objectContaining({ authorization: `Bearer ${KEY}`, 'content-type': 'application/json' }),
    body: { query: 'relay safety', max_results: 8, search_depth: 'basic' },
  },
  serper: {
    ...{ method: 'POST', path: '/search', query: {} },
    headers: expect.objectContaining({ 'x-api-key': KEY, 'content-type': 'application/json' }),
    body: { q: 'relay safety', num: 8 },
  },
  brave: {
    ...{ method: 'GET', path: '/res/v1/web/search', body: null },
    headers: expect.objectContaining({ 'x-subscription-token': KEY, accept: 'application/json' }),
    query: { q: 'relay safety', count: '8', text_decorations: 'false' },
  },
  searxng: {
    ...{ method: 'GET', path: '/search', body: null },
    headers: expect.objectContaining({ accept: 'application/json' }),
    query: { q: 'relay safety', format: 'json' },
  },
};
const VENDORS = Object.keys(make) as Vendor[];

describe('a search service', () => {
  it.each(VENDORS)('asks %s in its form, and reads its answer', async (name) => {
    const seen: Seen[] = [];
    const base = await vendor(200, ANSWERS[name], seen);
    expect(await make[name](base).search('relay safety', signal)).toEqual([
      { title: 'A title', url: 'https://a.example/', extract: 'Some words' },
    ]);
    expect(seen).toEqual([ASKED[name]]);
  });

  it.each<[Vendor, unknown]>([
    ['tavily', { results: [] }],
    ['serper', { organic: [] }],
    ['brave', { type: 'search', query: {} }],
    ['searxng', { results: [], unresponsive_engines: [] }],
  ])('knows what %s says when nothing is found', async (name, answer) => {
    expect(await make[name](await vendor(200, answer)).search('x', signal)).toEqual([]);
  });

  it.each<[Vendor, number, unknown, string]>([
    ['tavily', 401, { detail: { error: 'Unauthorized' } }, 'does not accept the key'],
    ['tavily', 432, { detail: { error: 'limit' } }, 'no searches left'],
    ['tavily', 433, { detail: { error: 'limit' } }, 'no searches left'],
    ['tavily', 429, {}, 'too often'],
    ['tavily', 400, { detail: { error: `bad ${KEY}` } }, 'status 400: {"detail":{"error":"bad [removed]'],
    ['serper', 403, { message: 'Unauthorized.', statusCode: 403 }, 'does not accept the key'],
    ['serper', 400, { message: 'Not enough credits', statusCode: 400 }, 'no searches left'],
    ['brave', 422, { error: { code: 'SUBSCRIPTION_TOKEN_INVALID' } }, 'does not accept the key'],
    ['brave', 422, { error: { code: 'VALIDATION' } }, 'status 422'],
    ['brave', 429, { error: { code: 'RATE_LIMITED' } }, 'too often'],
    ['searxng', 403, '<title>403 Forbidden</title>', 'search.formats'],
    ['searxng', 502, '', 'a fault of its own'],
    ['searxng', 301, '', 'leads on to another address'],
    ['searxng', 200, { results: [], unresponsive_engines: [['x', 'CAPTCHA']] }, 'no answer from the engines'],
    ...VENDORS.map((name): [Vendor, number, unknown, string] => [name, 200, '<html>', 'a form that is not known']),
    ...VENDORS.map((name): [Vendor, number, unknown, string] => [
      name,
      200,
      { error: 'x' },
      'a form that is not known',
    ]),
    ['serper', 200, '"x'.repeat(1_100_000), 'larger than a page'],
  ])('says what %s means by %s, without the key', async (name, status, answer, words) => {
    const web = new WebSearch(new Map([[name, make[name](await vendor(status, answer))]]));
    const { output, isError } = await web.search('x', '', signal);
    expect([isError, output]).toEqual([true, expect.stringContaining(words)]);
    expect(output).not.toContain(KEY);
  });

  it('tells silence from absence, and ends with the caller', async () => {
    const silent = await serve(() => undefined);
    await expect(make.tavily(silent).search('x', signal, 50)).rejects.toThrow('did not answer within 0.05 s');
    const half = await serve((_request, response) => response.write('{'));
    await expect(make.tavily(half).search('x', signal, 50)).rejects.toThrow('did not answer within 0.05 s');
    await expect(make.tavily('http://127.0.0.1:1').search('x', signal)).rejects.toThrow('cannot be reached');
    const caller = new AbortController();
    const stopped = new WebSearch(new Map([['tavily', make.tavily(silent)]])).search('x', '', caller.signal);
    caller.abort(new Error('stopped'));
    await expect(stopped).rejects.toThrow('stopped');
  });

  it('keeps eight results, each on few lines, in plain text', async () => {
    const results = Array.from({ length: 20 }, (_, at) => ({
      ...{ title: `Tom &amp; <strong>Jerry</strong> ${at}`, url: `https://a.example/${at}` },
      description: `It&#x27;s List&lt;String&gt;\n${'long '.repeat(1_000)}`,
    }));
    const found = await make.brave(await vendor(200, { web: { results } })).search('x', signal);
    expect(found).toHaveLength(8);
    expect(found[0]?.title).toBe('Tom & Jerry 0');
    expect(found[0]?.extract).toMatch(/^It's List<String> long .{900,}…$/);
    const plain = { organic: [{ title: 'Map<Key, Value>', link: 'https://a.example/', snippet: 'a < b > c' }] };
    expect(await make.serper(await vendor(200, plain)).search('x', signal)).toMatchObject([
      { title: 'Map<Key, Value>', extract: 'a < b > c' },
    ]);
  });
});

describe('WebSearch', () => {
  it('takes what the agent asks for, else the choice of the server, else the first there is', async () => {
    const named = (title: string) => vendor(200, { results: [{ title, url: 'https://a.example/', content: '' }] });
    const services = new Map<string, SearchService>([
      ['searxng', new SearxngSearch(await named('two'))],
      ['tavily', new TavilySearch(KEY, await named('one'))],
    ]);
    const search = async (wanted: string, choice?: 'searxng') =>
      (await new WebSearch(services, choice).search('x', wanted, signal)).output;
    expect(await search('Tavily', 'searxng')).toContain('1. one');
    expect(await search('brave', 'searxng')).toContain('1. two');
    expect(await search('')).toContain('1. one');
  });
});

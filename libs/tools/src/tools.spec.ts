import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { parseEnvironment } from '@council/config';
import type { OutsideTool } from '@council/council-core';
import { CouncilToolBox } from './council-tool-box.js';
import type { SearchService } from './search/search-service.js';
import { BraveSearch, SearxngSearch, SerperSearch, TavilySearch } from './search/vendors.js';
import { WebSearch } from './search/web-search.js';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});
async function serve(listener: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const signal = new AbortController().signal;
const boxOf = (environment: Record<string, string> = {}) => new CouncilToolBox(parseEnvironment(environment));
const run = (tool: OutsideTool, input: unknown, document: string | null = null, box = boxOf()) =>
  box.run(tool, JSON.stringify(input), { language: 'en', document, searchProvider: '' }, signal);

describe('calculator', () => {
  it('works out an expression, and tells a model what it cannot', async () => {
    expect(await run('calculator', { expression: '0.1 + 0.2' })).toEqual({ output: '0.1 + 0.2 = 0.3', isError: false });
    expect(await run('calculator', { expression: '1/0' })).toMatchObject({ isError: true });
    expect(await run('calculator', { expression: '' })).toMatchObject({ isError: true });
  });
});

describe('search_document', () => {
  const document = [
    '# Relay',
    '',
    'The relay saves 40 % of energy.',
    'It was tested in March.',
    '',
    'Incident INC-48213 shut the plant for two days.',
    '',
    '继电器可节约四成能源，但存在单点故障的风险。',
  ].join('\n');

  it('finds passages with their places, in any language, and identifiers whole', async () => {
    expect((await run('search_document', { query: 'energy saved' }, document)).output).toContain(
      '[Ref: L3-4]\nThe relay',
    );
    expect((await run('search_document', { query: 'INC-48213' }, document)).output).toContain('[Ref: L6]');
    expect((await run('search_document', { query: '故障风险' }, document)).output).toContain('[Ref: L8]');
  });

  it('says when nothing fits, and when there is no document', async () => {
    expect((await run('search_document', { query: 'zebra' }, document)).output).toContain('Nothing in the document');
    expect(await run('search_document', { query: 'x' })).toMatchObject({ isError: true });
  });
});

describe('fetch_page', () => {
  it('gives the readable text of a page, by its own charset, without scripts', async () => {
    const html = Buffer.concat([
      Buffer.from('<html><head><meta charset="gbk"><title>'),
      Buffer.from([0xd6, 0xd0, 0xce, 0xc4]),
      Buffer.from(
        '</title></head><body><nav>menu</nav><script>steal()</script><h1>Head</h1><p>See <a href="/more">more</a>.</p></body></html>',
      ),
    ]);
    const base = await serve((_request, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(html),
    );
    const { output, isError } = await run(
      'fetch_page',
      { url: base },
      null,
      boxOf({ FETCH_PRIVATE_HOSTS: '127.0.0.1' }),
    );
    expect(isError).toBe(false);
    expect(output).toMatch(
      /^http:\/\/127\.0\.0\.1:\d+\/\n\n中文\n\nHead\n\nSee more \[http:\/\/127\.0\.0\.1:\d+\/more\]\.$/,
    );
  });

  it('refuses private addresses that nobody named, what is not text, and bad statuses, in words', async () => {
    const base = await serve((request, response) => {
      if (request.url === '/gone') response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': 'image/png' }).end('x');
    });
    expect((await run('fetch_page', { url: base })).output).toContain('127.0.0.1 lies in a private network');
    const named = boxOf({ FETCH_PRIVATE_HOSTS: 'intranet, 127.0.0.1' });
    expect((await run('fetch_page', { url: base }, null, named)).output).toContain('image/png, which is not text');
    expect((await run('fetch_page', { url: `${base}/gone` }, null, named)).output).toContain('status 404');
    expect((await run('fetch_page', { url: 'file:///etc/passwd' })).output).toContain('not an http or https address');
  });
});

const wordsIn = (body: string, name: string): unknown => (JSON.parse(body) as Record<string, unknown>)[name];

describe('web_search', () => {
  const KEY = 'tvly-canary-key-4711';
  interface Vendor {
    readonly make: (base: string) => SearchService;
    readonly answer: unknown;
    readonly asked: (request: IncomingMessage, body: string) => unknown;
  }
  const item = { url: 'https://a.example/', title: 'A <strong>title</strong>' };
  const vendors: readonly (readonly [string, Vendor])[] = [
    [
      'Tavily',
      {
        make: (base) => new TavilySearch(KEY, base),
        answer: { results: [{ ...item, content: 'Text' }] },
        asked: ({ headers }, body) => [headers.authorization, wordsIn(body, 'query')],
      },
    ],
    [
      'Serper',
      {
        make: (base) => new SerperSearch(KEY, base),
        answer: { organic: [{ title: item.title, link: item.url, snippet: 'Text' }] },
        asked: ({ headers }, body) => [`Bearer ${String(headers['x-api-key'])}`, wordsIn(body, 'q')],
      },
    ],
    [
      'Brave',
      {
        make: (base) => new BraveSearch(KEY, base),
        answer: { web: { results: [{ ...item, description: 'Text' }] } },
        asked: ({ headers, url }) => [
          `Bearer ${String(headers['x-subscription-token'])}`,
          new URL(url ?? '', 'http://x').searchParams.get('q'),
        ],
      },
    ],
    [
      'SearXNG',
      {
        make: (base) => new SearxngSearch(base),
        answer: { results: [{ ...item, content: 'Text' }] },
        asked: ({ url }) => [`Bearer ${KEY}`, new URL(url ?? '', 'http://x').searchParams.get('q')],
      },
    ],
  ];

  it.each(vendors)('asks %s in its form, and reads its answer', async (_name, { make, answer, asked }) => {
    let seen: unknown;
    const base = await serve((request, response) => {
      let body = '';
      request
        .on('data', (piece) => (body += String(piece)))
        .on('end', () => {
          seen = asked(request, body);
          response.end(JSON.stringify(answer));
        });
    });
    expect(await make(base).search('relay safety', signal)).toEqual([
      { title: 'A title', url: item.url, extract: 'Text' },
    ]);
    expect(seen).toEqual([`Bearer ${KEY}`, 'relay safety']);
  });

  it.each([
    [401, '', 'does not accept the key'],
    [429, '', 'no searches left'],
    [500, `bad key ${KEY}`, 'status 500'],
    [200, '<html>', 'not JSON'],
  ])('says what a status of %s means, without the key', async (status, body, words) => {
    const base = await serve((_request, response) => response.writeHead(status).end(body));
    const web = new WebSearch(new Map([['tavily', new TavilySearch(KEY, base)]]));
    const { output, isError } = await web.search('x', '', signal);
    expect(isError).toBe(true);
    expect(output).toContain(words);
    expect(output).not.toContain(KEY);
  });

  it('takes what the agent asks for, else the server’s choice, and says when there is nothing', async () => {
    const named = (name: string) =>
      serve((_request, response) => response.end(JSON.stringify({ results: [{ ...item, title: name }] })));
    const services = new Map<string, SearchService>([
      ['tavily', new TavilySearch(KEY, await named('one'))],
      ['searxng', new SearxngSearch(await named('two'))],
    ]);
    expect((await new WebSearch(services, 'searxng').search('x', 'tavily', signal)).output).toContain('1. one');
    expect((await new WebSearch(services, 'searxng').search('x', 'brave', signal)).output).toContain('1. two');
    expect(await run('web_search', { query: 'x' })).toMatchObject({
      isError: true,
      output: expect.stringContaining('SEARXNG_URL'),
    });
  });
});

it('says what is wrong with an input, for the model to mend', async () => {
  expect(
    await boxOf().run('calculator', '{"expr":1}', { language: 'en', document: null, searchProvider: '' }, signal),
  ).toMatchObject({
    isError: true,
    output: expect.stringContaining('expression'),
  });
});

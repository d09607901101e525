import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { parseEnvironment } from '@council/config';
import type { OutsideTool } from '@council/council-core';
import { CouncilToolBox } from './council-tool-box.js';

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
  it('looks into the document of the turn, and says when there is none', async () => {
    const found = await run('search_document', { query: 'energy saved' }, '# Relay\n\nThe relay saves energy.');
    expect(found).toEqual({ output: '[Ref: L3]\nThe relay saves energy.', isError: false });
    expect((await run('search_document', { query: 'zebra' }, 'x')).output).toContain('Nothing in the document');
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
      else if (request.url === '/pdf') response.end(Buffer.from('%PDF-1.7\0\0\0'));
      else if (request.url === '/app')
        response.writeHead(200, { 'content-type': 'text/html' }).end('<script src="app.js"></script>');
      else if (request.url === '/zstd') response.writeHead(200, { 'content-encoding': 'zstd' }).end('?');
      else if (request.url === '/long')
        response.writeHead(200, { 'content-type': 'text/plain' }).end('a'.repeat(2_000_001));
      else response.writeHead(200, { 'content-type': 'image/png' }).end('x');
    });
    expect((await run('fetch_page', { url: base })).output).toContain('127.0.0.1 lies in a private network');
    const named = boxOf({ FETCH_PRIVATE_HOSTS: 'intranet, 127.0.0.1' });
    expect((await run('fetch_page', { url: base }, null, named)).output).toContain('image/png, which is not text');
    expect((await run('fetch_page', { url: `${base}/gone` }, null, named)).output).toContain('status 404');
    expect((await run('fetch_page', { url: `${base}/pdf` }, null, named)).output).toContain('which is not text');
    expect((await run('fetch_page', { url: `${base}/app` }, null, named)).output).toContain('holds no text');
    expect((await run('fetch_page', { url: `${base}/zstd` }, null, named)).output).toContain('packed in a way');
    const { output, isError } = await run('fetch_page', { url: `${base}/long` }, null, named);
    expect([isError, output.endsWith('[cut: the page is longer than 2000000 bytes]')]).toEqual([false, true]);
    expect((await run('fetch_page', { url: 'file:///etc/passwd' })).output).toContain('not an http or https address');
  });

  it('refuses what a page that may be read leads to inside, and the log says so', async () => {
    const inner = await serve((_request, response) => response.end('keys of a cloud'));
    const base = await serve((_request, response) => {
      // By its name it is another host, and the machine's own resolver knows where it lies.
      response.writeHead(302, { location: inner.replace('127.0.0.1', 'localhost') }).end();
    });
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const named = boxOf({ FETCH_PRIVATE_HOSTS: '127.0.0.1' });
    const { output, isError } = await run('fetch_page', { url: base }, null, named);
    expect([isError, output]).toEqual([true, expect.stringMatching(/localhost \(\S+\) lies in a private network/)]);
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/^fetch_page was refused: "localhost /)]]);
    warn.mockRestore();
  });

  it('rejects when the turn is stopped, and only then', async () => {
    const base = await serve(() => undefined);
    const turn = new AbortController();
    const context = { language: 'en', document: null, searchProvider: '' } as const;
    const box = boxOf({ FETCH_PRIVATE_HOSTS: '127.0.0.1' });
    const stopped = box.run('fetch_page', JSON.stringify({ url: base }), context, turn.signal);
    turn.abort(new Error('stopped'));
    await expect(stopped).rejects.toThrow('stopped');
    const { output, isError } = await run('fetch_page', { url: 'http://127.0.0.1:1/' }, null, box);
    expect([isError, output]).toEqual([true, expect.stringContaining('ECONNREFUSED')]);
  });
});

describe('web_search', () => {
  it('says what to set when nothing is configured', async () => {
    const { output, isError } = await run('web_search', { query: 'x' });
    expect(isError).toBe(true);
    for (const name of ['TAVILY_API_KEY', 'SERPER_API_KEY', 'BRAVE_API_KEY', 'SEARXNG_URL']) {
      expect(output).toContain(name);
    }
  });

  it('asks the server that the configuration names', async () => {
    const base = await serve((_request, response) => response.end('{"results": []}'));
    const answer = await run('web_search', { query: 'x' }, null, boxOf({ SEARXNG_URL: base }));
    expect(answer).toEqual({ output: 'No result for "x".', isError: false });
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

import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { kindOfAddress } from './address-kind.js';
import { AddressRefused, CheckedAddresses, type ResolveHost } from './checked-address.js';
import { readPage } from './read-page.js';

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

const inside = new CheckedAddresses(() => 'private');
const outside = (resolveHost?: ResolveHost) => new CheckedAddresses(() => 'public', resolveHost);
const read = (url: string, addresses = inside, more: { timeoutMs?: number; signal?: AbortSignal } = {}) =>
  readPage(url, { addresses, signal: new AbortController().signal, timeoutMs: 5_000, maxBytes: 10_000, ...more });

describe('kindOfAddress', () => {
  it.each([
    ['8.8.8.8', 'public'],
    ['2606:4700::1111', 'public'],
    ['127.0.0.1', 'private'],
    ['10.1.2.3', 'private'],
    ['::1', 'private'],
    ['::ffff:127.0.0.1', 'private'],
    ['64:ff9b::7f00:1', 'private'],
    ['fd12::1', 'private'],
    ['169.254.169.254', 'never'],
    ['::ffff:169.254.169.254', 'never'],
    ['fe80::1', 'never'],
    ['224.0.0.1', 'never'],
  ])('takes %s for %s', (address, kind) => {
    expect(kindOfAddress(address)).toBe(kind);
  });
});

describe('readPage', () => {
  it.each([
    'http://127.0.0.1:1/',
    'http://[::1]:1/',
    'http://2130706433:1/',
    'http://0177.0.0.1:1/',
    'http://[::ffff:7f00:1]:1/',
  ])('does not call %s from outside, however it is written', async (url) => {
    await expect(read(url, outside())).rejects.toThrow(AddressRefused);
  });

  it('does not call a name that leads inside, with one address or among several', async () => {
    const url = 'http://rebound.example/';
    await expect(
      read(
        url,
        outside(async () => ['127.0.0.1']),
      ),
    ).rejects.toThrow('rebound.example (127.0.0.1) lies in');
    await expect(
      read(
        url,
        outside(async () => ['93.184.216.34', '10.0.0.1']),
      ),
    ).rejects.toThrow(AddressRefused);
    const metadata = new CheckedAddresses(
      () => 'private',
      async () => ['169.254.169.254'],
    );
    await expect(read(url, metadata)).rejects.toThrow('never called');
  });

  it('connects to the address that was checked, and asks for the name once a connection', async () => {
    let host: string | undefined;
    const base = await serve((request, response) => {
      host = request.headers.host;
      response.end('hello');
    });
    const port = new URL(base).port;
    const asked: string[] = [];
    // First the check, then the socket: a name that changes its answer in between is refused by the second check.
    const changing = new CheckedAddresses(
      (name) => (name === 'mine.example' ? 'private' : 'public'),
      async (name) => {
        asked.push(name);
        return ['127.0.0.1'];
      },
    );
    const page = await read(`http://mine.example:${port}/`, changing);
    expect(page.body.toString()).toBe('hello');
    expect(host).toBe(`mine.example:${port}`);
    const answers = [['93.184.216.34'], ['127.0.0.1']];
    const rebinding = outside(async () => answers.shift() ?? ['127.0.0.1']);
    await expect(read(`http://turn.example:${port}/`, rebinding)).rejects.toThrow(AddressRefused);
  });

  it('checks where a redirect leads, and follows five of them at most', async () => {
    const base = await serve((request, response) => {
      const to =
        request.url === '/in'
          ? '/page'
          : request.url === '/out'
            ? 'http://10.0.0.1/'
            : request.url === '/ftp'
              ? 'ftp://x/'
              : '/round';
      if (request.url === '/page') response.end('there');
      else response.writeHead(302, { location: to }).end();
    });
    const own = new CheckedAddresses((host) => (host === '127.0.0.1' ? 'private' : 'public'));
    expect((await read(`${base}/in`, own)).url).toBe(`${base}/page`);
    await expect(read(`${base}/out`, own)).rejects.toThrow('10.0.0.1 lies in a private network');
    await expect(read(`${base}/ftp`, own)).rejects.toThrow('not an http or https address');
    await expect(read(`${base}/round`, own)).rejects.toThrow('more than 5 times');
  });

  it('unpacks, cuts what is too long, and says what it was', async () => {
    const base = await serve((request, response) => {
      if (request.url === '/gzip')
        response
          .writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'text/html; charset=GBK' })
          .end(gzipSync('packed'));
      else if (request.url === '/br')
        response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync('packed'));
      else if (request.url === '/bomb')
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000_000)));
      else response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip');
    });
    expect(await read(`${base}/gzip`)).toMatchObject({ mediaType: 'text/html', charset: 'gbk', isCut: false });
    expect((await read(`${base}/br`)).body.toString()).toBe('packed');
    const bomb = await read(`${base}/bomb`);
    expect([bomb.isCut, bomb.body.length]).toEqual([true, 10_000]);
    await expect(read(`${base}/broken`)).rejects.toThrow();
  });

  it('ends with its deadline, with the caller, and without credentials', async () => {
    const base = await serve((request, response) => {
      if (request.url === '/slow') response.write('begun');
    });
    await expect(read(`${base}/never`, inside, { timeoutMs: 50 })).rejects.toMatchObject({ name: 'TimeoutError' });
    await expect(read(`${base}/slow`, inside, { timeoutMs: 50 })).rejects.toMatchObject({ name: 'TimeoutError' });
    const abort = new AbortController();
    const stopped = read(`${base}/never`, inside, { signal: abort.signal });
    abort.abort(new Error('stopped'));
    await expect(stopped).rejects.toThrow('stopped');
    await expect(read('http://user:pass@127.0.0.1/')).rejects.toThrow('no user and password');
  });
});

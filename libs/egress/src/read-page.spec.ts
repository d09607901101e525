import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
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

/** A server that nobody may reach, and how many have. */
async function serveCounting(): Promise<{ readonly port: string; readonly connections: () => number }> {
  const base = await serve((_request, response) => response.end('keys of a cloud'));
  let connections = 0;
  servers.at(-1)?.on('connection', () => (connections += 1));
  return { port: new URL(base).port, connections: () => connections };
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
    ['::7f00:1', 'private'],
    ['2002:7f00:1::', 'private'],
    ['4000::1', 'private'],
    ['64:ff9b::808:808', 'public'],
    ['::ffff:8.8.8.8', 'public'],
    ['64:ff9b::a9fe:a9fe', 'never'],
    ['fd00:ec2::254', 'never'],
    ['fe80::1%eth0', 'never'],
    ['not an address', 'never'],
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

  it('asks for a name once, and connects to the answer that was checked', async () => {
    let host: string | undefined;
    const base = await serve((request, response) => {
      host = request.headers.host;
      response.end('hello');
    });
    const port = new URL(base).port;
    const asked: string[] = [];
    // Whoever resolves a second time, as a socket of its own would, is led elsewhere.
    const rebinding: ResolveHost = async (name) => {
      asked.push(name);
      return asked.length === 1 ? ['127.0.0.1'] : ['10.0.0.1'];
    };
    const own = new CheckedAddresses((name) => (name === 'mine.example' ? 'private' : 'public'), rebinding);
    const page = await read(`http://mine.example:${port}/`, own);
    expect(page.body.toString()).toBe('hello');
    expect([host, asked]).toEqual([`mine.example:${port}`, ['mine.example']]);
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

  it('refuses a redirect to a name that leads inside, before anything is connected', async () => {
    const inner = await serveCounting();
    const base = await serve((_request, response) => {
      response.writeHead(302, { location: `http://evil.example:${inner.port}/latest/keys` }).end();
    });
    const asked: string[] = [];
    const own = new CheckedAddresses(
      (host) => (host === 'mine.example' ? 'private' : 'public'),
      async (name) => {
        asked.push(name);
        return ['127.0.0.1'];
      },
    );
    await expect(read(`http://mine.example:${new URL(base).port}/`, own)).rejects.toThrow(
      'evil.example (127.0.0.1) lies in a private network',
    );
    expect([asked, inner.connections()]).toEqual([['mine.example', 'evil.example'], 0]);
  });

  it('refuses a name that was good a moment ago: each page and each hop is resolved and checked anew', async () => {
    const inner = await serveCounting();
    const answers = ['93.184.216.34', '127.0.0.1'];
    const rebinding = outside(async () => [answers.shift() ?? '127.0.0.1']);
    // What a socket is given to connect to: the address that was checked, and no name to ask for again.
    const given = await new Promise((resolve) => {
      rebinding.lookup('rebound.example', { all: true }, (_error, addresses) => {
        resolve(addresses);
      });
    });
    expect(given).toEqual([{ address: '93.184.216.34', family: 4 }]);
    await expect(read(`http://rebound.example:${inner.port}/`, rebinding)).rejects.toThrow(
      'rebound.example (127.0.0.1) lies in a private network',
    );
    expect(inner.connections()).toBe(0);
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
      else if (request.url === '/twice')
        response.writeHead(200, { 'content-encoding': 'gzip, br' }).end(brotliCompressSync(gzipSync('packed')));
      else if (request.url === '/deflate')
        response.writeHead(200, { 'content-encoding': 'deflate' }).end(deflateSync('packed'));
      else if (request.url === '/zstd') response.writeHead(200, { 'content-encoding': 'zstd' }).end('?');
      else if (request.url === '/half')
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('packed').subarray(0, 12));
      else response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip');
    });
    expect(await read(`${base}/gzip`)).toMatchObject({ mediaType: 'text/html', charset: 'gbk', isCut: false });
    for (const path of ['/br', '/twice', '/deflate']) {
      expect((await read(`${base}${path}`)).body.toString()).toBe('packed');
    }
    await expect(read(`${base}/zstd`)).rejects.toThrow('not read here (zstd)');
    await expect(read(`${base}/half`)).rejects.toThrow();
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

  it('waits for a name that does not resolve no longer than for a page', async () => {
    const silent = outside(() => new Promise(() => undefined));
    await expect(read('http://silent.example/', silent, { timeoutMs: 50 })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });

  it('closes its connection when it is stopped in the middle of a page', async () => {
    let close: (value: string) => void;
    const closed = new Promise<string>((resolve) => (close = resolve));
    const abort = new AbortController();
    const base = await serve((request, response) => {
      request.socket.once('close', () => {
        close('closed');
      });
      response.write('begun', () => {
        abort.abort(new Error('stopped'));
      });
    });
    await expect(read(base, inside, { signal: abort.signal })).rejects.toThrow('stopped');
    expect(await closed).toBe('closed');
  });
});

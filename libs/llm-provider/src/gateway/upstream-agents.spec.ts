import http, { type IncomingMessage } from 'node:http';
import net, { type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { AddressRefused } from '@council/egress';
import { FakeUpstream, fails, type Reply, says } from './fake-upstream.js';
import { httpFetch } from './http-transport.js';
import { UpstreamAgents, type WayOut } from './upstream-agents.js';

const PUBLIC: WayOut = { egress: 'public', isAddressChecked: true, proxyUrl: null };
const PRIVATE: WayOut = { ...PUBLIC, egress: 'private' };
const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function startUpstream(...replies: readonly Reply[]): Promise<FakeUpstream> {
  const upstream = await FakeUpstream.start(...replies);
  stops.push(() => upstream.stop());
  return upstream;
}

/** A name server that changes its mind: each question gets the next answer, the last one for ever. */
function names(...answers: readonly string[]) {
  const asked: string[] = [];
  const resolve = async (host: string) => {
    asked.push(host);
    return [answers[Math.min(asked.length, answers.length) - 1] ?? ''];
  };
  return { asked, resolve };
}

async function send(agents: UpstreamAgents, way: WayOut, url: string, connectTimeoutMs = 5_000) {
  const wire = { isSent: false };
  const onSent = () => (wire.isSent = true);
  const answer = httpFetch({ agents, way, connectTimeoutMs, onSent })(url, { method: 'POST', body: '{}' });
  const outcome = await answer.then(
    async (response) => ({ status: response.status, text: await response.text(), cause: null }),
    (error: unknown) => ({ status: 0, text: '', cause: (error as Error).cause }),
  );
  return { ...outcome, ...wire };
}

describe('a connection to an address that a user gave', () => {
  it('goes to the address that was checked, and the name is asked for once', async () => {
    const upstream = await startUpstream(says('Yes.'));
    const { asked, resolve } = names('127.0.0.1', '169.254.169.254');
    const answer = await send(new UpstreamAgents(resolve), PRIVATE, `http://model.example:${upstream.port}/v1/x`);
    expect(answer).toMatchObject({ status: 200, isSent: true });
    expect(upstream.seen[0]?.headers.host).toBe(`model.example:${upstream.port}`);
    expect(asked).toEqual(['model.example']);
  });

  it('is not made when the name has come to lead into a private network since it was checked', async () => {
    const upstream = await startUpstream(says('Yes.'));
    const agents = new UpstreamAgents(names('127.0.0.1').resolve);
    const answer = await send(agents, PUBLIC, `http://model.example:${upstream.port}/v1/x`);
    expect(answer.cause).toBeInstanceOf(AddressRefused);
    expect(answer.isSent).toBe(false);
    expect(upstream.seen).toEqual([]);
  });

  it('that is kept open for one policy does not serve another', async () => {
    const upstream = await startUpstream(says('Yes.'));
    const agents = new UpstreamAgents(names('127.0.0.1').resolve);
    const url = `http://model.example:${upstream.port}/v1/x`;
    expect(await send(agents, PRIVATE, url)).toMatchObject({ status: 200 });
    expect((await send(agents, PUBLIC, url)).cause).toBeInstanceOf(AddressRefused);
  });

  it("is not checked where the address is the server's own", async () => {
    const upstream = await startUpstream(says('Yes.'));
    const agents = new UpstreamAgents(names('203.0.113.1').resolve);
    expect(await send(agents, { ...PUBLIC, isAddressChecked: false }, upstream.baseUrl)).toMatchObject({ status: 200 });
  });

  it('does not follow where a redirect leads', async () => {
    const inside = await startUpstream(says('secret'));
    const upstream = await startUpstream(fails(302, 'elsewhere', { location: inside.baseUrl }));
    expect(await send(new UpstreamAgents(), PRIVATE, `${upstream.baseUrl}/x`)).toMatchObject({ status: 302 });
    expect(inside.seen).toEqual([]);
  });
});

interface Proxy {
  readonly url: string;
  readonly asked: readonly string[];
  readonly tunnelled: Promise<Buffer>;
  readonly open: () => number;
}

/** Passes plain requests on to `target`; `connect` decides about tunnels. */
async function startProxy(target: string, connect: (socket: Socket) => void): Promise<Proxy> {
  const asked: string[] = [];
  const sockets = new Set<net.Socket>();
  let tell: (bytes: Buffer) => void = () => undefined;
  const tunnelled = new Promise<Buffer>((resolve) => (tell = resolve));
  const server = http.createServer((request, response) => {
    asked.push(request.url ?? '');
    const onward = http.request(target, { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
  });
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    asked.push(request.url ?? '');
    socket.once('data', tell).on('end', () => socket.end());
    connect(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}`, asked, tunnelled, open: () => sockets.size };
}

const through = (proxy: Proxy): WayOut => ({ ...PRIVATE, proxyUrl: proxy.url });
const agents = () => new UpstreamAgents(names('127.0.0.1').resolve);
const refused = (socket: Socket): void => {
  socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n');
};

describe('a proxy', () => {
  it('passes a plain request on, by the whole address', async () => {
    const upstream = await startUpstream(says('Yes.'));
    const proxy = await startProxy(upstream.baseUrl, refused);
    const answer = await send(agents(), through(proxy), 'http://model.invalid/v1/chat/completions');
    expect(answer).toMatchObject({ status: 200, text: expect.stringContaining('Yes.'), isSent: true });
    expect(proxy.asked).toEqual(['http://model.invalid/v1/chat/completions']);
  });

  it('opens a tunnel for an encrypted one, and sees nothing but the name', async () => {
    const proxy = await startProxy('http://127.0.0.1:9', (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.once('data', () => socket.destroy());
    });
    const answer = await send(agents(), through(proxy), 'https://model.invalid/v1/x');
    expect(proxy.asked).toEqual(['model.invalid:443']);
    const hello = await proxy.tunnelled;
    expect([hello[0], hello.includes('model.invalid'), hello.includes('POST')]).toEqual([0x16, true, false]);
    expect(answer.isSent).toBe(false);
  });

  it('that refuses is named as such, and nothing was sent', async () => {
    const proxy = await startProxy('http://127.0.0.1:9', refused);
    const answer = await send(agents(), through(proxy), 'https://model.invalid/v1/x');
    expect(answer).toMatchObject({ isSent: false, cause: { message: 'the proxy answered 403' } });
  });

  it('that never answers is left at the deadline, with its connection', async () => {
    const proxy = await startProxy('http://127.0.0.1:9', () => undefined);
    const answer = await send(agents(), through(proxy), 'https://model.invalid/v1/x', 100);
    expect(answer).toMatchObject({ isSent: false, cause: { name: 'NoConnection' } });
    for (let turn = 0; turn < 100 && proxy.open() > 0; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(proxy.open()).toBe(0);
  });

  it('in a private network is not called for a provider that may not go there', async () => {
    const proxy = await startProxy('http://127.0.0.1:9', refused);
    const answer = await send(agents(), { ...PUBLIC, proxyUrl: proxy.url }, 'https://model.invalid/v1/x');
    expect(answer.cause).toBeInstanceOf(AddressRefused);
    expect(proxy.asked).toEqual([]);
  });
});

import { EventEmitter } from 'node:events';
import { text } from 'node:stream/consumers';
import { OWNER, rememberAsking } from '@council/access';
import type { LogEvent } from '@council/contracts';
import { LiveChannel } from '@council/dispatch';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { WebSocket } from 'ws';
import { CouncilGateway } from './council.gateway.js';
import { EventStream } from './event-stream.js';

const AT = '2026-01-01T00:00:00.000Z';
const created = { seq: 1, event: 'session:created', data: {}, timestamp: AT } as LogEvent;
const begun = { seq: 2, event: 'execution:started', data: { run: 1 }, timestamp: AT } as LogEvent;

/** Sockets that are still open when a test ends: the pulse beats as long as there is one. */
const closings: (() => void)[] = [];
afterEach(() => {
  for (const close of closings.splice(0)) close();
});

/** A gateway over feeds that only note what is watched, and from where on. */
function setUp() {
  const watched: string[] = [];
  const live = new LiveChannel();
  const feeds = {
    watch: (sessionUuid: string, since: number) => {
      watched.push(`${sessionUuid} after ${since}`);
      return { sessionUuid };
    },
    unwatch: ({ sessionUuid }: { readonly sessionUuid: string }) => watched.push(`${sessionUuid} no more`),
  };
  const nobody = {} as never;
  const rights = { starterOf: () => Promise.resolve(null) };
  const gateway = new CouncilGateway(feeds as never, nobody, nobody, nobody, nobody, rights as never, nobody, live);
  const connect = (socket: WebSocket): void => {
    const request = {};
    rememberAsking(request, { principal: OWNER, credential: null, address: '127.0.0.1' });
    gateway.handleConnection(socket, request as never);
    closings.push(() => {
      gateway.handleDisconnect(socket);
    });
  };
  const open = (): void => {
    connect(new EventEmitter() as WebSocket);
  };
  return { gateway, watched, live, open, connect };
}

describe('a socket that has not subscribed', () => {
  it('is shown a session from its opening on', async () => {
    const { watched, live, open } = setUp();
    open();
    live.publish('mine', [created]);
    live.publish('mine', [begun]);
    await Promise.resolve();
    expect(watched).toEqual(['mine after 0']);
  });

  it('is not shown a session that was opened before it came, although it begins afterwards', async () => {
    const { watched, live, open } = setUp();
    live.publish('before', [created]);
    open();
    live.publish('before', [begun]);
    await Promise.resolve();
    expect(watched).toEqual([]);
  });
});

describe('the end of the server', () => {
  it('sends every socket away with a code that says come back, also one that comes late', () => {
    const { gateway, connect } = setUp();
    const codes: number[] = [];
    const socket = (): WebSocket =>
      Object.assign(new EventEmitter(), { close: (code: number) => codes.push(code) }) as unknown as WebSocket;
    connect(socket());
    gateway.onModuleDestroy();
    connect(socket());
    expect(codes).toEqual([1012, 1012]);
  });

  it('ends a stream, and says nothing on it any more', async () => {
    const stream = new EventStream();
    stream.send({ event: 'node:started', timestamp: AT }, 7);
    stream.leave();
    stream.leave();
    stream.send({ event: 'node:started', timestamp: AT }, 8);
    const said = await text(stream);
    expect([said.includes('id: 7'), said.includes('id: 8')]).toEqual([true, false]);
  });
});

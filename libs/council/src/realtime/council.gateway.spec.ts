import { EventEmitter } from 'node:events';
import { OWNER, rememberAsking } from '@council/access';
import type { LogEvent } from '@council/contracts';
import { LiveChannel } from '@council/dispatch';
import { describe, expect, it } from '@jest/globals';
import type { WebSocket } from 'ws';
import { CouncilGateway } from './council.gateway.js';

const AT = '2026-01-01T00:00:00.000Z';
const created = { seq: 1, event: 'session:created', data: {}, timestamp: AT } as LogEvent;
const begun = { seq: 2, event: 'execution:started', data: { run: 1 }, timestamp: AT } as LogEvent;

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
  const gateway = new CouncilGateway(feeds as never, nobody, nobody, nobody, nobody, rights as never, live);
  const open = (): void => {
    const request = {};
    rememberAsking(request, { principal: OWNER, credential: null, address: '127.0.0.1' });
    gateway.handleConnection(new EventEmitter() as WebSocket, request as never);
  };
  return { watched, live, open };
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

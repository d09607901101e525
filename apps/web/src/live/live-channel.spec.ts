import type { Frame } from '@council/contracts';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { LiveChannel } from './live-channel';
import { ScriptedParts, settled } from './scripted-socket';

const A = '11111111-1111-4111-8111-111111111111';
const B = '22222222-2222-4222-8222-222222222222';

let parts: ScriptedParts;
let channel: LiveChannel;
beforeEach(() => {
  parts = new ScriptedParts();
  channel = new LiveChannel(parts);
});

/** A watcher that notes what it is shown: numbers of durable frames, names of the others. */
function noting(): { readonly seen: unknown[]; readonly onFrame: (frame: Frame) => void } {
  const seen: unknown[] = [];
  return { seen, onFrame: ({ event, data }) => seen.push(data?.['seq'] ?? event) };
}

async function opened(): Promise<void> {
  await settled();
  parts.last.opens();
}

describe('a watched session', () => {
  it('is subscribed with where it was seen last, and shown in order, each frame once', async () => {
    const { seen, onFrame } = noting();
    channel.watch(A, 4, onFrame);
    await opened();
    expect(parts.last.sent).toEqual([{ cmd: 'subscribe', session_uuid: A, since: 4 }]);
    for (const seq of [4, 5, 6, 6, 5, 7]) parts.last.says('node:started', { session_uuid: A, seq });
    parts.last.says('token_stream', { session_uuid: A, chunk: 'x' });
    expect(seen).toEqual([5, 6, 7, 'token_stream']);
  });

  it('sees nothing of another session, nor of one that was given up', async () => {
    const a = noting();
    const b = noting();
    const watch = channel.watch(A, 0, a.onFrame);
    channel.watch(B, 0, b.onFrame);
    await opened();
    parts.last.says('token_stream', { session_uuid: A });
    parts.last.says('node:started', { session_uuid: B, seq: 1 });
    watch.stop();
    parts.last.says('node:started', { session_uuid: A, seq: 1 });
    parts.last.says('pong');
    expect([a.seen, b.seen]).toEqual([['token_stream'], [1]]);
    expect(parts.last.sent.at(-1)).toEqual({ cmd: 'unsubscribe', session_uuid: A });
  });

  it('comes once for all who watch it, from where the last of them stands', async () => {
    const early = noting();
    const late = noting();
    channel.watch(A, 3, early.onFrame);
    await opened();
    parts.last.says('node:started', { session_uuid: A, seq: 4 });
    channel.watch(A, 1, late.onFrame);
    expect(parts.last.sent.at(-1)).toEqual({ cmd: 'subscribe', session_uuid: A, since: 1 });
    for (const seq of [2, 3, 4, 5]) parts.last.says('node:started', { session_uuid: A, seq });
    expect([early.seen, late.seen]).toEqual([
      [4, 5],
      [2, 3, 4, 5],
    ]);
  });

  it('is asked for anew when a watcher has lost the thread of its text', async () => {
    const watch = channel.watch(A, 0, noting().onFrame);
    await opened();
    parts.last.says('node:started', { session_uuid: A, seq: 9 });
    watch.again();
    expect(parts.last.sent.at(-1)).toEqual({ cmd: 'subscribe', session_uuid: A, since: 9 });
  });
});

describe('a connection that breaks', () => {
  it('comes back, and catches up from the last frame that was seen', async () => {
    const { seen, onFrame } = noting();
    channel.watch(A, 0, onFrame);
    await opened();
    parts.last.says('node:started', { session_uuid: A, seq: 1 });
    parts.last.close();
    expect(channel.state.get()).toBe('waiting');
    await parts.pass(500);
    await opened();
    expect(channel.state.get()).toBe('open');
    expect(parts.last.sent).toEqual([{ cmd: 'subscribe', session_uuid: A, since: 1 }]);
    parts.last.says('node:started', { session_uuid: A, seq: 2 });
    expect(seen).toEqual([1, 2]);
  });

  it('is tried again after waits that double up to half a minute, and soon again once it was heard', async () => {
    channel.watch(A, 0, noting().onFrame);
    await settled();
    const waits: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      parts.last.close();
      const [wait = 0] = parts.waiting;
      waits.push(wait);
      await parts.pass(wait);
    }
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
    await opened();
    parts.last.says('pong');
    parts.last.close();
    expect(parts.waiting).toEqual([500]);
  });

  it('is tried at once when the network is back, and not twice', async () => {
    channel.watch(A, 0, noting().onFrame);
    await opened();
    parts.last.close();
    channel.retryNow();
    channel.retryNow();
    await parts.pass(60_000);
    expect(parts.sockets).toHaveLength(2);
  });

  it('waits as well when the server cannot be asked, and does not connect before it can', async () => {
    parts.refusal = new Error('no answer');
    channel.watch(A, 0, noting().onFrame);
    await parts.pass(10_000);
    expect([parts.sockets.length, channel.state.get()]).toEqual([0, 'waiting']);
    parts.refusal = null;
    await parts.pass(30_000);
    expect(parts.sockets).toHaveLength(1);
  });

  it('is not listened to any more: what an old socket still says or does changes nothing', async () => {
    const { seen, onFrame } = noting();
    channel.watch(A, 0, onFrame);
    await opened();
    const old = parts.last;
    old.close();
    await parts.pass(500);
    await opened();
    old.says('node:started', { session_uuid: A, seq: 1 });
    expect([seen, channel.state.get(), parts.sockets.length]).toEqual([[], 'open', 2]);
  });
});

describe('the heartbeat', () => {
  it('asks after silence, and takes no answer for the end', async () => {
    channel.watch(A, 0, noting().onFrame);
    await opened();
    const first = parts.last;
    await parts.pass(25_000);
    expect(first.sent.at(-1)).toEqual({ cmd: 'ping' });
    await parts.pass(10_000);
    expect([first.isClosed, channel.state.get()]).toEqual([true, 'waiting']);
  });

  it('stays quiet while frames come, and goes on after an answer', async () => {
    channel.watch(A, 0, noting().onFrame);
    await opened();
    const pings = (): number => parts.last.sent.filter(({ cmd }) => cmd === 'ping').length;
    await parts.pass(20_000);
    parts.last.says('token_stream', { session_uuid: A });
    await parts.pass(5_000);
    expect(pings()).toBe(0);
    await parts.pass(25_000);
    parts.last.says('pong');
    await parts.pass(10_000);
    expect([pings(), channel.state.get()]).toEqual([1, 'open']);
    await parts.pass(25_000);
    expect(pings()).toBe(2);
  });
});

describe('without anybody who watches', () => {
  it('nothing is connected', async () => {
    await parts.pass(60_000);
    expect([parts.sockets.length, channel.state.get()]).toEqual([0, 'idle']);
  });

  it('the connection is kept for the next page, then given up', async () => {
    channel.watch(A, 0, noting().onFrame).stop();
    expect(channel.state.get()).toBe('idle');
    const watch = channel.watch(A, 0, noting().onFrame);
    await opened();
    watch.stop();
    await parts.pass(5_000);
    channel.watch(B, 0, noting().onFrame);
    await parts.pass(20_000);
    expect([parts.sockets.filter(({ isClosed }) => !isClosed).length, channel.state.get()]).toEqual([1, 'open']);
  });

  it('a connection that nobody needs any more ends, and a lost one is not sought', async () => {
    const watch = channel.watch(A, 0, noting().onFrame);
    await opened();
    watch.stop();
    await parts.pass(10_000);
    expect([parts.last.isClosed, channel.state.get(), parts.waiting]).toEqual([true, 'idle', []]);
  });
});

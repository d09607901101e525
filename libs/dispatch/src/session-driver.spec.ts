import type { LogEvent } from '@council/contracts';
import {
  type AttemptSpend,
  type ChatChunk,
  fold,
  ledgerOf,
  type Lease,
  LeaseLost,
  ModelCallError,
} from '@council/council-core';
import {
  DEBATE,
  judgement,
  MemoryEventStore,
  NO_TOOLS,
  type Script,
  ScriptedChatModel,
  sessionOf,
  UNBOUND,
} from '@council/testing';
import { describe, expect, it } from '@jest/globals';
import { LiveChannel } from './live-channel.js';
import { SessionDriver } from './session-driver.js';

const ID = 'session';
const lease: Lease = { sessionUuid: ID, owner: 'test', epoch: 1 };
const speak: Script = ({ brief }) =>
  brief.stance === 'adjudicator' ? judgement([80, 70, 60]) : `${brief.seat} speaks.`;

/** Publishes like the real store does, so that the driver hears of events from outside. */
class PublishingStore extends MemoryEventStore {
  constructor(private readonly live: LiveChannel) {
    super();
  }
  override async append(...args: Parameters<MemoryEventStore['append']>): Promise<readonly LogEvent[]> {
    const written = await super.append(...args);
    this.live.publish(args[0], written);
    return written;
  }
}

async function setUp(script: Script) {
  const live = new LiveChannel();
  const store = new PublishingStore(live);
  const model = new ScriptedChatModel(script);
  await store.append(ID, null, [{ event: 'session:created', data: sessionOf(DEBATE) }]);
  const abort = new AbortController();
  const driver = new SessionDriver(lease, { store, model, tools: NO_TOOLS, live, ...UNBOUND }, abort.signal);
  live.onEvents((_id, events) => {
    driver.notice(events.at(-1)?.seq);
  });
  return { live, store, model, abort, driver };
}

const pause = { event: 'execution:paused', data: { reason: 'session_paused' } } as const;
const stop = { event: 'control:stop', data: { reason: 'user' } } as const;

/** Speaks nothing until it is let go; ends when it is aborted. */
function gate(): { readonly opened: () => void; readonly stream: (signal?: AbortSignal) => AsyncIterable<ChatChunk> } {
  let opened: () => void = () => undefined;
  const open = new Promise<void>((resolve) => {
    opened = resolve;
  });
  return {
    opened: () => {
      opened();
    },
    async *stream() {
      yield { kind: 'text', text: 'begun' };
      await open;
      yield {
        kind: 'done',
        inputTokens: 1,
        outputTokens: 1,
        isEstimated: false,
        finishReason: 'stop',
      };
    },
  };
}

/** Fails once with a bill, then answers. */
async function* cutOnce(spent: AttemptSpend): AsyncIterable<ChatChunk> {
  yield { kind: 'attempt-failed', code: 'MODEL.CUT_STREAM', message: 'cut', retryInMs: 0, spent };
  yield { kind: 'text', text: 'Whole.' };
  yield {
    kind: 'done',
    inputTokens: 10,
    outputTokens: 1,
    isEstimated: false,
    finishReason: 'stop',
  };
}

/** Begins, and breaks off like a socket does that was closed. */
async function* hangUntil(closed: Promise<void>): AsyncIterable<ChatChunk> {
  yield { kind: 'text', text: 'begun' };
  await closed;
  throw new Error('the socket was closed');
}

describe('SessionDriver', () => {
  it('drives a debate to its end and streams what is said', async () => {
    const { driver, live, model } = await setUp(speak);
    const said: string[] = [];
    live.onDelta((delta) => said.push(`${delta.node_id}@${delta.offset}`));
    expect(await driver.drive()).toMatchObject({ status: 'completed', outcome: 'full' });
    expect(model.requests).toHaveLength(3);
    expect(said).toEqual(['affirmative@0', 'negative@0', 'adjudicator@0', 'end@0']);
  });

  it('never speaks a finished turn again', async () => {
    const first = await setUp(({ brief }, call) =>
      call === 3 ? new Error('power cut') : speak({ brief } as never, call),
    );
    await expect(first.driver.drive()).rejects.toThrow('power cut');
    const model = new ScriptedChatModel(speak);
    const second = new SessionDriver(
      lease,
      { store: first.store, model, tools: NO_TOOLS, live: first.live, ...UNBOUND },
      new AbortController().signal,
    );
    expect(await second.drive()).toMatchObject({ status: 'completed' });
    expect(model.requests.map((request) => request.brief.stance)).toEqual(['adjudicator']);
  });

  it('counts the attempts of a turn on, so that a client can tell the newer from the older', async () => {
    const { driver, store, live } = await setUp(({ brief }, call) =>
      call === 1
        ? (async function* (): AsyncIterable<ChatChunk> {
            yield { kind: 'text', text: 'half a sen' };
            yield { kind: 'attempt-failed', code: 'MODEL.CUT_STREAM', message: 'cut', retryInMs: 5 };
            yield { kind: 'text', text: 'A whole sentence.' };
            yield {
              kind: 'done',
              inputTokens: 1,
              outputTokens: 1,
              isEstimated: true,
              finishReason: 'stop',
            };
          })()
        : speak({ brief } as never, call),
    );
    const attempts: string[] = [];
    live.onDelta((delta) => attempts.push(`${delta.node_id} ${delta.attempt} ${delta.chunk.slice(0, 4)}`));
    expect(await driver.drive()).toMatchObject({ status: 'completed', usage: { is_estimated: true } });
    expect(attempts.slice(0, 2).toSorted()).toEqual(['affirmative 1 half', 'negative 1 nega']);
    expect(attempts).toContain('affirmative 2 A wh');
    const log = await store.read(ID);
    const turn = log.find((event) => event.event === 'message:completed' && event.node_id === 'affirmative');
    expect(turn?.data).toMatchObject({ attempt: 2, content: 'A whole sentence.' });
    expect(log.filter((event) => event.event === 'model_call:failed')).toHaveLength(1);
  });

  it('ends failed with the reason when a model finally fails', async () => {
    const { driver } = await setUp(({ brief }, call) =>
      brief.stance === 'negative'
        ? new ModelCallError('MODEL.UNAUTHORIZED', 'the key is refused')
        : speak({ brief } as never, call),
    );
    expect(await driver.drive()).toMatchObject({
      status: 'failed',
      error: { code: 'MODEL.UNAUTHORIZED', message: 'the key is refused', node_id: 'negative' },
    });
  });

  it('lets calls in flight finish when it is paused, and begins no other', async () => {
    const gated = gate();
    const { driver, store, model } = await setUp(() => gated.stream());
    const driving = driver.drive();
    await until(() => model.requests.length === 2);
    await store.append(ID, null, [pause]);
    gated.opened();
    expect(await driving).toMatchObject({
      status: 'paused',
      nodes: { affirmative: { status: 'completed' }, negative: { status: 'completed' } },
    });
    expect(model.requests).toHaveLength(2);
  });

  it('aborts calls in flight when it is stopped', async () => {
    const gated = gate();
    const { driver, store, model } = await setUp(() => gated.stream());
    const driving = driver.drive();
    await until(() => model.requests.length === 2);
    await store.append(ID, null, [stop]);
    gated.opened();
    expect(await driving).toMatchObject({ status: 'cancelled' });
    const log = await store.read(ID);
    expect(log.at(-1)).toMatchObject({ event: 'execution:completed', data: { status: 'cancelled' } });
  });

  it('has an answer that was at hand on the bill: with its tokens, at no cost', async () => {
    const { driver, store } = await setUp(({ brief }, call) =>
      brief.stance === 'negative'
        ? (async function* () {
            yield { kind: 'text', text: 'No.' };
            const end = { inputTokens: 70, outputTokens: 30, isEstimated: false, finishReason: 'stop' };
            yield { kind: 'done', ...end, isCached: true };
          })()
        : speak({ brief } as never, call),
    );
    const state = await driver.drive();
    const { items, totals } = ledgerOf(await store.read(ID));
    const rows = items.map((row) => [row.node_id, row.is_cached, row.cost_usd === 0]);
    expect(rows.toSorted()).toEqual([
      ['adjudicator', false, false],
      ['affirmative', false, false],
      ['negative', true, true],
    ]);
    expect(items.find((row) => row.is_cached)).toMatchObject({ input_tokens: 70, output_tokens: 30 });
    expect(totals).toMatchObject(state.usage);
    const bills = (await store.read(ID)).filter(({ event }) => event === 'token_usage');
    expect(bills.map(({ data }) => 'is_cached' in data).filter(Boolean)).toHaveLength(1);
  });

  it('bills what failed and what was stopped, also where the model does not say what it used', async () => {
    const spent = { inputTokens: 100, outputTokens: 10, isEstimated: false, latencyMs: 4, partialText: 'a\u0000b' };
    let close: () => void = () => undefined;
    const closed = new Promise<void>((resolve) => (close = resolve));
    const { driver, store, live } = await setUp(({ brief }) =>
      brief.stance === 'affirmative' ? cutOnce(spent) : hangUntil(closed),
    );
    const spoken = new Promise<void>((resolve) => {
      live.onEvents((_id, events) => {
        if (events.some((event) => event.event === 'message:completed')) resolve();
      });
    });
    const driving = driver.drive();
    await spoken;
    await store.append(ID, null, [stop]);
    // The driver hears of it, and closes the socket: not the other way round.
    await new Promise(setImmediate);
    close();
    expect(await driving).toMatchObject({ status: 'cancelled' });
    const { items, totals } = ledgerOf(await store.read(ID));
    expect(items).toMatchObject([
      { node_id: 'affirmative', attempt: 1, outcome: 'failed', cost_usd: 0.12, partial_text_length: 2, latency_ms: 4 },
      { node_id: 'negative', outcome: 'cancelled', is_estimated: true, partial_text_length: 5 },
      { node_id: 'affirmative', attempt: 2, outcome: 'completed' },
    ]);
    // What was cut goes on at the provider, and nobody counted: it costs what it can cost.
    const begun = (await store.read(ID)).find(
      ({ event, node_id }) => event === 'model_call:started' && node_id === 'negative',
    );
    const { reserved } = (begun as Extract<LogEvent, { event: 'model_call:started' }>).data;
    expect(reserved?.output_tokens).toBe(8_192);
    const { input_tokens, output_tokens, cost_usd } = items[1] ?? {};
    expect({ input_tokens, output_tokens, cost_usd }).toEqual(reserved);
    expect(totals).toMatchObject(fold(await store.read(ID)).usage);
  });

  it('settles what a runner left open that died, before anything else, also when the session was stopped', async () => {
    const { driver, store } = await setUp(speak);
    await driver.drive();
    const log = await store.read(ID);
    const begun = log.findIndex(({ event }) => event === 'model_call:started');
    const next = await setUp(speak);
    await next.store.append(ID, null, [...log.slice(1, begun + 1), stop]);
    expect(await next.driver.drive()).toMatchObject({ status: 'cancelled', openCalls: [] });
    const { items, totals } = ledgerOf(await next.store.read(ID));
    expect(items).toMatchObject([{ outcome: 'orphaned', output_tokens: 8_192, is_estimated: true }]);
    expect(totals).toMatchObject(fold(await next.store.read(ID)).usage);
  });

  it('writes nothing once its lease is lost', async () => {
    const { driver, store } = await setUp(speak);
    store.epoch = 2;
    await expect(driver.drive()).rejects.toThrow(LeaseLost);
    expect(await store.read(ID)).toHaveLength(1);
  });
});

describe('LiveChannel', () => {
  it('gives who joins in the middle the text so far at offset 0, and then the rest', async () => {
    const live = new LiveChannel();
    const turn = { session_uuid: ID, node_id: 'a', agent_id: null, turn_id: 'a#1', attempt: 1 };
    live.say(turn, 'One ');
    live.say(turn, 'two ');
    expect(live.openTurns(ID)).toEqual([{ ...turn, offset: 0, chunk: 'One ' }]);
    const heard: string[] = [];
    live.onDelta((delta) => heard.push(`${delta.offset} ${delta.chunk}`));
    live.say(turn, 'three');
    live.close(turn);
    expect(heard).toEqual(['4 two three']);
    expect(live.openTurns(ID)).toEqual([]);
  });
});

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 2));
}

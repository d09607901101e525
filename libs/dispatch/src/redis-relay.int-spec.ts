import { setTimeout as sleep } from 'node:timers/promises';
import type { LogEvent, TokenDelta } from '@council/contracts';
import { SpawnedRedis } from '@council/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LiveChannel } from './live-channel.js';
import { RedisRelay } from './redis-relay.js';

const ID = '7c9fbb04-58a4-4ac5-9f4c-6f5e1f4f2d11';
const turn = { session_uuid: ID, node_id: 'n', agent_id: null, turn_id: 't', attempt: 1 };
const event = (seq: number) => ({ seq, event: 'execution:started', data: { run: 1 }, timestamp: '' }) as LogEvent;

let redis: SpawnedRedis;
const relays: RedisRelay[] = [];

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await sleep(5);
}

/** A process that notes what it hears. */
class Process {
  readonly live = new LiveChannel();
  readonly heard: string[] = [];
  private readonly texts = new Map<string, string>();

  static async start(): Promise<Process> {
    const process = new Process();
    const relay = new RedisRelay(redis.url, process.live);
    relays.push(relay);
    process.live.onGrown((_id, seq) => process.heard.push(`grown to ${seq}`));
    process.live.onNew(() => process.heard.push('new'));
    process.live.onDelta((delta) => {
      process.take(delta);
    });
    await relay.onModuleInit();
    return process;
  }

  /** Of the turn, as a client puts it together. */
  get text(): string {
    return this.texts.get('t') ?? '';
  }

  private take({ turn_id, offset, chunk }: TokenDelta): void {
    this.texts.set(turn_id, (this.texts.get(turn_id) ?? '').slice(0, offset) + chunk);
  }
}

/** Says something again and again until it is heard: whether a subscription stands cannot be seen from outside. */
async function sayUntilHeard(say: (nth: number) => void, isHeard: () => boolean): Promise<void> {
  for (let nth = 1; !isHeard(); nth += 1) {
    say(nth);
    await sleep(20);
  }
}

beforeEach(async () => {
  redis = await SpawnedRedis.start();
});
afterEach(async () => {
  for (const relay of relays.splice(0)) relay.onApplicationShutdown();
  await redis.remove();
});

describe('two processes on one Redis', () => {
  it('hear how far the log of a session has grown, when they follow it', async () => {
    const [writer, reader] = [await Process.start(), await Process.start()];
    const leave = reader.live.follow(ID);
    await sayUntilHeard(
      (seq) => {
        writer.live.publish(ID, [event(seq + 1)]);
      },
      () => reader.heard.length > 0,
    );
    expect(reader.heard[0]).toMatch(/^grown to \d+$/);
    expect(writer.heard).toEqual([]);
    leave();
  });

  it('hear of new sessions, which nobody can follow yet', async () => {
    const [writer, reader] = [await Process.start(), await Process.start()];
    await sayUntilHeard(
      () => {
        writer.live.publish(ID, [event(1)]);
      },
      () => reader.heard.length > 0,
    );
    expect(reader.heard[0]).toBe('new');
  });

  it('hear the text that is spoken in the other, also from the middle on', async () => {
    const [speaker, listener] = [await Process.start(), await Process.start()];
    // Whoever drives a session follows it.
    speaker.live.follow(ID);
    speaker.live.say(turn, 'One ');
    listener.live.follow(ID);
    let said = 'One ';
    await sayUntilHeard(
      (nth) => {
        said += `${nth} `;
        speaker.live.say(turn, `${nth} `);
      },
      () => listener.text.length > 10,
    );
    speaker.live.say(turn, 'end.');
    await until(() => listener.text.endsWith('end.'));
    expect(listener.text).toBe(`${said}end.`);
    expect(listener.live.openTurns(ID).map(({ chunk, offset }) => [offset, chunk])).toEqual([[0, `${said}end.`]]);
    speaker.live.close(turn);
    await until(() => listener.live.openTurns(ID).length === 0);
  });

  it('go on alone when it dies, and hear of each other again when it is back', async () => {
    const [writer, reader] = [await Process.start(), await Process.start()];
    reader.live.follow(ID);
    await redis.kill();
    writer.live.publish(ID, [event(5)]);
    await redis.start();
    await sayUntilHeard(
      (nth) => {
        writer.live.publish(ID, [event(10 + nth)]);
      },
      () => reader.heard.length > 0,
    );
    expect(reader.heard).not.toContain('grown to 5');
  });
});

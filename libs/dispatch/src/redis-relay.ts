import type { LogEvent, TokenDelta } from '@council/contracts';
import { newUuid } from '@council/kernel';
import { Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { LiveChannel, OwnDoings } from './live-channel.js';
import type { Turn } from './overheard-turns.js';
import { impatientClient, RedisLine } from './redis-line.js';

const PREFIX = 'council:live:';
/** Of sessions that have just been made: nobody can follow them yet. */
const NEW_SESSIONS = `${PREFIX}new`;
/** The text of a session's open turns is not asked for more often. */
const ASK_AGAIN_MS = 1_000;

type Word =
  | { readonly kind: 'grown'; readonly session: string; readonly seq: number }
  | { readonly kind: 'new'; readonly session: string }
  | { readonly kind: 'delta'; readonly delta: TokenDelta }
  | { readonly kind: 'closed'; readonly turn: Turn }
  | { readonly kind: 'who-speaks'; readonly session: string };
type Message = Word & { readonly from: string };

/**
 * Carries what happens in one process to the others, by Redis's pub/sub: a channel a session, heard only where somebody
 * follows it. Word may be lost, and nothing rests on it: events are read from the log, and a turn's event has its text.
 */
export class RedisRelay implements OnModuleInit, OnApplicationShutdown, OwnDoings {
  private readonly log = new Logger('relay');
  private readonly me = newUuid();
  private readonly asked = new Map<string, number>();
  private out: RedisLine | null = null;
  private in: RedisLine | null = null;

  constructor(
    private readonly url: string,
    private readonly live: LiveChannel,
  ) {}

  async onModuleInit(): Promise<void> {
    this.out = new RedisLine(await impatientClient(this.url), () => undefined);
    const listener = await impatientClient(this.url);
    this.in = new RedisLine(listener, (fault) => {
      if (fault !== null) this.log.warn(`Redis: ${fault}. Live text of other servers is missing until it is back.`);
    });
    listener.on('message', (_channel: string, text: string) => {
      this.hear(JSON.parse(text) as Message);
    });
    listener.on('ready', () => {
      this.listenAgain();
    });
    this.live.carry(this);
  }

  onApplicationShutdown(): void {
    this.out?.close();
    this.in?.close();
  }

  onEvents(session: string, events: readonly LogEvent[]): void {
    if (events[0]?.seq === 1) this.tell(NEW_SESSIONS, { kind: 'new', session });
    const seq = events.at(-1)?.seq;
    if (seq !== undefined) this.tell(PREFIX + session, { kind: 'grown', session, seq });
  }

  onDelta(delta: TokenDelta): void {
    this.tell(PREFIX + delta.session_uuid, { kind: 'delta', delta });
  }

  onClosed({ session_uuid, turn_id, is_thinking }: Turn): void {
    const turn = { session_uuid, turn_id, ...(is_thinking === undefined ? {} : { is_thinking }) };
    this.tell(PREFIX + session_uuid, { kind: 'closed', turn });
  }

  onFollowed(session: string, isFollowed: boolean): void {
    if (!isFollowed) {
      this.asked.delete(session);
      void this.in?.attempt((client) => client.unsubscribe(PREFIX + session));
      return;
    }
    void this.in
      ?.attempt((client) => client.subscribe(PREFIX + session))
      .then((isHeard) => {
        if (isHeard) this.askWhoSpeaks(session);
      });
  }

  private listenAgain(): void {
    void this.in?.attempt((client) => client.subscribe(NEW_SESSIONS, PREFIX + this.me));
    for (const session of this.live.followed()) this.onFollowed(session, true);
  }

  private hear(message: Message): void {
    if (message.from === this.me) return;
    switch (message.kind) {
      case 'grown':
        this.live.hearOfGrowth(message.session, message.seq);
        return;
      case 'new':
        this.live.hearOfNew(message.session);
        return;
      case 'delta':
        if (!this.live.hearDelta(message.delta)) this.askWhoSpeaks(message.delta.session_uuid);
        return;
      case 'closed':
        this.live.hearClosed(message.turn);
        return;
      case 'who-speaks':
        for (const delta of this.live.ownTurns(message.session)) {
          this.tell(PREFIX + message.from, { kind: 'delta', delta });
        }
    }
  }

  private askWhoSpeaks(session: string): void {
    const last = this.asked.get(session) ?? -ASK_AGAIN_MS;
    if (performance.now() - last < ASK_AGAIN_MS) return;
    this.asked.set(session, performance.now());
    this.tell(PREFIX + session, { kind: 'who-speaks', session });
  }

  private tell(channel: string, word: Word): void {
    const message: Message = { ...word, from: this.me };
    if (this.out?.isUp === true) this.out.client.publish(channel, JSON.stringify(message)).catch(() => undefined);
  }
}

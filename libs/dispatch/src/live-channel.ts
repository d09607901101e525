import { EventEmitter } from 'node:events';
import type { LogEvent, TokenDelta } from '@council/contracts';
import { Injectable } from '@nestjs/common';
import { keyOfTurn, OverheardTurns, type Turn } from './overheard-turns.js';

/** How long text may wait for company on its way to the screens. The first piece of a turn never waits. */
const BATCH_MS = 30;

interface OpenTurn {
  readonly delta: Omit<TokenDelta, 'offset' | 'chunk'>;
  text: string;
  sent: number;
  timer: NodeJS.Timeout | null;
}

/** What this process does itself, for whoever carries it to the others. */
export interface OwnDoings {
  readonly onEvents: (sessionUuid: string, events: readonly LogEvent[]) => void;
  readonly onDelta: (delta: TokenDelta) => void;
  readonly onClosed: (turn: Turn) => void;
  /** Somebody here wants to know of the session, or nobody any more. */
  readonly onFollowed: (sessionUuid: string, isFollowed: boolean) => void;
}

/**
 * What happens, as it happens: durable events of this process after their commit, word of those of others, and the text
 * of turns that are being spoken. Nothing is kept but the open turns' text, so that who joins in the middle gets it
 * from offset 0.
 */
@Injectable()
export class LiveChannel {
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private readonly turns = new Map<string, OpenTurn>();
  private readonly overheard = new OverheardTurns();
  private readonly followers = new Map<string, number>();
  private carrier: OwnDoings | null = null;

  publish(sessionUuid: string, events: readonly LogEvent[]): void {
    this.carrier?.onEvents(sessionUuid, events);
    this.emitter.emit('events', sessionUuid, events);
    if (events[0]?.seq === 1) this.hearOfNew(sessionUuid);
  }

  /** Whoever takes what happens here to other processes, and brings word of theirs. */
  carry(carrier: OwnDoings): void {
    this.carrier = carrier;
    for (const sessionUuid of this.followers.keys()) carrier.onFollowed(sessionUuid, true);
  }

  /** Asks for word of a session, also of what other processes do to it, until the returned function is called. */
  follow(sessionUuid: string): () => void {
    const before = this.followers.get(sessionUuid) ?? 0;
    this.followers.set(sessionUuid, before + 1);
    if (before === 0) this.carrier?.onFollowed(sessionUuid, true);
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.unfollow(sessionUuid);
    };
  }

  followed(): readonly string[] {
    return [...this.followers.keys()];
  }

  /** Somebody's log is known to reach `seq`; the events themselves are in the log. */
  hearOfGrowth(sessionUuid: string, seq: number): void {
    this.emitter.emit('grown', sessionUuid, seq);
  }

  onGrown(listener: (sessionUuid: string, seq: number) => void): () => void {
    this.emitter.on('grown', listener);
    return () => this.emitter.off('grown', listener);
  }

  hearOfNew(sessionUuid: string): void {
    this.emitter.emit('new', sessionUuid);
  }

  /** A session is kept, and has not begun. */
  onNew(listener: (sessionUuid: string) => void): void {
    this.emitter.on('new', listener);
  }

  /** Text that another process speaks. False when some before it was missed. */
  hearDelta(delta: TokenDelta): boolean {
    if (!this.overheard.hear(delta)) return false;
    this.emitter.emit('delta', delta);
    return true;
  }

  hearClosed(turn: Turn): void {
    this.overheard.close(turn);
  }

  onEvents(listener: (sessionUuid: string, events: readonly LogEvent[]) => void): () => void {
    this.emitter.on('events', listener);
    return () => this.emitter.off('events', listener);
  }

  onDelta(listener: (delta: TokenDelta) => void): () => void {
    this.emitter.on('delta', listener);
    return () => this.emitter.off('delta', listener);
  }

  /** Adds text to a turn. A new attempt of the same turn begins its text anew. */
  say(turn: Omit<TokenDelta, 'offset' | 'chunk'>, text: string): void {
    const key = keyOfTurn(turn);
    let open = this.turns.get(key);
    if (open?.delta.attempt !== turn.attempt) {
      this.close(turn);
      this.overheard.close(turn);
      open = { delta: turn, text: '', sent: 0, timer: null };
      this.turns.set(key, open);
    }
    open.text += text;
    if (open.sent === 0) this.flush(open);
    else {
      const waiting = open;
      open.timer ??= setTimeout(() => {
        this.flush(waiting);
      }, BATCH_MS);
    }
  }

  /** Sends what waits and forgets the turn: its durable event is the authority from now on. */
  close(turn: Turn): void {
    const open = this.turns.get(keyOfTurn(turn));
    if (open === undefined) return;
    this.flush(open);
    this.turns.delete(keyOfTurn(turn));
    this.carrier?.onClosed(turn);
  }

  /** The text so far of a session's open turns, each as one delta at offset 0. */
  openTurns(sessionUuid: string): readonly TokenDelta[] {
    return [...this.ownTurns(sessionUuid), ...this.overheard.of(sessionUuid)];
  }

  /** The same of those that are spoken here. */
  ownTurns(sessionUuid: string): readonly TokenDelta[] {
    return [...this.turns.values()]
      .filter((open) => open.delta.session_uuid === sessionUuid && open.sent > 0)
      .map((open) => ({ ...open.delta, offset: 0, chunk: open.text.slice(0, open.sent) }));
  }

  private unfollow(sessionUuid: string): void {
    const left = (this.followers.get(sessionUuid) ?? 1) - 1;
    if (left > 0) {
      this.followers.set(sessionUuid, left);
      return;
    }
    this.followers.delete(sessionUuid);
    this.overheard.forget(sessionUuid);
    this.carrier?.onFollowed(sessionUuid, false);
  }

  private flush(open: OpenTurn): void {
    if (open.timer !== null) clearTimeout(open.timer);
    open.timer = null;
    if (open.sent === open.text.length) return;
    const delta: TokenDelta = { ...open.delta, offset: open.sent, chunk: open.text.slice(open.sent) };
    open.sent = open.text.length;
    this.carrier?.onDelta(delta);
    this.emitter.emit('delta', delta);
  }
}

import { EventEmitter } from 'node:events';
import type { LogEvent, TokenDelta } from '@council/contracts';
import { Injectable } from '@nestjs/common';

/** How long text may wait for company on its way to the screens. The first piece of a turn never waits. */
const BATCH_MS = 30;

interface OpenTurn {
  readonly delta: Omit<TokenDelta, 'offset' | 'chunk'>;
  text: string;
  sent: number;
  timer: NodeJS.Timeout | null;
}

/**
 * What happens in this process, as it happens: durable events after their commit, and the text of turns that are being
 * spoken. Nothing is kept here but the open turns' text, so that who joins in the middle gets it from offset 0.
 */
@Injectable()
export class LiveChannel {
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private readonly turns = new Map<string, OpenTurn>();

  publish(sessionUuid: string, events: readonly LogEvent[]): void {
    this.emitter.emit('events', sessionUuid, events);
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
    const key = keyOf(turn);
    let open = this.turns.get(key);
    if (open?.delta.attempt !== turn.attempt) {
      this.close(turn);
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
  close(turn: Pick<TokenDelta, 'session_uuid' | 'turn_id' | 'is_thinking'>): void {
    const open = this.turns.get(keyOf(turn));
    if (open === undefined) return;
    this.flush(open);
    this.turns.delete(keyOf(turn));
  }

  /** The text so far of a session's open turns, each as one delta at offset 0. */
  openTurns(sessionUuid: string): readonly TokenDelta[] {
    return [...this.turns.values()]
      .filter((open) => open.delta.session_uuid === sessionUuid && open.sent > 0)
      .map((open) => ({ ...open.delta, offset: 0, chunk: open.text.slice(0, open.sent) }));
  }

  private flush(open: OpenTurn): void {
    if (open.timer !== null) clearTimeout(open.timer);
    open.timer = null;
    if (open.sent === open.text.length) return;
    const delta: TokenDelta = { ...open.delta, offset: open.sent, chunk: open.text.slice(open.sent) };
    open.sent = open.text.length;
    this.emitter.emit('delta', delta);
  }
}

const keyOf = (turn: Pick<TokenDelta, 'session_uuid' | 'turn_id' | 'is_thinking'>): string =>
  `${turn.session_uuid} ${turn.turn_id} ${turn.is_thinking === true ? 'thinking' : 'text'}`;

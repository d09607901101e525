import type { TokenDelta } from '@council/contracts';

/** A turn's text, apart from its place in it. */
export type Turn = Pick<TokenDelta, 'session_uuid' | 'turn_id' | 'is_thinking'>;

export const keyOfTurn = (turn: Turn): string =>
  `${turn.session_uuid} ${turn.turn_id} ${turn.is_thinking === true ? 'thinking' : 'text'}`;

/** The text of turns that another process speaks, as far as this one has heard it. */
export class OverheardTurns {
  private readonly turns = new Map<string, TokenDelta>();

  /** False when something before it was missed: the text has to be asked for from its begin. */
  hear(delta: TokenDelta): boolean {
    const key = keyOfTurn(delta);
    const known = this.turns.get(key);
    const text = known?.attempt === delta.attempt ? known.chunk : '';
    if (delta.offset > text.length) return false;
    this.turns.set(key, { ...delta, offset: 0, chunk: text.slice(0, delta.offset) + delta.chunk });
    return true;
  }

  of(sessionUuid: string): readonly TokenDelta[] {
    return [...this.turns.values()].filter((turn) => turn.session_uuid === sessionUuid);
  }

  close(turn: Turn): void {
    this.turns.delete(keyOfTurn(turn));
  }

  forget(sessionUuid: string): void {
    for (const turn of this.of(sessionUuid)) this.close(turn);
  }
}

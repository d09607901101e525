import { setTimeout as sleep } from 'node:timers/promises';
import { answerOf, ending, piece, type Reply } from './scripted-upstream.mjs';

/** Outside of the basic plane: offsets in UTF-16 units differ from those in characters and in bytes. */
const OPENING = '𝔸 first thought, 再想一想, 😀. ';
const PIECE = 16;

/** Holds a scripted model's answers after their first piece, until the test lets them go on. */
export class Gate {
  private opened: Promise<void> = Promise.resolve();
  private release: () => void = () => undefined;

  close(): void {
    this.opened = new Promise((resolve) => (this.release = resolve));
  }

  open(): void {
    this.release();
  }

  /** In small pieces, one by one: they would arrive as one otherwise. */
  readonly speak: Reply = async (response, call) => {
    const text = Array.from(`${OPENING}${answerOf(call)}`);
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (let at = 0; at < text.length; at += PIECE) {
      if (response.destroyed) return;
      response.write(piece(text.slice(at, at + PIECE).join('')));
      await sleep(1);
      if (at === 0) await this.opened;
    }
    response.end(ending());
  };
}

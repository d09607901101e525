import type { IncomingMessage, ServerResponse } from 'node:http';
import { LoopbackUpstream } from './loopback-upstream.js';
import { ending, piece } from './scripted-upstream.mjs';

/** How a model goes astray; all of them speak well once they are healed. */
export type Straying = 'monotone' | 'looping' | 'flooding' | 'parrot' | 'spendthrift' | 'slow' | 'honest';

const PASSAGE = 'The archive moves in the second quarter, and this is what I wanted to say about the archive. ';
/** More than any test lets it say. */
const ENDLESS_PIECES = 100_000;

/** A provider on loopback whose model's name says how it goes astray. It knows when its callers hang up. */
export class StrayingUpstream extends LoopbackUpstream {
  isHealed = false;
  /** Answers that were cut by whoever had asked. */
  hungUp = 0;
  /** Characters that it has said in answers that were cut. */
  saidInVain = 0;
  private calls = 0;

  static start(): Promise<StrayingUpstream> {
    return new StrayingUpstream().listen();
  }

  protected answer(_request: IncomingMessage, text: string, response: ServerResponse): void {
    const { model } = JSON.parse(text) as { readonly model: Straying };
    this.calls += 1;
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const way = this.isHealed ? 'honest' : model;
    switch (way) {
      case 'monotone':
        void this.drone(response, 'a'.repeat(10), 2);
        return;
      case 'looping':
        void this.drone(response, PASSAGE, 2);
        return;
      case 'flooding':
        void this.flood(response);
        return;
      case 'slow':
        void this.drone(response, '', 50);
        return;
      case 'parrot':
        this.say(response, 'I have said it, and I say it again.', 9);
        return;
      case 'spendthrift':
        this.say(response, this.sentences(20), 90_000);
        return;
      case 'honest':
        this.say(response, this.sentences(120), 1_600);
        return;
    }
  }

  /** The same piece again and again; without a piece, something new and short. */
  private async drone(response: ServerResponse, said: string, everyMs: number): Promise<void> {
    let characters = 0;
    for (let at = 0; at < ENDLESS_PIECES && !response.destroyed; at += 1) {
      const next = said === '' ? `Thought ${at} of many. ` : said;
      characters += next.length;
      response.write(piece(next));
      await pause(everyMs);
    }
    this.saidInVain += characters;
    this.hungUp += 1;
  }

  /** Ever new sentences, some thousand tokens a second. */
  private async flood(response: ServerResponse): Promise<void> {
    for (let at = 0; at < ENDLESS_PIECES && !response.destroyed; at += 1) {
      response.write(piece(Array.from({ length: 10 }, (_, part) => `Point ${at}.${part} gains ${at * 7}. `).join('')));
      await pause(5);
    }
    this.hungUp += 1;
  }

  private say(response: ServerResponse, text: string, outputTokens: number): void {
    const usage = { prompt_tokens: 400, completion_tokens: outputTokens, total_tokens: 400 + outputTokens };
    const bill = `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', model: 'm', choices: [], usage })}\n\n`;
    for (let at = 0; at < text.length; at += 12) response.write(piece(text.slice(at, at + 12)));
    response.end(ending().replace('data: [DONE]', `${bill}data: [DONE]`));
  }

  private sentences(count: number): string {
    const mark = this.calls;
    return Array.from({ length: count }, (_, at) => `Point ${mark}.${at}: the plan gains ${at * 37 + mark}.`).join(' ');
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

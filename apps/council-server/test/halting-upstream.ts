import { answerOf, type Call, ending, piece, ScriptedUpstream, type Seat } from './scripted-upstream.mjs';

/** A model whose seats can be made to stop in the middle of an answer, and to go on. */
export class HaltingUpstream {
  /** Seats whose first answer of a session stops in the middle until `goOn`. */
  halting: readonly Seat[] = [];
  private readonly waiting: (() => void)[] = [];

  private constructor() {
    // Made by `start`.
  }

  static async start(): Promise<{ readonly model: HaltingUpstream; readonly upstream: ScriptedUpstream }> {
    const model = new HaltingUpstream();
    const upstream = await ScriptedUpstream.start(async (response, call) => {
      const answer = answerOf(call);
      const middle = Math.ceil(answer.length / 2);
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(piece(answer.slice(0, middle)));
      await model.pause(call);
      if (!response.destroyed) response.write(piece(answer.slice(middle)));
      if (!response.destroyed) response.end(ending());
    });
    return { model, upstream };
  }

  /** How many answers stand still. */
  get halted(): number {
    return this.waiting.length;
  }

  /** Those that stand still end, and no others begin to. */
  goOn(): void {
    this.halting = [];
    for (const resume of this.waiting.splice(0)) resume();
  }

  private async pause({ seat, nth }: Call & { readonly nth: number }): Promise<void> {
    if (nth === 1 && this.halting.includes(seat)) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }
}

import type { ToolCall } from '@council/council-core';
import type { AttemptPart } from './chat-attempt.js';

type Piece = Extract<AttemptPart, { kind: 'tool-call' }>;

/**
 * Puts calls together from the pieces of a stream. Id and name come with a call's first piece; some servers (Gemini) give
 * every call of a turn the same index, so that another id begins another call too.
 */
export class ToolCallPieces {
  private readonly calls: { index: number; id: string; name: string; input: string }[] = [];

  get isEmpty(): boolean {
    return this.calls.length === 0;
  }

  /** All that was written, to be counted. */
  get text(): string {
    return this.calls.map(({ name, input }) => name + input).join('');
  }

  /** In the order in which they began. Every call has an id of its own: answers are told apart by it. */
  get whole(): readonly ToolCall[] {
    const taken = new Set<string>();
    return this.calls.map(({ id, name, input }, place) => {
      const own = id === '' || taken.has(id) ? `call_${place + 1}` : id;
      taken.add(own);
      return { id: own, name, input };
    });
  }

  add({ index, id, name, input }: Piece): void {
    const open = this.calls.findLast((call) => call.index === index);
    const isAnother = open !== undefined && id !== '' && open.id !== '' && id !== open.id;
    if (open === undefined || isAnother) {
      this.calls.push({ index, id, name, input });
      return;
    }
    open.id ||= id;
    open.name ||= name;
    open.input += input;
  }
}

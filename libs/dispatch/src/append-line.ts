import type { NewEvent } from '@council/contracts';
import { lookAhead, type SessionState } from '@council/council-core';

/** What is to be written, as the state has it at which the log ends. Asked again where somebody else was faster. */
export type Decide = (state: SessionState) => readonly NewEvent[];

interface Waiting {
  readonly decide: Decide;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

export interface LinePorts {
  readonly append: (decide: Decide) => Promise<void>;
  /** What only has to be written down after that: it goes with it. */
  readonly follows: Decide;
  readonly enqueue: (task: () => Promise<void>) => Promise<void>;
}

/**
 * What comes in while an append is on its way goes together into the next one, each decided on the state that holds
 * those before it, and with what follows from them.
 */
export class AppendLine {
  private waiting: Waiting[] = [];

  constructor(private readonly ports: LinePorts) {}

  settle(decide: Decide): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ decide, resolve, reject });
      if (this.waiting.length === 1) void this.ports.enqueue(() => this.writeAll());
    });
  }

  private async writeAll(): Promise<void> {
    const together = this.waiting;
    this.waiting = [];
    try {
      await this.ports.append((state) => this.decideAll(state, together));
      for (const { resolve } of together) resolve();
    } catch (error) {
      for (const { reject } of together) reject(error);
    }
  }

  private decideAll(state: SessionState, together: readonly Waiting[]): readonly NewEvent[] {
    const events: NewEvent[] = [];
    let ahead = state;
    for (const { decide } of together) {
      const more = decide(ahead);
      events.push(...more);
      ahead = lookAhead(ahead, more);
    }
    return events.length === 0 ? events : [...events, ...this.ports.follows(ahead)];
  }
}

import type { NewEvent } from '@council/contracts';
import { DecisionTaken, lookAhead, type SessionState, VersionTaken } from '@council/council-core';

type Decide = (state: SessionState) => readonly NewEvent[];

interface Waiting {
  readonly decide: Decide;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

export interface LinePorts {
  readonly state: () => SessionState;
  /** Writes, and takes what was written into the state. */
  readonly append: (events: readonly NewEvent[]) => Promise<void>;
  /** What only has to be written down after that: it goes with it. */
  readonly follows: (ahead: SessionState) => readonly NewEvent[];
  readonly enqueue: (task: () => Promise<void>) => Promise<void>;
}

/**
 * What comes in while an append is on its way goes together into the next one, each decided on the state that holds
 * those before it, and with what follows from them. Where somebody outside was faster, they go one by one, alone.
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
      await this.ports.append(this.decideAll(together));
    } catch (error) {
      if (error instanceof VersionTaken || error instanceof DecisionTaken) await this.writeEach(together);
      else for (const { reject } of together) reject(error);
      return;
    }
    for (const { resolve } of together) resolve();
  }

  private decideAll(together: readonly Waiting[]): readonly NewEvent[] {
    const events: NewEvent[] = [];
    let ahead = this.ports.state();
    for (const { decide } of together) {
      const more = decide(ahead);
      events.push(...more);
      ahead = lookAhead(ahead, more);
    }
    return events.length === 0 ? events : [...events, ...this.ports.follows(ahead)];
  }

  private async writeEach(together: readonly Waiting[]): Promise<void> {
    for (const { decide, resolve, reject } of together) {
      try {
        await this.ports.append(decide(this.ports.state()));
        resolve();
      } catch (error) {
        reject(error);
      }
    }
  }
}

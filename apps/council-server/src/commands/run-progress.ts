import type { LogEvent, ReviewRequested, SessionView } from '@council/contracts';

/** What a person at a terminal sees while the council works; on stderr, so that the report can be piped. */
export class RunProgress {
  private readonly names: ReadonlyMap<string, string>;

  constructor(
    session: SessionView,
    private readonly isQuiet: boolean,
  ) {
    this.names = new Map(session.seats.map((seat) => [seat.node_id, seat.name]));
    this.say(`${session.title}\nengine: ${session.engine.name}\nsession ${session.session_uuid}`);
  }

  show(event: LogEvent): void {
    const name = this.names.get(event.node_id ?? '');
    switch (event.event) {
      case 'node_state_change':
        if (name !== undefined && event.data.status === 'running') this.say(`${name} ...`);
        return;
      case 'message:completed':
        this.say(`${event.data.agent_name} has spoken (${(event.data.latency_ms / 1000).toFixed(1)} s)`);
        return;
      case 'model_call:failed':
        this.say(`${name ?? ''}: ${event.data.error.message}${retryWords(event.data.retry_in_ms)}`);
        return;
      case 'human_interaction_required':
        this.say(reviewWords(event.data));
        return;
      case 'verdict:recorded':
        if (event.data.weighted_total !== null) this.say(`Verdict: ${event.data.weighted_total}/100`);
        return;
      case 'execution:completed':
        this.say(event.data.status);
        return;
      default:
    }
  }

  private say(text: string): void {
    if (!this.isQuiet) process.stderr.write(`${text}\n`);
  }
}

const retryWords = (retryInMs: number | null): string =>
  retryInMs === null ? '' : ` Trying again in ${(retryInMs / 1000).toFixed(1)} s.`;

/** A terminal that waits without a word looks like one that hangs. */
function reviewWords({ review_uuid, timeout, allow_skip, actions }: ReviewRequested): string {
  const after = timeout === 0 ? '' : ` within ${timeout} min${allow_skip ? ', or it is approved' : ''}`;
  return `Waiting for a person to decide (${actions.join(', ')})${after}: POST /api/v1/reviews/${review_uuid}/decision on a server on the same database.`;
}

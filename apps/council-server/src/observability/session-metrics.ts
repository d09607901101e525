import type { LogEvent } from '@council/contracts';
import { LiveChannel } from '@council/dispatch';
import { Metrics } from '@council/telemetry';
import { Injectable, type OnModuleInit } from '@nestjs/common';

/** What this process writes to logs of sessions, counted after its commit: each event once, on one server. */
@Injectable()
export class SessionMetrics implements OnModuleInit {
  constructor(
    private readonly live: LiveChannel,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.live.onEvents((_sessionUuid, events) => {
      this.metrics.steps.inc();
      for (const event of events) this.count(event);
    });
  }

  private count(event: LogEvent): void {
    this.metrics.events.inc({ event: event.event });
    if (event.event !== 'token_usage') return;
    const { provider, input_tokens, output_tokens, estimated_cost_usd, is_cached } = event.data;
    if (is_cached === true) return;
    this.metrics.tokens.inc({ provider, direction: 'input' }, input_tokens);
    this.metrics.tokens.inc({ provider, direction: 'output' }, output_tokens);
    this.metrics.cost.inc({ provider }, estimated_cost_usd ?? 0);
  }
}

import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const HTTP_SECONDS = [0.005, 0.02, 0.1, 0.5, 2, 10, 60];
const MODEL_SECONDS = [0.25, 1, 2.5, 5, 10, 30, 60, 120, 300];

/** What this process counts. Labels are bounded: routes by their pattern, providers by their id, never an id of a user. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private isObservingProcess = false;

  readonly httpRequests = this.counter('http_requests_total', 'Requests over HTTP.', ['method', 'route', 'status']);
  readonly httpSeconds = new Histogram({
    name: 'council_http_request_seconds',
    help: 'From the head of a request to the end of its answer; streams count until they end.',
    labelNames: ['route'],
    buckets: HTTP_SECONDS,
    registers: [this.registry],
  });
  readonly steps = this.counter('steps_total', 'Steps that were written to logs of sessions.');
  readonly events = this.counter('events_total', 'Events in these steps.', ['event']);
  readonly modelCalls = this.counter('model_calls_total', 'Calls to models.', ['provider', 'outcome']);
  readonly modelSeconds = new Histogram({
    name: 'council_model_call_seconds',
    help: 'From the question to the end of the answer, with all attempts.',
    labelNames: ['provider'],
    buckets: MODEL_SECONDS,
    registers: [this.registry],
  });
  readonly tokens = this.counter('tokens_total', 'Tokens that were read and written.', ['provider', 'direction']);
  readonly cost = this.counter('cost_usd_total', 'What calls have cost, where the price is known.', ['provider']);

  counter<Label extends string = never>(name: string, help: string, labels: readonly Label[] = []): Counter<Label> {
    return new Counter({ name: `council_${name}`, help, labelNames: [...labels], registers: [this.registry] });
  }

  /** Read when it is asked for. */
  gauge<Label extends string = never>(
    name: string,
    help: string,
    labels: readonly Label[],
    collect: (gauge: Gauge<Label>) => void | Promise<void>,
  ): void {
    new Gauge({
      name: `council_${name}`,
      help,
      labelNames: [...labels],
      registers: [this.registry],
      collect() {
        return collect(this);
      },
    });
  }

  /** Memory, processor, the event loop's lag. Not before somebody wants to know: it is measured all the time. */
  observeProcess(): void {
    if (this.isObservingProcess) return;
    this.isObservingProcess = true;
    collectDefaultMetrics({ register: this.registry });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** In the text format of Prometheus. */
  text(): Promise<string> {
    return this.registry.metrics();
  }
}

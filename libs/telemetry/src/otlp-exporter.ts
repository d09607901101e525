import type { Attributes, FinishedSpan } from './spans.js';

export interface OtlpOptions {
  /** Its base: `/v1/traces` is added. */
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly serviceName: string;
  /** Told once for each time that it begins to fail. */
  readonly onTrouble: (message: string) => void;
}

const KINDS = { internal: 1, server: 2, client: 3 } as const;
const ERROR = 2;
const SEND_EVERY_MS = 2_000;
const SPANS_AT_ONCE = 512;
/** While the collector is away: then the oldest go. */
const MAX_WAITING = 4_096;
const TIMEOUT_MS = 5_000;
/** At the end of the process: what cannot be delivered by then is lost. */
const LAST_TRY_MS = 3_000;

/** Hands spans to an OpenTelemetry collector: OTLP over HTTP, as JSON. */
export class OtlpExporter {
  private waiting: FinishedSpan[] = [];
  private sending: Promise<void> | null = null;
  private readonly ending = new AbortController();
  private isFailing = false;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly options: OtlpOptions) {
    this.timer = setInterval(() => void this.flush(), SEND_EVERY_MS).unref();
  }

  take(span: FinishedSpan): void {
    this.waiting.push(span);
    if (this.waiting.length > MAX_WAITING) this.waiting.shift();
    if (this.waiting.length === SPANS_AT_ONCE) void this.flush();
  }

  /**
   * Never rejects: what is observed must not suffer from being observed. Whoever comes while spans are being sent waits for
   * the same delivery: with a collector that takes them and never answers, deliveries would queue up without end.
   */
  flush(): Promise<void> {
    this.sending ??= this.sendAll().finally(() => {
      this.sending = null;
    });
    return this.sending;
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    const patience = setTimeout(() => {
      this.ending.abort();
    }, LAST_TRY_MS);
    // The first may have been at work, and failed, before the last spans came.
    await this.flush();
    await this.flush();
    clearTimeout(patience);
  }

  private async sendAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.slice(0, SPANS_AT_ONCE);
      const problem = await this.send(batch);
      if (problem !== null && !this.isFailing) this.options.onTrouble(`traces cannot be delivered: ${problem}`);
      this.isFailing = problem !== null;
      if (problem !== null) return;
      this.waiting = this.waiting.filter((span) => !batch.includes(span));
    }
  }

  private async send(batch: readonly FinishedSpan[]): Promise<string | null> {
    const { endpoint, headers, serviceName } = this.options;
    try {
      const answer = await fetch(`${endpoint.replace(/\/+$/, '')}/v1/traces`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(toOtlp(batch, serviceName)),
        signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), this.ending.signal]),
        redirect: 'manual',
      });
      await answer.arrayBuffer();
      return answer.ok ? null : `the collector answers ${answer.status}`;
    } catch (error) {
      const cause = (error as { readonly cause?: { readonly code?: string } }).cause;
      return cause?.code ?? (error as Error).name;
    }
  }
}

function toOtlp(batch: readonly FinishedSpan[], serviceName: string): object {
  return {
    resourceSpans: [
      {
        resource: { attributes: attributesOf({ 'service.name': serviceName, 'process.pid': process.pid }) },
        scopeSpans: [{ scope: { name: 'the-council' }, spans: batch.map(spanOf) }],
      },
    ],
  };
}

function spanOf({ name, kind, trace, parentSpanId, startedAtMs, endedAtMs, attributes, error }: FinishedSpan): object {
  return {
    traceId: trace.traceId,
    spanId: trace.spanId,
    ...(parentSpanId === undefined ? {} : { parentSpanId }),
    ...(trace.state === undefined ? {} : { traceState: trace.state }),
    name,
    kind: KINDS[kind],
    startTimeUnixNano: nanos(startedAtMs),
    endTimeUnixNano: nanos(endedAtMs),
    attributes: attributesOf(attributes),
    status: error === null ? {} : { code: ERROR, message: error },
  };
}

/** A number of JavaScript does not hold nanoseconds since 1970. */
const nanos = (ms: number): string => String(BigInt(Math.round(ms * 1_000)) * 1_000n);

function attributesOf(attributes: Attributes): readonly object[] {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: valueOf(value) }));
}

function valueOf(value: string | number | boolean): object {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
}

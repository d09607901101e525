import { childOf, type TraceContext } from './trace-context.js';
import { currentWork, type WorkContext, workWithoutContext } from './work-context.js';

export type Attributes = Readonly<Record<string, string | number | boolean>>;
export type SpanKind = 'internal' | 'server' | 'client';

/** A piece of work that is over. */
export interface FinishedSpan {
  readonly name: string;
  readonly kind: SpanKind;
  readonly trace: TraceContext;
  readonly parentSpanId?: string;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly attributes: Attributes;
  /** Null: it went well. */
  readonly error: string | null;
}

type Sink = (span: FinishedSpan) => void;
let sink: Sink | null = null;

/** One for the process: spans are begun where nothing is injected. Null: nobody wants them, and none is kept. */
export function sendSpansTo(next: Sink | null): void {
  sink = next;
}

export interface Span {
  /** To be worked in, so that what is done within becomes part of it. */
  readonly context: WorkContext;
  end(attributes?: Attributes, error?: string | null): void;
}

/** The parent is the present work, or a remote one that a request has named. */
export function beginSpan(name: string, kind: SpanKind, attributes: Attributes = {}, present = currentWork()): Span {
  const parent = present ?? workWithoutContext();
  const trace = childOf(parent.trace);
  const startedAtMs = Date.now();
  const startedAt = performance.now();
  return {
    context: { ...parent, trace },
    end(more = {}, error = null) {
      if (sink === null || !trace.isSampled) return;
      const endedAtMs = startedAtMs + performance.now() - startedAt;
      const parentSpanId = present === undefined ? {} : { parentSpanId: parent.trace.spanId };
      sink({
        name,
        kind,
        trace,
        ...parentSpanId,
        startedAtMs,
        endedAtMs,
        attributes: { ...attributes, ...more },
        error,
      });
    },
  };
}

import { AsyncLocalStorage } from 'node:async_hooks';
import { newTrace, readTraceparent, type TraceContext, traceOfSession, writeTraceparent } from './trace-context.js';

/** What the work that goes on is for: log lines, spans and requests to others carry it. */
export interface WorkContext {
  readonly trace: TraceContext;
  readonly requestId?: string;
  readonly sessionUuid?: string;
  /** Known only once the request was let in. */
  userId?: string;
}

const storage = new AsyncLocalStorage<WorkContext>();

export const currentWork = (): WorkContext | undefined => storage.getStore();

export const runIn = <T>(context: WorkContext, work: () => T): T => storage.run(context, work);

/** Whoever finds out who speaks says it here. */
export function sayWhoSpeaks(userId: string): void {
  const context = storage.getStore();
  if (context !== undefined) context.userId = userId;
}

/**
 * The session's share of the present work. It stays in the trace of the request that led to it; work for another session
 * is none of its business, and begins a trace of its own.
 */
export function workOfSession(sessionUuid: string): WorkContext {
  const present = storage.getStore();
  const isOurs = present !== undefined && (present.sessionUuid ?? sessionUuid) === sessionUuid;
  return isOurs ? { ...present, sessionUuid } : { trace: traceOfSession(sessionUuid), sessionUuid };
}

/** For a request to somebody else. */
export function traceHeaders(): Readonly<Record<string, string>> {
  const trace = storage.getStore()?.trace;
  if (trace === undefined) return {};
  return { traceparent: writeTraceparent(trace), ...(trace.state === undefined ? {} : { tracestate: trace.state }) };
}

/** What of the present work goes with a task to another process: plain values, so that it can lie in a queue. */
export interface CarriedWork {
  readonly traceparent?: string;
  readonly tracestate?: string;
  readonly request_id?: string;
  readonly user_id?: string;
}

export function carryWork(): CarriedWork {
  const work = storage.getStore();
  return {
    ...traceHeaders(),
    ...(work?.requestId === undefined ? {} : { request_id: work.requestId }),
    ...(work?.userId === undefined ? {} : { user_id: work.userId }),
  };
}

/** Goes on with what another process began. What came without a trace is done as work that nobody's request led to. */
export function runCarried<T>({ traceparent, tracestate, request_id, user_id }: CarriedWork, work: () => T): T {
  const trace = readTraceparent(traceparent, tracestate);
  if (trace === null) return runApart(work);
  const who = typeof user_id === 'string' ? { userId: user_id } : {};
  return runIn({ trace, ...(typeof request_id === 'string' ? { requestId: request_id } : {}), ...who }, work);
}

/** What is begun here has nothing to do with the work that goes on. */
export const runApart = <T>(work: () => T): T => storage.exit(work);

export const workWithoutContext = (): WorkContext => ({ trace: newTrace() });

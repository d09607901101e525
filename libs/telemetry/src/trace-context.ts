import { randomBytes } from 'node:crypto';

/** Where a piece of work stands in a trace (W3C trace context). */
export interface TraceContext {
  /** 32 hex digits. */
  readonly traceId: string;
  /** 16 hex digits: of the work that goes on now. */
  readonly spanId: string;
  readonly isSampled: boolean;
  /** Of vendors, handed on as it came. */
  readonly state?: string;
}

const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;
const MAX_STATE_CHARACTERS = 512;

const newId = (bytes: number): string => randomBytes(bytes).toString('hex');

export const newTrace = (): TraceContext => ({ traceId: newId(16), spanId: newId(8), isSampled: true });

/** Null: there is none, or it is none. Version 00 has nothing after the flags; a later one may. */
export function readTraceparent(header: unknown, state?: unknown): TraceContext | null {
  const [, traceId, spanId, flags = '00', more] = (typeof header === 'string' ? TRACEPARENT.exec(header) : null) ?? [];
  if (traceId === undefined || spanId === undefined) return null;
  if (more !== undefined && String(header).startsWith('00')) return null;
  const isSane = typeof state === 'string' && state.length <= MAX_STATE_CHARACTERS && /^[\x20-\x7e]+$/.test(state);
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & 1) === 1, ...(isSane ? { state } : {}) };
}

export const writeTraceparent = ({ traceId, spanId, isSampled }: TraceContext): string =>
  `00-${traceId}-${spanId}-${isSampled ? '01' : '00'}`;

export const childOf = (parent: TraceContext): TraceContext => ({ ...parent, spanId: newId(8) });

/** A session that nobody's request led to, after a restart or on a worker, is found under its own id. */
export const traceOfSession = (sessionUuid: string): TraceContext => ({
  ...newTrace(),
  traceId: sessionUuid.replaceAll('-', ''),
});

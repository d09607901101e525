import type { EventOf, Ledger, LedgerRow, LogEvent, SessionCreated } from '@council/contracts';
import { ABORTED } from '../session/fail-attempt.js';
import { addUsage, NO_USAGE, spendOf } from './spend-of.js';

/** A row whose end the log may not know yet. */
type OpenRow = Omit<LedgerRow, 'outcome'> & { readonly outcome: LedgerRow['outcome'] | null };

/**
 * The bill of a session, one row an attempt, read from its log: pure, so that it can never differ from what happened.
 * An attempt in flight has no row yet. It is an orphan once the turn begins anew without it or the session ends.
 */
export function ledgerOf(events: readonly LogEvent[]): Ledger {
  const rows = new Map<string, OpenRow>();
  let created: SessionCreated | null = null;
  for (const event of events) {
    if (event.event === 'session:created') created = event.data;
    else read(rows, event, created);
  }
  const items = [...rows.values()].flatMap((row) => (row.outcome === null ? [] : [{ ...row, outcome: row.outcome }]));
  return { items, totals: totalsOf(items) };
}

function read(rows: Map<string, OpenRow>, event: LogEvent, created: SessionCreated | null): void {
  switch (event.event) {
    case 'model_call:started':
      settleOpen(rows, 'orphaned', event.data.turn_id);
      rows.set(keyOf(event.data), openRow(event, event.data, created));
      return;
    case 'model_call:failed': {
      const row = rows.get(keyOf(event.data));
      if (row !== undefined) rows.set(keyOf(event.data), { ...row, ...failedPart(event.data) });
      return;
    }
    case 'message:completed':
    case 'tool_calls:requested':
    case 'answer:rejected': {
      const row = rows.get(keyOf(event.data));
      const outcome = event.event === 'answer:rejected' ? 'rejected' : 'completed';
      if (row !== undefined) rows.set(keyOf(event.data), { ...row, latency_ms: event.data.latency_ms, outcome });
      return;
    }
    case 'token_usage':
      bill(rows, event.data);
      return;
    case 'execution:completed':
      settleOpen(rows, event.data.status === 'cancelled' ? 'cancelled' : 'orphaned');
      return;
    default:
      return;
  }
}

const keyOf = (call: { readonly turn_id: string; readonly attempt: number }): string =>
  `${call.turn_id} ${call.attempt}`;

function openRow(
  { node_id = '', timestamp }: LogEvent,
  { turn_id, attempt, provider, model }: EventOf<'model_call:started'>['data'],
  created: SessionCreated | null,
): OpenRow {
  return {
    node_id,
    seat: created?.seats.find((seat) => seat.node_id === node_id)?.name ?? node_id,
    turn_id,
    attempt,
    provider,
    model,
    started_at: timestamp,
    latency_ms: null,
    input_tokens: 0,
    output_tokens: 0,
    is_estimated: false,
    cost_usd: null,
    outcome: null,
    error: null,
    partial_text_length: 0,
  };
}

/** Without usage nothing was sent, and that costs nothing. */
function failedPart(failed: EventOf<'model_call:failed'>['data']): Partial<OpenRow> {
  const { usage, latencyMs, partialText } = spendOf(failed);
  return {
    latency_ms: latencyMs,
    input_tokens: usage?.input_tokens ?? 0,
    output_tokens: usage?.output_tokens ?? 0,
    is_estimated: usage?.is_estimated ?? false,
    cost_usd: usage === null ? 0 : usage.estimated_cost_usd,
    outcome: failed.error.code === ABORTED ? 'cancelled' : 'failed',
    error: failed.error,
    partial_text_length: partialText.length,
  };
}

/** The bill of an answered call follows it. */
function bill(rows: Map<string, OpenRow>, usage: EventOf<'token_usage'>['data']): void {
  for (const [key, row] of rows) {
    if (row.turn_id !== usage.turn_id || row.attempt !== (usage.attempt ?? row.attempt)) continue;
    if (row.outcome !== 'completed' && row.outcome !== 'rejected') continue;
    const { input_tokens, output_tokens, is_estimated, estimated_cost_usd } = usage;
    rows.set(key, { ...row, input_tokens, output_tokens, is_estimated, cost_usd: estimated_cost_usd });
  }
}

function settleOpen(rows: Map<string, OpenRow>, outcome: 'orphaned' | 'cancelled', turnId?: string): void {
  for (const [key, row] of rows) {
    if (row.outcome === null && (turnId === undefined || row.turn_id === turnId)) rows.set(key, { ...row, outcome });
  }
}

function totalsOf(items: readonly LedgerRow[]): Ledger['totals'] {
  const known = items.filter((row) => !isUnmetered(row));
  const usage = known.reduce((sum, row) => addUsage(sum, { ...row, estimated_cost_usd: row.cost_usd }), NO_USAGE);
  return { attempts: items.length, orphaned: items.length - known.length, ...usage, currency: 'USD' };
}

/** Started, and never settled by an event of its own: nobody knows what it used. */
const isUnmetered = (row: LedgerRow): boolean =>
  row.error === null && (row.outcome === 'orphaned' || row.outcome === 'cancelled');

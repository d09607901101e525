import type { EventOf, Ledger, LedgerRow, LogEvent, SessionCreated } from '@council/contracts';
import { ABORTED, ORPHANED } from '../session/fail-attempt.js';
import { addUsage, NO_USAGE } from './spend-of.js';

/** A row whose end the log may not know yet. */
type OpenRow = Omit<LedgerRow, 'outcome'> & { readonly outcome: LedgerRow['outcome'] | null };
type Started = EventOf<'model_call:started'>['data'];
type Failed = EventOf<'model_call:failed'>['data'];

/**
 * The bill of a session, one row an attempt, read from its log: pure, so that it can never differ from what happened.
 * An attempt in flight has no row yet. The bill of an answered one follows what it said.
 */
export function ledgerOf(events: readonly LogEvent[]): Ledger {
  const rows = new Map<string, OpenRow>();
  let created: SessionCreated | null = null;
  for (const event of events) {
    if (event.event === 'session:created') created = event.data;
    else if (event.event === 'session:forked') inherit(rows);
    else read(rows, event, created);
  }
  const items = [...rows.values()].flatMap((row) => (row.outcome === null ? [] : [{ ...row, outcome: row.outcome }]));
  return { items, totals: totalsOf(items) };
}

function read(rows: Map<string, OpenRow>, event: LogEvent, created: SessionCreated | null): void {
  switch (event.event) {
    case 'model_call:started':
      rows.set(keyOf(event.data.turn_id, event.data.attempt), openRow(event, event.data, created));
      return;
    case 'model_call:failed':
      settle(rows, event.data.turn_id, event.data.attempt, failedPart(event.data));
      return;
    case 'token_usage': {
      const { turn_id, attempt } = event.data;
      const part = { ...countsOf(event.data), is_cached: event.data.is_cached === true };
      settle(rows, turn_id, attempt ?? answeredAttempt(rows, turn_id), part);
      return;
    }
    case 'message:completed':
    case 'tool_calls:requested':
    case 'answer:rejected': {
      const outcome = event.event === 'answer:rejected' ? 'rejected' : 'completed';
      settle(rows, event.data.turn_id, event.data.attempt, { latency_ms: event.data.latency_ms, outcome });
      return;
    }
    default:
      return;
  }
}

function inherit(rows: Map<string, OpenRow>): void {
  for (const [key, row] of rows) rows.set(key, { ...row, is_inherited: true });
}

const keyOf = (turnId: string, attempt: number): string => `${turnId} ${attempt}`;

function settle(rows: Map<string, OpenRow>, turnId: string, attempt: number, part: Partial<OpenRow>): void {
  const key = keyOf(turnId, attempt);
  const row = rows.get(key);
  if (row !== undefined) rows.set(key, { ...row, ...part });
}

/** For older logs, whose bills name the turn alone. */
const answeredAttempt = (rows: Map<string, OpenRow>, turnId: string): number =>
  [...rows.values()].findLast((row) => row.turn_id === turnId && row.outcome === 'completed')?.attempt ?? 0;

function openRow(
  { node_id = '', timestamp }: LogEvent,
  { turn_id, attempt, provider, model }: Started,
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
    cost_usd: 0,
    is_cached: false,
    is_inherited: false,
    outcome: null,
    error: null,
    partial_text_length: 0,
  };
}

/** Without usage nothing was sent, and that costs nothing. */
function failedPart(failed: Failed): Partial<OpenRow> {
  return {
    ...(failed.usage ? countsOf(failed.usage) : {}),
    latency_ms: failed.latency_ms ?? null,
    outcome: outcomeOf(failed.error.code),
    error: failed.error,
    partial_text_length: failed.partial_text?.length ?? 0,
  };
}

const countsOf = ({ input_tokens, output_tokens, is_estimated, estimated_cost_usd }: NonNullable<Failed['usage']>) => ({
  input_tokens,
  output_tokens,
  is_estimated,
  cost_usd: estimated_cost_usd,
});

function outcomeOf(code: string): LedgerRow['outcome'] {
  if (code === ABORTED) return 'cancelled';
  return code === ORPHANED ? 'orphaned' : 'failed';
}

function totalsOf(items: readonly LedgerRow[]): Ledger['totals'] {
  const own = items.filter((row) => !row.is_inherited);
  const usage = own.reduce((sum, row) => addUsage(sum, { ...row, estimated_cost_usd: row.cost_usd }), NO_USAGE);
  return { attempts: own.length, ...usage, currency: 'USD' };
}

import type { SessionPatch } from '../session-projection.js';

/** A patch as a row named `patch`, from the JSON text that is the parameter `place` (`patchText`). */
export const patchAt = (place: string): string => `
  SELECT * FROM jsonb_to_record(${place}::jsonb) AS patch(
    status varchar, node_statuses jsonb, verdict jsonb, outcome varchar, error jsonb, seats_used jsonb,
    is_starting bool, is_ending bool, is_bill_new bool, input_tokens int, output_tokens int, cost_usd numeric, is_estimated bool)`;

export const patchText = (patch: SessionPatch): string =>
  JSON.stringify({
    status: patch.status,
    node_statuses: patch.nodeStatuses,
    verdict: patch.verdict,
    outcome: patch.outcome,
    error: patch.error,
    seats_used: patch.seatsUsed,
    is_starting: patch.isStarting,
    is_ending: patch.isEnding,
    is_bill_new: patch.isBillNew,
    ...patch.usage,
  });

const used = (what: string, type: 'int' | 'numeric'): string =>
  `CASE WHEN patch.is_bill_new THEN 0 ELSE (usage->>'${what}')::${type} END`;

/** What a patch sets in a session's row; `clock.at` is the time of its events. The append and the rebuild share it. */
export const PROJECT = `
    status = coalesce(patch.status, sessions.status),
    node_statuses = sessions.node_statuses || patch.node_statuses,
    verdict = coalesce(patch.verdict, sessions.verdict),
    outcome = CASE WHEN patch.is_ending THEN patch.outcome WHEN patch.is_starting THEN NULL ELSE sessions.outcome END,
    error = CASE WHEN patch.error IS NOT NULL THEN patch.error WHEN patch.is_starting THEN NULL ELSE sessions.error END,
    started_at = CASE WHEN patch.is_starting THEN coalesce(started_at, clock.at) ELSE started_at END,
    ended_at = CASE WHEN patch.is_ending THEN clock.at WHEN patch.is_starting THEN NULL ELSE ended_at END,
    usage = jsonb_build_object(
      'input_tokens', ${used('input_tokens', 'int')} + patch.input_tokens,
      'output_tokens', ${used('output_tokens', 'int')} + patch.output_tokens,
      'cost_usd', ${used('cost_usd', 'numeric')} + patch.cost_usd,
      'is_estimated', (NOT patch.is_bill_new AND (usage->>'is_estimated')::bool) OR patch.is_estimated),
    seats = CASE WHEN patch.seats_used = '{}'::jsonb THEN seats ELSE (
      SELECT jsonb_agg(CASE WHEN patch.seats_used ? (seat->>'node_id')
        THEN seat || jsonb_build_object('used', patch.seats_used->(seat->>'node_id')) ELSE seat END ORDER BY turn)
      FROM jsonb_array_elements(seats) WITH ORDINALITY AS sitting(seat, turn)) END,
    updated_at = clock_timestamp()`;

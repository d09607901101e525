import type { NewEvent } from '@council/contracts';
import { checkReferences } from '../citations/check-references.js';
import { costUsd } from '../ledger/cost-usd.js';
import { addUsage } from '../ledger/spend-of.js';
import { readVerdict } from '../verdict/read-verdict.js';
import type { CallModelEffect } from './effects.js';
import type { SessionState } from './state.js';

export interface SpokenTurn {
  readonly attempt: number;
  readonly content: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly isEstimated: boolean;
  readonly latencyMs: number;
}

/** What a spoken turn leaves in the log: one append, so that text, bill, verdict and status are never apart. */
export function settleTurn(state: SessionState, call: CallModelEffect, spoken: SpokenTurn): readonly NewEvent[] {
  const { nodeId, turnId, seat, stance } = call;
  const speaker = {
    turn_id: turnId,
    agent_id: seat.agent?.agent_uuid ?? null,
    provider: seat.used.provider,
    model: seat.used.model,
  };
  const counted = {
    input_tokens: spoken.inputTokens,
    output_tokens: spoken.outputTokens,
    is_estimated: spoken.isEstimated,
    estimated_cost_usd: costUsd(seat.price, spoken),
  };
  const sum = addUsage(state.usage, counted);
  const events: NewEvent[] = [
    {
      event: 'message:completed',
      node_id: nodeId,
      data: {
        ...speaker,
        attempt: spoken.attempt,
        agent_name: seat.name,
        content: spoken.content,
        references: [...checkReferences(spoken.content, state.document?.content ?? null)],
        latency_ms: spoken.latencyMs,
      },
    },
    {
      event: 'token_usage',
      node_id: nodeId,
      data: {
        ...speaker,
        ...counted,
        attempt: spoken.attempt,
        latency_ms: spoken.latencyMs,
        total_tokens: spoken.inputTokens + spoken.outputTokens,
        cumulative_session_tokens: sum.input_tokens + sum.output_tokens,
        cumulative_session_cost_usd: sum.cost_usd,
      },
    },
  ];
  if (stance === 'adjudicator') {
    const kind = state.created?.engine.kind ?? 'model';
    events.push({ event: 'verdict:recorded', node_id: nodeId, data: readVerdict(spoken.content, kind) });
  }
  // An end node is not done with its synthesis: the report follows (due-effects).
  if (stance !== 'summariser')
    events.push({ event: 'node_state_change', node_id: nodeId, data: { status: 'completed' } });
  return events;
}

/** What a turn leaves that could not be spoken. A missing synthesis does not fail its end node: the report goes without. */
export function failTurn(call: CallModelEffect, code: string, message: string): readonly NewEvent[] {
  const error: NewEvent = { event: 'error', node_id: call.nodeId, data: { error: message, code } };
  if (call.stance === 'summariser') return [error];
  return [
    error,
    { event: 'node_state_change', node_id: call.nodeId, data: { status: 'failed', error: { code, message } } },
  ];
}

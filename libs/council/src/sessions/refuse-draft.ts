import type { SeatPlan } from '@council/council-core';
import { AppError, type Issue } from '@council/kernel';

/** Everything that is wrong, at once. */
export function refuse(issues: readonly Issue[]): void {
  const first = issues[0];
  if (first === undefined) return;
  const text = issues.length === 1 ? first.message : `${issues.length} things are wrong with the request`;
  throw new AppError('invalid', first.code, text, { issues });
}

export function refuseMissing(plan: SeatPlan): asserts plan is Extract<SeatPlan, { ok: true }> {
  if (plan.ok) return;
  const issues = plan.missing.map(({ node_id, name, message }) => ({
    path: `graph.nodes.${node_id}`,
    code: 'SESSION.SEAT_WITHOUT_MODEL',
    message: `${name}: ${message}`,
    node_id,
  }));
  throw new AppError('invalid', 'SESSION.SEAT_WITHOUT_MODEL', 'not every seat of this council can speak', { issues });
}

export function needsDocument(): AppError {
  return new AppError(
    'invalid',
    'REHEARSAL.NEEDS_DOCUMENT',
    'without a language model the council can only read: give it a document',
    {
      detail:
        'No model is configured, so the rehearsal engine takes every seat, and it quotes from a document. Send input.document_content, or set LLM_PROVIDER, LLM_MODEL and LLM_API_KEY to ask a question without a document.',
    },
  );
}

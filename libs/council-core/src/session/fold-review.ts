import type { LogEvent, ReviewDecided } from '@council/contracts';
import { withNode } from './fold-node.js';
import { type NodeState, nodeState, type ReviewState, type SessionState } from './state.js';

type ReviewEvent = Extract<
  LogEvent,
  { event: 'human_interaction_required' | 'review:reminder' | 'review:expired' | 'review:decided' }
>;

/** What people are asked, and what they decide: the first decision on a review is the only one that counts. */
export function foldReview(state: SessionState, event: ReviewEvent): SessionState {
  const id = event.node_id ?? '';
  if (event.event === 'human_interaction_required') {
    const expiresAt = expiryOf(event.timestamp, event.data.timeout);
    return withNode(state, id, {
      review: { ...event.data, expiresAt, isReminded: false, isExpired: false, decision: null },
    });
  }
  const { review } = nodeState(state, id);
  if (review?.review_uuid !== event.data.review_uuid) return state;
  const change = (more: Partial<ReviewState>): SessionState => withNode(state, id, { review: { ...review, ...more } });
  switch (event.event) {
    case 'review:reminder':
      return change({ isReminded: true });
    case 'review:expired':
      return change({ isExpired: true });
    case 'review:decided':
      return review.decision === null ? decided(withNode(state, id, resultOf(review, event.data)), event.data) : state;
  }
}

const resultOf = (review: ReviewState, decision: ReviewDecided): Partial<NodeState> => ({
  review: { ...review, decision },
  result: { kind: 'decision', decision },
});

const decided = (state: SessionState, { action, data }: ReviewDecided): SessionState =>
  action === 'reject' ? { ...state, rejection: data.comment ?? 'the proposal was rejected' } : state;

/** Null: no deadline, or an event that has no time yet (`lookAhead`). */
function expiryOf(askedAt: string, minutes: number): string | null {
  const at = Date.parse(askedAt);
  return minutes > 0 && !Number.isNaN(at) ? new Date(at + minutes * 60_000).toISOString() : null;
}

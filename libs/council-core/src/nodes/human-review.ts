import type { NewEvent } from '@council/contracts';
import { ReviewAction } from '@council/contracts';
import { z } from 'zod';
import type { Effect } from '../session/effects.js';
import type { ReviewState } from '../session/state.js';
import { actionsAt } from '../reviews/actions-at.js';
import { carryOut } from '../reviews/carry-out.js';
import { draftReview } from '../reviews/draft-review.js';
import { JOINING } from './join.js';
import { append, nodeKind, type NodeContext } from './node-kind.js';

/** Stops and asks a person, with a draft of what was found. Nothing goes on behind it before somebody has decided. */
const HumanReviewProperties = z.strictObject({
  /** 0: there is no deadline. */
  timeout_minutes: z.number().min(0).max(525_600).default(0),
  /** On expiry: approve, recorded as automatic. Without it, the session pauses and the review stays open. */
  allow_skip: z.boolean().default(false),
  /** What may be decided, of what is possible where the node stands; without it, all of that. */
  actions: z.array(ReviewAction).min(1).max(7).optional(),
  /** Whether the judge's total is part of what is shown. */
  show_score: z.boolean().default(true),
  instructions: z.string().max(4_000).default(''),
  ...JOINING,
});

/** So long before the deadline a reminder goes out. */
const REMINDER_MS = 5 * 60_000;

export const humanReviewKind = nodeKind({
  kind: 'human_review',
  properties: HumanReviewProperties,
  exits: { min: 0, max: 64 },
  advance: (context) => {
    const { review } = context.own;
    if (review === null) return [append(...ask(context))];
    if (review.decision !== null) return [append(...carryOut(context, review, review.decision))];
    return timers(context, review);
  },
});

type ReviewContext = NodeContext<z.infer<typeof HumanReviewProperties>>;

function ask(context: ReviewContext): readonly NewEvent[] {
  const { id, properties } = context;
  const request = draftReview(context, { ...properties, actions: actionsAt(context, properties.actions) });
  return [
    { event: 'human_interaction_required', node_id: id, data: request },
    { event: 'node_state_change', node_id: id, data: { status: 'suspended' } },
  ];
}

function timers({ id, own, properties }: ReviewContext, review: ReviewState): readonly Effect[] {
  const { expiresAt, review_uuid, isReminded, isExpired } = review;
  if (expiresAt === null || isExpired) return [];
  const key = `${id}#${own.pass}`;
  const remindAt = new Date(Date.parse(expiresAt) - REMINDER_MS).toISOString();
  const hasReminder = properties.timeout_minutes * 60_000 > REMINDER_MS && !isReminded;
  const reminder: Effect[] = hasReminder
    ? [
        {
          type: 'wait',
          key: `${key}:reminder`,
          nodeId: id,
          until: remindAt,
          events: [{ event: 'review:reminder', node_id: id, data: { review_uuid } }],
        },
      ]
    : [];
  return [
    ...reminder,
    {
      type: 'wait',
      key: `${key}:expiry`,
      nodeId: id,
      until: expiresAt,
      events: expiry(id, review, properties.allow_skip),
    },
  ];
}

function expiry(id: string, { review_uuid }: ReviewState, allowSkip: boolean): readonly NewEvent[] {
  if (!allowSkip) {
    return [
      { event: 'review:expired', node_id: id, data: { review_uuid } },
      { event: 'execution:paused', node_id: id, data: { reason: 'review_expired' } },
    ];
  }
  const decision = { review_uuid, action: 'approve', data: {}, by: 'deadline', is_automatic: true } as const;
  return [{ event: 'review:decided', node_id: id, data: decision }];
}

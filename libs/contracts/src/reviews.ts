import { z } from 'zod';
import { BY_PERSON } from './acting-person.js';
import { EXAMPLE_DECIDED, EXAMPLE_DECISION, EXAMPLE_REVIEW } from './example-review.js';
import { label, text, Uuid } from './text.js';

export const REVIEW_ACTIONS = ['approve', 'modify', 'reject', 'continue', 'apply', 'exit', 'rollback'] as const;
export const ReviewAction = z.enum(REVIEW_ACTIONS);
export type ReviewAction = z.infer<typeof ReviewAction>;

/** What the council has found until now, for the one who decides. */
export const ReviewDraft = z.object({
  conclusions: z.array(z.string()),
  disagreements: z.array(z.object({ topic: z.string(), ruling: z.string(), lines: z.string() })),
  actions: z.array(z.object({ order: z.string(), lines: z.string() })),
});
export type ReviewDraft = z.infer<typeof ReviewDraft>;

/** The versions of the document under work that a decision is about; null: there is none. */
export const ReviewedDocument = z.object({
  path: z.string(),
  current: z.int(),
  /** What the agents of this round propose in its place; null: nothing. */
  proposed: z.int().nullable(),
  /** The version with which the round began: where `rollback` leads. */
  before_round: z.int(),
});
export type ReviewedDocument = z.infer<typeof ReviewedDocument>;

export const ReviewRequested = z.object({
  review_uuid: z.string(),
  /** The node's. Absent in older logs. */
  name: z.string().optional(),
  round: z.int(),
  reason: z.string(),
  /** Minutes; 0: none. The reference's name. */
  timeout: z.number(),
  allow_skip: z.boolean(),
  instructions: z.string(),
  actions: z.array(ReviewAction),
  draft: ReviewDraft,
  /** Absent where the node does not show it. */
  score: z.number().nullish(),
  document: ReviewedDocument.nullable(),
});
export type ReviewRequested = z.infer<typeof ReviewRequested>;

export const ReviewData = z.object({ modified_content: text(1_000_000).optional(), comment: text(4_000).optional() });
export type ReviewData = z.infer<typeof ReviewData>;

export const ReviewDecided = z.object({
  review_uuid: z.string(),
  action: ReviewAction,
  data: ReviewData,
  by: z.string(),
  /** Nobody decided in time, and the node lets it pass. */
  is_automatic: z.boolean(),
  ...BY_PERSON,
});
export type ReviewDecided = z.infer<typeof ReviewDecided>;

export const ReviewStatus = z.enum(['pending', 'decided', 'withdrawn']);
export type ReviewStatus = z.infer<typeof ReviewStatus>;

export const Review = z
  .object({
    review_uuid: Uuid,
    session_uuid: Uuid,
    session_title: z.string(),
    /** Tells sessions on the same document apart, whose titles are the document's. */
    session_objective: z.string(),
    node_id: z.string(),
    node_name: z.string(),
    round: z.int(),
    status: ReviewStatus,
    request: ReviewRequested,
    requested_at: z.string(),
    expires_at: z.string().nullable(),
    /** The deadline has passed, and the session is paused until somebody decides. */
    is_expired: z.boolean(),
    decision: ReviewDecided.extend({ decided_at: z.string() }).nullable(),
  })
  .meta({ id: 'Review', example: EXAMPLE_REVIEW });
export type Review = z.infer<typeof Review>;

export const ReviewList = z
  .object({ items: z.array(Review), next_cursor: z.string().nullable() })
  .meta({ id: 'ReviewList', example: { items: [EXAMPLE_REVIEW], next_cursor: null } });
export type ReviewList = z.infer<typeof ReviewList>;

/** `feedback` is the reference's name of `comment`, which wins. */
const DecisionData = ReviewData.extend({ feedback: text(4_000).optional() })
  .transform(({ feedback, ...data }) => (feedback === undefined ? data : { comment: feedback, ...data }))
  .pipe(ReviewData);

export const DecisionRequest = z
  .object({ action: ReviewAction, data: DecisionData.prefault({}), by: label(128).optional() })
  .refine(({ action, data }) => (action === 'modify') === (data.modified_content !== undefined), {
    path: ['data', 'modified_content'],
    message: '"modify" brings the whole new text in data.modified_content, and only "modify" does',
  })
  .meta({ id: 'DecisionRequest', example: EXAMPLE_DECISION });
export type DecisionRequest = z.infer<typeof DecisionRequest>;

/** The reference's form: the node is named, and the review where the node has asked more than once. */
export const NodeReviewRequest = z
  .intersection(DecisionRequest, z.object({ node_id: text(64).min(1), review_uuid: Uuid.optional() }))
  .meta({ id: 'NodeReviewRequest', example: { node_id: EXAMPLE_REVIEW.node_id, ...EXAMPLE_DECISION } });
export type NodeReviewRequest = z.infer<typeof NodeReviewRequest>;

export const DecisionResult = z.object({ status: z.literal('resumed'), session_uuid: Uuid, review: Review }).meta({
  id: 'DecisionResult',
  example: { status: 'resumed', session_uuid: EXAMPLE_DECIDED.session_uuid, review: EXAMPLE_DECIDED },
});
export type DecisionResult = z.infer<typeof DecisionResult>;

export const ReviewQuery = z.object({
  cursor: text(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type ReviewQuery = z.infer<typeof ReviewQuery>;

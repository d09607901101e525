import { nameOf, personOf, type Principal, seenSessions } from '@council/access';
import type { DecisionRequest, NewEvent, NodeReviewRequest, ReviewQuery, Review, ReviewList } from '@council/contracts';
import { DecisionTaken, EventStore, isTerminal } from '@council/council-core';
import { SessionDispatcher } from '@council/dispatch';
import { AppError } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import { SessionsRepository } from '../sessions.repository.js';
import { PauseMisjudged } from './pause-misjudged.js';
import { decodeReviewCursor, encodeReviewCursor } from './review-cursor.js';
import { type FoundReview, ReviewsRepository } from './reviews.repository.js';
import type { SessionReviewEntity } from './session-review.entity.js';

/** What people are asked, and their decisions. Exactly one decision on a review takes effect, whoever sends how many. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly reviews: ReviewsRepository,
    private readonly sessions: SessionsRepository,
    private readonly store: EventStore,
    private readonly dispatcher: SessionDispatcher,
  ) {}

  async pending({ cursor, limit }: ReviewQuery, who: Principal): Promise<ReviewList> {
    const found = await this.reviews.pending(placeOf(cursor), limit, seenSessions(who, 's'));
    return pageOf(found, limit, ({ requested_at }) => requested_at);
  }

  async decided({ cursor, limit }: ReviewQuery, who: Principal): Promise<ReviewList> {
    const found = await this.reviews.decided(placeOf(cursor), limit, seenSessions(who, 's'));
    return pageOf(found, limit, ({ decided_at, requested_at }) => decided_at ?? requested_at);
  }

  async get(reviewUuid: string): Promise<Review> {
    return toReview(await this.load(reviewUuid));
  }

  async ofSession(sessionUuid: string): Promise<Review[]> {
    const session = await this.sessions.find(sessionUuid);
    if (session === null) throw new AppError('not-found', 'SESSION.NOT_FOUND', 'there is no such session');
    return (await this.reviews.ofSession(sessionUuid)).map((review) => toReview({ review, session }));
  }

  async decide(reviewUuid: string, request: DecisionRequest, who: Principal): Promise<Review> {
    const { review } = await this.load(reviewUuid);
    const { action, data } = request;
    const by = nameOf(who, request.by);
    if (review.status === 'pending' && !review.request.actions.includes(action)) {
      throw notOffered(action, review.request.actions);
    }
    const decision = { review_uuid: reviewUuid, action, data, by, is_automatic: false, ...personOf(who) };
    const decided: NewEvent = { event: 'review:decided', node_id: review.node_id, data: decision };
    try {
      await this.take(review, decided, review.is_expired);
    } catch (error) {
      if (!(error instanceof DecisionTaken)) throw error;
      throw taken(await this.load(reviewUuid));
    }
    this.dispatcher.dispatch(review.session_uuid);
    return this.get(reviewUuid);
  }

  /** A session that is paused because nobody decided in time goes on: now somebody has. */
  private async take(review: SessionReviewEntity, decided: NewEvent, resumes: boolean): Promise<void> {
    const events: readonly NewEvent[] = resumes
      ? [decided, { event: 'execution:resumed', data: { reason: 'review_decided' } }]
      : [decided];
    try {
      const written = await this.store.append(review.session_uuid, null, events, { onlyIn: ['running', 'paused'] });
      if (written.length === 0) throw new DecisionTaken(review.review_uuid);
    } catch (error) {
      if (!(error instanceof PauseMisjudged)) throw error;
      await this.take(review, decided, error.mustResume);
    }
  }

  /** In the reference's form the node is named. Where it has asked more than once, the review has to be named too. */
  async decideNode(
    sessionUuid: string,
    { node_id, review_uuid, ...decision }: NodeReviewRequest,
    who: Principal,
  ): Promise<Review> {
    const session = await this.sessions.find(sessionUuid);
    if (session === null) throw new AppError('not-found', 'SESSION.NOT_FOUND', 'there is no such session');
    const asked = await this.reviews.ofSession(sessionUuid, node_id);
    const [latest] = asked;
    if (latest === undefined) {
      const known = node_id in session.node_statuses;
      throw known
        ? new AppError('conflict', 'REVIEW.NOT_ASKED', `node ${node_id} has not asked for a review`)
        : new AppError('not-found', 'REVIEW.NODE_UNKNOWN', `there is no node ${node_id} in this session`);
    }
    if (review_uuid === undefined && asked.length > 1) throw nameIt(asked);
    const wanted = review_uuid === undefined ? latest : asked.find((review) => review.review_uuid === review_uuid);
    if (wanted === undefined) {
      throw new AppError('not-found', 'REVIEW.NOT_FOUND', `node ${node_id} has no review ${review_uuid ?? ''}`);
    }
    return this.decide(wanted.review_uuid, decision, who);
  }

  private async load(reviewUuid: string): Promise<FoundReview> {
    const found = await this.reviews.find(reviewUuid);
    if (found === null) throw new AppError('not-found', 'REVIEW.NOT_FOUND', `there is no review ${reviewUuid}`);
    return found;
  }
}

const placeOf = (cursor: string | undefined) => (cursor === undefined ? null : decodeReviewCursor(cursor));

/** `found` is one more than `limit` where there is a next page; `at` is the time that orders the list. */
function pageOf(found: readonly FoundReview[], limit: number, at: (review: SessionReviewEntity) => Date): ReviewList {
  const page = found.slice(0, limit);
  const last = page.at(-1)?.review;
  const hasMore = found.length > limit && last !== undefined;
  return {
    items: page.map(toReview),
    next_cursor: hasMore ? encodeReviewCursor({ at: at(last), review_uuid: last.review_uuid }) : null,
  };
}

/** The body of the conflict is the decision that stands. */
function taken({ review, session }: FoundReview): AppError {
  if (review.status === 'decided' && review.decision !== null) {
    const { action, by, is_automatic } = review.decision;
    const how = is_automatic ? 'the deadline decided' : `${by} decided`;
    return new AppError('conflict', 'REVIEW.DECIDED', `${how} already: ${action}`, {
      more: { review: toReview({ review, session }) },
    });
  }
  const why = isTerminal(session.status) ? `the session is ${session.status}` : 'nobody waits for it any more';
  return new AppError('conflict', 'REVIEW.WITHDRAWN', `the review is not open any more: ${why}`, {
    more: { review: toReview({ review, session }) },
  });
}

function nameIt(asked: readonly SessionReviewEntity[]): AppError {
  const pending = asked.find(({ status }) => status === 'pending');
  return new AppError(
    'conflict',
    'REVIEW.NAME_IT',
    'this node has asked more than once: say with review_uuid which review is decided',
    { more: { pending_review_uuid: pending?.review_uuid ?? null } },
  );
}

const notOffered = (action: string, offered: readonly string[]): AppError =>
  new AppError('invalid', 'REVIEW.ACTION_NOT_OFFERED', `"${action}" cannot be decided here`, {
    issues: [{ path: 'action', code: 'REVIEW.ACTION_NOT_OFFERED', message: `choose one of ${offered.join(', ')}` }],
  });

function toReview({ review, session }: FoundReview): Review {
  const { requested_at, expires_at, decision, decided_at, ...row } = review;
  return {
    ...row,
    session_title: session.title,
    session_objective: session.objective,
    node_name: row.request.name ?? row.node_id,
    requested_at: requested_at.toISOString(),
    expires_at: expires_at?.toISOString() ?? null,
    decision: decision === null ? null : { ...decision, decided_at: (decided_at ?? requested_at).toISOString() },
  };
}

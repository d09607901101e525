import type { SeenCondition } from '@council/access';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Repository, type SelectQueryBuilder } from 'typeorm';
import { SessionEntity } from '../session.entity.js';
import type { ReviewPlace } from './review-cursor.js';
import { SessionReviewEntity } from './session-review.entity.js';

/** A review with what the inbox says of its session. */
export interface FoundReview {
  readonly review: SessionReviewEntity;
  readonly session: Pick<SessionEntity, 'title' | 'objective' | 'status' | 'session_uuid'>;
}

@Injectable()
export class ReviewsRepository {
  constructor(
    @InjectRepository(SessionReviewEntity) private readonly reviews: Repository<SessionReviewEntity>,
    @InjectRepository(SessionEntity) private readonly sessions: Repository<SessionEntity>,
  ) {}

  async find(reviewUuid: string): Promise<FoundReview | null> {
    const review = await this.reviews.findOneBy({ review_uuid: reviewUuid });
    return review === null ? null : ((await this.withSessions([review]))[0] ?? null);
  }

  /** The oldest first: who has waited longest is asked first. One more than `limit` when there is a next page. */
  async pending(after: ReviewPlace | null, limit: number, seen: SeenCondition | null): Promise<FoundReview[]> {
    const query = this.reviews
      .createQueryBuilder('r')
      .where(`r.status = 'pending'`)
      .orderBy('r.requested_at', 'ASC')
      .addOrderBy('r.review_uuid', 'ASC')
      .take(limit + 1);
    narrow(query, seen);
    if (after !== null) {
      query.andWhere('(r.requested_at, r.review_uuid) > (:at::timestamptz, :id::uuid)', {
        at: after.at,
        id: after.review_uuid,
      });
    }
    return this.withSessions(await query.getMany());
  }

  /** The latest decision first. One more than `limit` when there is a next page. */
  async decided(after: ReviewPlace | null, limit: number, seen: SeenCondition | null): Promise<FoundReview[]> {
    const query = this.reviews
      .createQueryBuilder('r')
      .where(`r.status = 'decided'`)
      .orderBy('r.decided_at', 'DESC')
      .addOrderBy('r.review_uuid', 'DESC')
      .take(limit + 1);
    narrow(query, seen);
    if (after !== null) {
      query.andWhere('(r.decided_at, r.review_uuid) < (:at::timestamptz, :id::uuid)', {
        at: after.at,
        id: after.review_uuid,
      });
    }
    return this.withSessions(await query.getMany());
  }

  /** Of one node of a session, or of all of it, the latest first. */
  ofSession(sessionUuid: string, nodeId?: string): Promise<SessionReviewEntity[]> {
    return this.reviews.find({
      where: { session_uuid: sessionUuid, ...(nodeId === undefined ? {} : { node_id: nodeId }) },
      order: { requested_at: 'DESC', review_uuid: 'DESC' },
    });
  }

  ofSessions(sessionUuids: readonly string[]): Promise<SessionReviewEntity[]> {
    return this.reviews.find({
      where: { session_uuid: In([...sessionUuids]), status: 'pending' },
      order: { requested_at: 'ASC', review_uuid: 'ASC' },
    });
  }

  private async withSessions(reviews: readonly SessionReviewEntity[]): Promise<FoundReview[]> {
    const ids = [...new Set(reviews.map(({ session_uuid }) => session_uuid))];
    const rows = await this.sessions.find({
      select: { session_uuid: true, title: true, objective: true, status: true },
      where: { session_uuid: In(ids) },
    });
    const sessions = new Map(rows.map((row) => [row.session_uuid, row]));
    return reviews.flatMap((review) => {
      const session = sessions.get(review.session_uuid);
      return session === undefined ? [] : [{ review, session }];
    });
  }
}

/** To the reviews of sessions that are seen. */
function narrow(query: SelectQueryBuilder<SessionReviewEntity>, seen: SeenCondition | null): void {
  if (seen === null) return;
  query.andWhere(
    `EXISTS (SELECT 1 FROM sessions s WHERE s.session_uuid = r.session_uuid AND ${seen.sql})`,
    seen.parameters,
  );
}

import type { ReviewDecided, ReviewRequested, ReviewStatus } from '@council/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SessionEntity } from '../session.entity.js';

/** What people were asked: a projection of the log's reviews, and the one place where a decision is taken. */
@Entity('session_reviews')
@Index('session_reviews_session', ['session_uuid', 'requested_at'])
@Index('session_reviews_pending', ['requested_at', 'review_uuid'], { where: `status = 'pending'` })
@Index('session_reviews_decided', ['decided_at', 'review_uuid'], { where: `status = 'decided'` })
export class SessionReviewEntity {
  @PrimaryColumn({ type: 'uuid' })
  review_uuid!: string;

  @ForeignKey(() => SessionEntity, { name: 'session_reviews_session_uuid', onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  session_uuid!: string;

  @Column({ type: 'varchar', length: 64 })
  node_id!: string;

  @Column({ type: 'int' })
  round!: number;

  @Column({ type: 'varchar', length: 16, default: 'pending' })
  status!: ReviewStatus;

  @Column({ type: 'jsonb' })
  request!: ReviewRequested;

  @Column({ type: 'timestamptz' })
  requested_at!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  expires_at!: Date | null;

  @Column({ type: 'boolean', default: false })
  is_expired!: boolean;

  @Column({ type: 'jsonb', nullable: true })
  decision!: ReviewDecided | null;

  @Column({ type: 'timestamptz', nullable: true })
  decided_at!: Date | null;
}

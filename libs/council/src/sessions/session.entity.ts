import type {
  Budget,
  Engine,
  RoundScore,
  SeatSnapshot,
  SessionError,
  SessionStatus,
  SessionView,
  Usage,
  Verdict,
} from '@council/contracts';
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { GroupEntity } from '../groups/group.entity.js';

/** A seat as the list of sessions shows it: the snapshot without the persona. */
export type StoredSeat = Pick<SeatSnapshot, 'node_id' | 'seat_id' | 'name' | 'wanted' | 'used'> & {
  readonly agent_uuid: string | null;
};

/** A projection of the session's log, written in the append's transaction. */
@Entity('sessions')
@Index('sessions_created', ['created_at', 'session_uuid'])
@Index('sessions_group', ['group_uuid', 'created_at'])
@Index('sessions_without_budget', ['group_uuid', 'created_at'], { where: 'NOT has_group_budget' })
@Index('sessions_creator', ['created_by', 'created_at'])
@Index('sessions_workflow', ['workflow_uuid', 'created_at'])
@Index('sessions_open', ['created_at', 'session_uuid'], { where: `status NOT IN ('completed', 'failed', 'cancelled')` })
export class SessionEntity {
  @PrimaryColumn({ type: 'uuid' })
  session_uuid!: string;

  @ForeignKey(() => GroupEntity, { name: 'sessions_group_uuid', onDelete: 'CASCADE' })
  @Column({ type: 'uuid', nullable: true })
  group_uuid!: string | null;

  @Column({ type: 'uuid', nullable: true })
  workflow_uuid!: string | null;

  /** Who started it; null: somebody who is no user. Without a group it is theirs. */
  @ForeignKey('users', { name: 'sessions_created_by', onDelete: 'SET NULL' })
  @Column({ type: 'uuid', nullable: true })
  created_by!: string | null;

  @Column({ type: 'varchar', length: 32, default: 'pending' })
  status!: SessionStatus;

  @Column({ type: 'varchar', length: 200 })
  title!: string;

  /** Somebody has given it this title: the log keeps the one with which it began. */
  @Column({ type: 'boolean', default: false })
  is_renamed!: boolean;

  @Column({ type: 'varchar', length: 8 })
  language!: 'en' | 'zh';

  @Column({ type: 'text', default: '' })
  objective!: string;

  @Column({ type: 'jsonb', nullable: true })
  proposal!: unknown;

  @Column({ type: 'jsonb', default: {} })
  node_statuses!: SessionView['node_statuses'];

  @Column({ type: 'jsonb' })
  engine!: Engine;

  @Column({ type: 'jsonb', default: [] })
  seats!: readonly StoredSeat[];

  @Column({ type: 'jsonb', nullable: true })
  verdict!: Verdict | null;

  @Column({ type: 'varchar', length: 16, nullable: true })
  outcome!: SessionView['outcome'];

  @Column({ type: 'jsonb', nullable: true })
  error!: SessionError | null;

  @Column({ type: 'jsonb' })
  usage!: Usage;

  @Column({ type: 'int', default: 1 })
  round!: number;

  @Column({ type: 'jsonb', default: [] })
  score_history!: readonly RoundScore[];

  @Column({ type: 'jsonb', nullable: true })
  lock!: SessionView['lock'];

  @Column({ type: 'jsonb', nullable: true })
  budget!: Budget | null;

  /** Its calls are paid of what its group's month allots. */
  @Column({ type: 'boolean', default: false })
  has_group_budget!: boolean;

  @Column({ type: 'int', default: 0 })
  last_seq!: number;

  /** The hash of the last event; null: none is chained yet. */
  @Column({ type: 'char', length: 64, nullable: true })
  head_hash!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  forked_from!: SessionView['forked_from'];

  @CreateDateColumn({ type: 'timestamptz' })
  created_at!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  started_at!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  ended_at!: Date | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  updated_at!: Date;
}

import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { SessionEntity } from './session.entity.js';

/** One row of the log. Never updated; deleted only with its session. */
@Entity('session_events')
export class SessionEventEntity {
  @ForeignKey(() => SessionEntity, { name: 'session_events_session_uuid', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid' })
  session_uuid!: string;

  @PrimaryColumn({ type: 'int' })
  seq!: number;

  @Column({ type: 'varchar', length: 64 })
  event!: string;

  @Column({ type: 'varchar', length: 64, nullable: true })
  node_id!: string | null;

  @Column({ type: 'jsonb' })
  data!: unknown;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'clock_timestamp()' })
  created_at!: Date;

  /** The link to all events before it (ADR 9); null: it was written before logs were chained. */
  @Column({ type: 'char', length: 64, nullable: true })
  hash!: string | null;

  /** The last event of the append that wrote this one. */
  @Column({ type: 'int', nullable: true })
  append_end!: number | null;
}

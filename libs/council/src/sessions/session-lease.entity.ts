import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { SessionEntity } from './session.entity.js';

/** Who drives a session. The epoch grows with each holder, so that a stale one can be told from the present one. */
@Entity('session_leases')
export class SessionLeaseEntity {
  @ForeignKey(() => SessionEntity, { name: 'session_leases_session_uuid', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid' })
  session_uuid!: string;

  @Column({ type: 'varchar', length: 128 })
  owner!: string;

  @Column({ type: 'bigint' })
  epoch!: string;

  @Column({ type: 'timestamptz' })
  expires_at!: Date;

  /** How far the log reached when nothing was due; null while somebody drives the session, or has died doing so. */
  @Column({ type: 'int', nullable: true })
  rested_at_seq!: number | null;

  /** When a session that rests is taken up again although nothing has happened. */
  @Column({ type: 'timestamptz', nullable: true })
  wake_at!: Date | null;
}

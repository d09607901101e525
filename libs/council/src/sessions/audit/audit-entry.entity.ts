import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Who did what that others may ask about. It outlives the session that it speaks of. */
@Entity('audit_log')
@Index('audit_log_at', ['at', 'audit_uuid'])
@Index('audit_log_session', ['session_uuid', 'at', 'audit_uuid'])
export class AuditEntryEntity {
  @PrimaryGeneratedColumn('uuid')
  audit_uuid!: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;

  @Column({ type: 'varchar', length: 255 })
  who!: string;

  @Column({ type: 'varchar', length: 64 })
  what!: string;

  @Column({ type: 'uuid', nullable: true })
  session_uuid!: string | null;

  @Column({ type: 'jsonb', default: {} })
  detail!: Readonly<Record<string, unknown>>;
}

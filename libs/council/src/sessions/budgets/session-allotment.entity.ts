import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SessionEntity } from '../session.entity.js';

/** A projection of a session's log: what it was allotted of a month of its group. */
@Entity('session_allotments')
@Index('session_allotments_open', ['session_uuid'], { where: 'is_open' })
export class SessionAllotmentEntity {
  @ForeignKey(() => SessionEntity, { name: 'session_allotments_session_uuid', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid' })
  session_uuid!: string;

  @PrimaryColumn({ type: 'varchar', length: 7 })
  month!: string;

  /** Once the month is closed, this is what was spent of it. */
  @Column({ type: 'numeric', precision: 20, scale: 10, default: 0 })
  usd!: string;

  @Column({ type: 'boolean', default: true })
  is_open!: boolean;
}

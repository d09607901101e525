import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { GroupEntity } from '../../groups/group.entity.js';

/** What the sessions of a group have been allotted of a month and have not given back. Its row is the lock of the month. */
@Entity('group_months')
export class GroupMonthEntity {
  @ForeignKey(() => GroupEntity, { name: 'group_months_group_uuid', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid' })
  group_uuid!: string;

  /** `2026-11`, of UTC. */
  @PrimaryColumn({ type: 'varchar', length: 7 })
  month!: string;

  /** A decimal number, as PostgreSQL writes it. */
  @Column({ type: 'numeric', precision: 20, scale: 10, default: 0 })
  allotted_usd!: string;
}

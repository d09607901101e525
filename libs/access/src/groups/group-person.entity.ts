import type { GroupLevel } from '@council/contracts';
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { UserEntity } from '../users/user.entity.js';

/** Who belongs to a group. Its table is named, not imported. */
@Entity('group_people')
@Index('group_people_user', ['user_uuid'])
export class GroupPersonEntity {
  @ForeignKey('groups', { name: 'group_people_group_uuid', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid' })
  group_uuid!: string;

  @ForeignKey(() => UserEntity, { name: 'group_people_user_uuid', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid' })
  user_uuid!: string;

  @Column({ type: 'varchar', length: 16 })
  level!: GroupLevel;

  @CreateDateColumn({ type: 'timestamptz' })
  created_at!: Date;
}

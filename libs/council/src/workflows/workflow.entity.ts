import type { GraphDefinition } from '@council/contracts';
import {
  Column,
  CreateDateColumn,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  UpdateDateColumn,
} from 'typeorm';
import { GroupEntity } from '../groups/group.entity.js';

@Entity('workflows')
export class WorkflowEntity {
  @PrimaryGeneratedColumn('uuid')
  workflow_uuid!: string;

  @Column({ type: 'uuid', nullable: true })
  group_uuid!: string | null;

  @ManyToOne(() => GroupEntity, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'group_uuid', foreignKeyConstraintName: 'workflows_group' })
  group?: GroupEntity | null;

  @Column({ type: 'varchar', length: 128 })
  name!: string;

  @Column({ type: 'jsonb' })
  graph_definition!: GraphDefinition;

  @CreateDateColumn({ type: 'timestamptz' })
  created_at!: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updated_at!: Date;
}

import type { CheckedReference } from '@council/contracts';
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { SessionEntity } from './session.entity.js';

/** The transcript: a projection of the log's `message:completed`. */
@Entity('session_messages')
@Index('session_messages_session', ['session_uuid', 'seq'])
export class SessionMessageEntity {
  @PrimaryGeneratedColumn('uuid')
  message_uuid!: string;

  @ForeignKey(() => SessionEntity, { name: 'session_messages_session_uuid', onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  session_uuid!: string;

  @Column({ type: 'int' })
  seq!: number;

  @Column({ type: 'varchar', length: 64 })
  node_id!: string;

  @Column({ type: 'uuid', nullable: true })
  agent_uuid!: string | null;

  @Column({ type: 'varchar', length: 128 })
  agent_name!: string;

  @Column({ type: 'text' })
  content!: string;

  @Column({ type: 'jsonb', default: [] })
  message_references!: readonly CheckedReference[];

  @Column({ type: 'int', default: 0 })
  token_count!: number;

  @Column({ type: 'boolean', default: false })
  is_thinking!: boolean;

  @CreateDateColumn({ type: 'timestamptz' })
  created_at!: Date;
}

import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** Something that a group remembers: one chunk of what was ingested. Tables of other modules are named, not imported. */
@Entity('memories')
@Unique('memories_content', ['group_uuid', 'content_hash'])
@Index('memories_session', ['session_uuid'])
export class MemoryEntity {
  @PrimaryGeneratedColumn('uuid')
  memory_uuid!: string;

  @ForeignKey('groups', { name: 'memories_group_uuid', onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  group_uuid!: string;

  /** Null: the memory is the whole group's. */
  @ForeignKey('agents', { name: 'memories_agent_uuid', onDelete: 'SET NULL' })
  @Column({ type: 'uuid', nullable: true })
  agent_uuid!: string | null;

  /** The session that it came out of. */
  @ForeignKey('sessions', { name: 'memories_session_uuid', onDelete: 'SET NULL' })
  @Column({ type: 'uuid', nullable: true })
  session_uuid!: string | null;

  @Column({ type: 'text' })
  content!: string;

  /** SHA-256: a group remembers the same words once. */
  @Column({ type: 'char', length: 64 })
  content_hash!: string;

  @Column({ type: 'jsonb', default: {} })
  metadata!: Readonly<Record<string, unknown>>;

  @CreateDateColumn({ type: 'timestamptz' })
  created_at!: Date;
}

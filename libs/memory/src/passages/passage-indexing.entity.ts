import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** How far the indexing of a session's document has come. The table is the queue. */
@Entity('passage_indexings')
@Index('passage_indexings_open', ['updated_at'], { where: `state IN ('pending', 'running')` })
export class PassageIndexingEntity {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey('sessions', { name: 'passage_indexings_session_uuid', onDelete: 'CASCADE' })
  session_uuid!: string;

  @Column({ type: 'varchar', length: 16, default: 'pending' })
  state!: 'pending' | 'running' | 'done' | 'failed';

  @Column({ type: 'int', default: 0 })
  attempts!: number;

  /** Of the last attempt that failed. */
  @Column({ type: 'text', nullable: true })
  error!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  updated_at!: Date;
}

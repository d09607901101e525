import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EmbeddingModelEntity } from './embedding-model.entity.js';

export type OwnerKind = 'memory' | 'passage';

/** The vector of one text by one model. Each model has an HNSW index of its own here, which no decorator can say. */
@Entity('embeddings')
@Check('embeddings_dim', 'vector_dims(vector) = dim')
@Index('embeddings_scope', ['scope_uuid', 'model_id'])
export class EmbeddingEntity {
  @PrimaryColumn({ type: 'uuid' })
  owner_uuid!: string;

  @PrimaryColumn({ type: 'text' })
  @ForeignKey(() => EmbeddingModelEntity, { name: 'embeddings_model_id' })
  model_id!: string;

  @Column({ type: 'varchar', length: 16 })
  owner_kind!: OwnerKind;

  /** Who may find it: a group for memories, a session for passages. */
  @Column({ type: 'uuid' })
  scope_uuid!: string;

  @Column({ type: 'int' })
  dim!: number;

  /** SHA-256 of the text. */
  @Column({ type: 'char', length: 64 })
  content_hash!: string;

  @Column({ type: 'vector' })
  vector!: number[];

  @CreateDateColumn({ type: 'timestamptz' })
  created_at!: Date;
}

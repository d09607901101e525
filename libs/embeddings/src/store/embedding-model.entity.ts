import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** A model that vectors were made with. Its dimension never changes. */
@Entity('embedding_models')
export class EmbeddingModelEntity {
  @PrimaryColumn({ type: 'text' })
  model_id!: string;

  @Column({ type: 'int' })
  dim!: number;

  @CreateDateColumn({ type: 'timestamptz' })
  created_at!: Date;
}

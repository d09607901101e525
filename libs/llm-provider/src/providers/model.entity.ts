import {
  Column,
  CreateDateColumn,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
  UpdateDateColumn,
} from 'typeorm';
import { ProviderEntity } from './provider.entity.js';

/** A model that a vendor offers. Only the mainstream ones are listed. */
@Entity('llm_models')
export class ModelEntity {
  @PrimaryColumn({ type: 'text' })
  provider_id!: string;

  @PrimaryColumn({ type: 'text' })
  model_id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'boolean' })
  is_mainstream!: boolean;

  @Column({ type: 'int' })
  sort_order!: number;

  @CreateDateColumn({ type: 'timestamptz' })
  created_at!: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updated_at!: Date;

  @ManyToOne(() => ProviderEntity, (provider) => provider.models, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'provider_id', foreignKeyConstraintName: 'llm_models_provider' })
  provider!: Relation<ProviderEntity>;
}

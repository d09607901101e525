import {
  Column,
  CreateDateColumn,
  Entity,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryColumn,
  type Relation,
  UpdateDateColumn,
} from 'typeorm';

/** A vendor in the list that users choose from. */
@Entity('llm_providers')
export class ProviderEntity {
  @PrimaryColumn({ type: 'text' })
  provider_id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  icon!: string;

  @Column({ type: 'int' })
  sort_order!: number;

  @CreateDateColumn({ type: 'timestamptz' })
  created_at!: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updated_at!: Date;

  @OneToMany(() => ModelEntity, (model) => model.provider)
  models!: Relation<ModelEntity[]>;
}

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

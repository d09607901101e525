import type {
  ProviderDialect,
  ProviderEgress,
  ProviderLimits,
  ProviderQuirks,
  ProviderTimeouts,
} from '@council/contracts';
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

/** The list holds for this address alone. */
export interface LiveModelIds {
  readonly base_url: string;
  readonly ids: readonly string[];
}

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

  @Column({ type: 'varchar', length: 16, default: 'openai' })
  dialect!: ProviderDialect;

  /** Null: the preset's own. */
  @Column({ type: 'text', nullable: true })
  base_url!: string | null;

  /** Null: no key is needed. Never given by a user: it would let them send any variable anywhere. */
  @Column({ type: 'text', nullable: true })
  key_variable!: string | null;

  /** Where the key may be sent. Null: to the preset's own address alone. */
  @Column({ type: 'text', nullable: true })
  key_origin!: string | null;

  /** Null: nobody has said. It can be called then, and counts as chosen only where its key says so. */
  @Column({ type: 'boolean', nullable: true })
  is_enabled!: boolean | null;

  @Column({ type: 'boolean', default: false })
  is_custom!: boolean;

  @Column({ type: 'boolean', default: false })
  is_edited!: boolean;

  @Column({ type: 'jsonb', default: {} })
  quirks!: Partial<ProviderQuirks>;

  @Column({ type: 'jsonb', default: {} })
  limits!: Partial<ProviderLimits>;

  @Column({ type: 'jsonb', default: {} })
  timeouts!: Partial<ProviderTimeouts>;

  @Column({ type: 'text', nullable: true })
  proxy_url!: string | null;

  @Column({ type: 'varchar', length: 8, default: 'public' })
  egress!: ProviderEgress;

  /** As the provider itself gave them when last asked. */
  @Column({ type: 'jsonb', nullable: true })
  live_models!: LiveModelIds | null;

  @Column({ type: 'timestamptz', nullable: true })
  live_models_at!: Date | null;

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

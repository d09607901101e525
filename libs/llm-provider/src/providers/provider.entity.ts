import { Column, CreateDateColumn, Entity, OneToMany, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import { ModelEntity } from './model.entity.js';

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
  models!: ModelEntity[];
}

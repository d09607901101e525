import type { Capabilities, ModelConfig } from '@council/contracts';
import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn, Unique, UpdateDateColumn } from 'typeorm';

/** What an agent is called and told in another language; absent fields fall back to the row's own. */
export type AgentTranslations = Readonly<Record<string, { readonly name?: string; readonly persona_prompt?: string }>>;

@Entity('agents')
@Unique('agents_seed_key', ['seed_key'])
export class AgentEntity {
  @PrimaryGeneratedColumn('uuid')
  agent_uuid!: string;

  @Column({ type: 'varchar', length: 64 })
  name!: string;

  @Column({ type: 'varchar', length: 256, nullable: true })
  avatar!: string | null;

  @Column({ type: 'varchar', length: 512, nullable: true })
  description!: string | null;

  @Column({ type: 'text' })
  persona_prompt!: string;

  @Column({ type: 'jsonb' })
  model_config!: ModelConfig;

  @Column({ type: 'jsonb' })
  capabilities!: Capabilities;

  @Column({ type: 'jsonb', nullable: true })
  translations!: AgentTranslations | null;

  @Column({ type: 'varchar', length: 64, nullable: true })
  seed_key!: string | null;

  @Column({ type: 'int', nullable: true })
  seed_version!: number | null;

  @Column({ type: 'boolean', default: false })
  is_edited!: boolean;

  @CreateDateColumn({ type: 'timestamptz' })
  created_at!: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updated_at!: Date;
}

import type { Capabilities, ModelConfig } from '@council/contracts';
import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { SeededRow } from '../seeded-row.js';

interface AgentWords {
  readonly name?: string;
  readonly description?: string;
  readonly persona_prompt?: string;
}

/** What an agent is called and told in another language; absent fields fall back to the row's own. */
export type AgentTranslations = Readonly<Record<string, AgentWords>>;

@Entity('agents')
@Unique('agents_seed_key', ['seed_key'])
export class AgentEntity extends SeededRow<AgentWords> {
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
}

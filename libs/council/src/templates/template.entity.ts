import type { GraphDefinition } from '@council/contracts';
import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { SeededRow } from '../seeded-row.js';

export interface TemplateWords {
  readonly name?: string;
  readonly description?: string;
  /** By their ids. */
  readonly nodes?: Readonly<Record<string, string>>;
  /** What they ask, by their ids: of voters, and of people. */
  readonly properties?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What a template and its nodes are called in another language. */
export type TemplateTranslations = Readonly<Record<string, TemplateWords>>;

@Entity('workflow_templates')
@Unique('workflow_templates_seed_key', ['seed_key'])
export class TemplateEntity extends SeededRow<TemplateWords> {
  @PrimaryGeneratedColumn('uuid')
  template_uuid!: string;

  @Column({ type: 'varchar', length: 128 })
  name!: string;

  @Column({ type: 'varchar', length: 512, nullable: true })
  description!: string | null;

  @Column({ type: 'varchar', length: 32, default: 'custom' })
  category!: string;

  @Column({ type: 'jsonb', default: [] })
  tags!: readonly string[];

  @Column({ type: 'jsonb' })
  graph_definition!: GraphDefinition;

  @Column({ type: 'boolean', default: false })
  is_system!: boolean;

  @Column({ type: 'int', default: 0 })
  usage_count!: number;
}

import type { GraphDefinition } from '@council/contracts';
import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn, Unique, UpdateDateColumn } from 'typeorm';

/** What a template is called in another language. */
export type TemplateTranslations = Readonly<Record<string, { readonly name?: string; readonly description?: string }>>;

@Entity('workflow_templates')
@Unique('workflow_templates_seed_key', ['seed_key'])
export class TemplateEntity {
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

  @Column({ type: 'jsonb', nullable: true })
  translations!: TemplateTranslations | null;

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

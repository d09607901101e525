import { Column, CreateDateColumn, UpdateDateColumn } from 'typeorm';

/** The columns of what may come with the product: agents, groups and templates. */
export abstract class SeededRow<Words> {
  /** By language. Null: there are none, or a user has edited the row, and they would say what was replaced. */
  @Column({ type: 'jsonb', nullable: true })
  translations!: Readonly<Record<string, Words>> | null;

  /** Null: it was made by a user. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  seed_key!: string | null;

  @Column({ type: 'int', nullable: true })
  seed_version!: number | null;

  /** By a user: seeds leave it alone from then on. */
  @Column({ type: 'boolean', default: false })
  is_edited!: boolean;

  @CreateDateColumn({ type: 'timestamptz' })
  created_at!: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updated_at!: Date;
}

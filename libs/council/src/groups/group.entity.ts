import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { SeededRow } from '../seeded-row.js';

/** What a group is called and bound by in another language. */
interface GroupWords {
  readonly name?: string;
  readonly system_prompt?: string;
}

@Entity('groups')
@Unique('groups_seed_key', ['seed_key'])
export class GroupEntity extends SeededRow<GroupWords> {
  @PrimaryGeneratedColumn('uuid')
  group_uuid!: string;

  @Column({ type: 'varchar', length: 128 })
  name!: string;

  @Column({ type: 'varchar', length: 256, nullable: true })
  icon!: string | null;

  @Column({ type: 'text', nullable: true })
  system_prompt!: string | null;

  /** In the order of the table. No foreign key guards a jsonb list: the repositories do, in the same transaction. */
  @Column({ type: 'jsonb', default: [] })
  default_agent_uuids!: readonly string[];

  /** A decimal number, as PostgreSQL writes it. */
  @Column({ type: 'numeric', precision: 20, scale: 10, nullable: true })
  monthly_budget_usd!: string | null;
}

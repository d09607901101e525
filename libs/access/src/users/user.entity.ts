import type { Role } from '@council/contracts';
import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** Never deleted: what a person did stays theirs. */
@Entity('users')
@Unique('users_name_key', ['name_key'])
export class UserEntity {
  @PrimaryGeneratedColumn('uuid')
  user_uuid!: string;

  @Column({ type: 'varchar', length: 64 })
  name!: string;

  /** The name as it is compared. */
  @Column({ type: 'varchar', length: 128 })
  name_key!: string;

  @Column({ type: 'varchar', length: 16 })
  role!: Role;

  /** In the format of argon2id. */
  @Column({ type: 'varchar', length: 255 })
  password_hash!: string;

  @Column({ type: 'boolean', default: false })
  is_disabled!: boolean;

  @CreateDateColumn({ type: 'timestamptz' })
  created_at!: Date;
}

export const nameKeyOf = (name: string): string => name.trim().normalize('NFKC').toLowerCase();

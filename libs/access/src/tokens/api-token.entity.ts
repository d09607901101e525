import type { TokenScope } from '@council/contracts';
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { UserEntity } from '../users/user.entity.js';

/** A token of a program. Revoking it deletes the row. */
@Entity('api_tokens')
@Unique('api_tokens_hash', ['token_hash'])
@Index('api_tokens_owner', ['owner_uuid', 'created_at'])
export class ApiTokenEntity {
  @PrimaryGeneratedColumn('uuid')
  token_uuid!: string;

  @ForeignKey(() => UserEntity, { name: 'api_tokens_owner_uuid', onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  owner_uuid!: string;

  @Column({ type: 'varchar', length: 64 })
  name!: string;

  /** The beginning of the token, to know it by. */
  @Column({ type: 'varchar', length: 16 })
  prefix!: string;

  @Column({ type: 'char', length: 64 })
  token_hash!: string;

  @Column({ type: 'varchar', length: 8 })
  scope!: TokenScope;

  @CreateDateColumn({ type: 'timestamptz' })
  created_at!: Date;

  @Column({ type: 'timestamptz' })
  expires_at!: Date;

  /** To the hour: reading does not write each time. */
  @Column({ type: 'timestamptz', nullable: true })
  last_used_at!: Date | null;
}

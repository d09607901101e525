import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { UserEntity } from '../users/user.entity.js';

/** A browser that is signed in. The row is the sign-in: without it the cookie is worth nothing. */
@Entity('sign_ins')
@Index('sign_ins_user', ['user_uuid'])
export class SignInEntity {
  /** Of the cookie's value, which is kept nowhere. */
  @PrimaryColumn({ type: 'char', length: 64 })
  id_hash!: string;

  @ForeignKey(() => UserEntity, { name: 'sign_ins_user_uuid', onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  user_uuid!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  created_at!: Date;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  seen_at!: Date;

  @Column({ type: 'timestamptz' })
  expires_at!: Date;
}

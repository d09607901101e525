import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Bad tries in a row of one address on one account. */
@Entity('sign_in_tries')
@Index('sign_in_tries_at', ['tried_at'])
export class SignInTriesEntity {
  @PrimaryColumn({ type: 'varchar', length: 128 })
  name_key!: string;

  @PrimaryColumn({ type: 'varchar', length: 64 })
  house!: string;

  @Column({ type: 'int' })
  tries!: number;

  @Column({ type: 'timestamptz' })
  tried_at!: Date;

  @Column({ type: 'timestamptz' })
  blocked_until!: Date;
}

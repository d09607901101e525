import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one token that makes the first admin. One row at most. */
@Entity('first_admin')
export class FirstAdminEntity {
  @PrimaryColumn({ type: 'int' })
  id!: number;

  @Column({ type: 'char', length: 64 })
  token_hash!: string;

  @Column({ type: 'timestamptz' })
  expires_at!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  used_at!: Date | null;
}

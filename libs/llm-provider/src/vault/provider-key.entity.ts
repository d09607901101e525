import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ProviderEntity } from '../providers/provider.entity.js';

/** The key of a provider that was entered in the app, sealed for this provider and this origin. */
@Entity('provider_keys')
export class ProviderKeyEntity {
  @PrimaryColumn({ type: 'text' })
  provider_id!: string;

  @Column({ type: 'text' })
  origin!: string;

  @Column({ type: 'varchar', length: 16 })
  master_key_id!: string;

  @Column({ type: 'bytea' })
  nonce!: Buffer;

  @Column({ type: 'bytea' })
  ciphertext!: Buffer;

  /** When it was entered; a new master key leaves it as it is. */
  @Column({ type: 'timestamptz', precision: 3, default: () => 'clock_timestamp()' })
  stored_at!: Date;

  @ManyToOne(() => ProviderEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'provider_id', foreignKeyConstraintName: 'provider_keys_provider' })
  provider!: Relation<ProviderEntity>;
}

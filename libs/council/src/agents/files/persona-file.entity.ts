import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** A file of the prompts folder that was made an agent. It stays when the agent is deleted: the file must not bring it back. */
@Entity('persona_files')
export class PersonaFileEntity {
  /** Its name, in composed letters (NFC). */
  @PrimaryColumn({ type: 'varchar', length: 255 })
  file!: string;

  @Column({ type: 'uuid' })
  agent_uuid!: string;

  /** SHA-256 of the content that was taken over last. */
  @Column({ type: 'char', length: 64 })
  content_hash!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  created_at!: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updated_at!: Date;
}

import { Column, CreateDateColumn, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { SessionEntity } from './session.entity.js';

/** Versions of a session's files: a projection of the log's `file:written`. */
@Entity('session_files')
@Unique('session_files_version', ['session_uuid', 'path', 'version'])
export class SessionFileEntity {
  @PrimaryGeneratedColumn('uuid')
  file_uuid!: string;

  @ForeignKey(() => SessionEntity, { name: 'session_files_session_uuid', onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  session_uuid!: string;

  @Column({ type: 'varchar', length: 255 })
  path!: string;

  @Column({ type: 'int' })
  version!: number;

  @Column({ type: 'text' })
  content!: string;

  @Column({ type: 'varchar', length: 64, nullable: true })
  author!: string | null;

  @Column({ type: 'varchar', length: 255, nullable: true })
  reason!: string | null;

  /** The version that its writer had read; null: none, or not known. */
  @Column({ type: 'int', nullable: true })
  base_version!: number | null;

  /** Not the document under work before somebody takes it. */
  @Column({ type: 'boolean', default: false })
  is_proposed!: boolean;

  @CreateDateColumn({ type: 'timestamptz' })
  created_at!: Date;
}

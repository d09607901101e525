import { Column, CreateDateColumn, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A numbered piece of a session's document. */
@Entity('passages')
@Unique('passages_position', ['session_uuid', 'position'])
export class PassageEntity {
  @PrimaryGeneratedColumn('uuid')
  passage_uuid!: string;

  @ForeignKey('sessions', { name: 'passages_session_uuid', onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  session_uuid!: string;

  /** From 1. */
  @Column({ type: 'int' })
  position!: number;

  /** Lines of the document, from 1. */
  @Column({ type: 'int' })
  first_line!: number;

  @Column({ type: 'int' })
  last_line!: number;

  @Column({ type: 'text' })
  content!: string;

  @Column({ type: 'char', length: 64 })
  content_hash!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  created_at!: Date;
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The log's hash chain (ADR 9). Null: the event is from before it. `append_end` is the last event of the append that wrote
 * this one: what was written at once is true only as a whole, and a fork copies it as a whole. `forked_from` names the
 * session that a fork began with.
 */
export class EventChain1764000000008 implements MigrationInterface {
  readonly name = 'EventChain1764000000008';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE session_events ADD COLUMN hash char(64), ADD COLUMN append_end int');
    await queryRunner.query('ALTER TABLE sessions ADD COLUMN head_hash char(64), ADD COLUMN forked_from jsonb');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE sessions DROP COLUMN forked_from, DROP COLUMN head_hash');
    await queryRunner.query('ALTER TABLE session_events DROP COLUMN append_end, DROP COLUMN hash');
  }
}

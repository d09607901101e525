import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a version of a session's file rests on, and whether it is only a proposal. */
export class SessionFiles1764000000006 implements MigrationInterface {
  readonly name = 'SessionFiles1764000000006';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE session_files ADD COLUMN base_version int, ADD COLUMN is_proposed boolean NOT NULL DEFAULT false',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE session_files DROP COLUMN base_version, DROP COLUMN is_proposed');
  }
}

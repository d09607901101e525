import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a session was left: that nothing was due at this place of its log, and when something will be. */
export class SessionRest1764000000007 implements MigrationInterface {
  readonly name = 'SessionRest1764000000007';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE session_leases ADD COLUMN rested_at_seq int, ADD COLUMN wake_at timestamptz');
    await replaceIndex(queryRunner, "status NOT IN ('completed', 'failed', 'cancelled')");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE session_leases DROP COLUMN rested_at_seq, DROP COLUMN wake_at');
    await replaceIndex(queryRunner, "status IN ('pending', 'running')");
  }
}

/** The sweeper looks through these every few seconds: now also those that are paused, for they may have a time to wake. */
async function replaceIndex(queryRunner: QueryRunner, which: string): Promise<void> {
  await queryRunner.query('DROP INDEX sessions_open');
  await queryRunner.query(`CREATE INDEX sessions_open ON sessions (created_at, session_uuid) WHERE ${which}`);
}

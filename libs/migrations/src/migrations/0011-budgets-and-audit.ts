import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a group may spend in a month and what its sessions hold of it; and who opened what, and why. */
export class BudgetsAndAudit1764000000011 implements MigrationInterface {
  readonly name = 'BudgetsAndAudit1764000000011';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE groups ADD COLUMN monthly_budget_usd numeric(20, 10)');
    await queryRunner.query('ALTER TABLE sessions ADD COLUMN has_group_budget boolean NOT NULL DEFAULT false');
    await queryRunner.query(
      'CREATE INDEX sessions_without_budget ON sessions (group_uuid, created_at) WHERE NOT has_group_budget',
    );
    await queryRunner.query(`
      CREATE TABLE group_months (
        group_uuid uuid NOT NULL CONSTRAINT group_months_group_uuid REFERENCES groups ON DELETE CASCADE,
        month varchar(7) NOT NULL,
        allotted_usd numeric(20, 10) NOT NULL DEFAULT 0,
        PRIMARY KEY (group_uuid, month)
      )`);
    await queryRunner.query(`
      CREATE TABLE session_allotments (
        session_uuid uuid NOT NULL CONSTRAINT session_allotments_session_uuid REFERENCES sessions ON DELETE CASCADE,
        month varchar(7) NOT NULL,
        usd numeric(20, 10) NOT NULL DEFAULT 0,
        is_open boolean NOT NULL DEFAULT true,
        PRIMARY KEY (session_uuid, month)
      )`);
    await queryRunner.query('CREATE INDEX session_allotments_open ON session_allotments (session_uuid) WHERE is_open');
    await queryRunner.query(`
      CREATE TABLE audit_log (
        audit_uuid uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        who varchar(255) NOT NULL,
        what varchar(64) NOT NULL,
        session_uuid uuid,
        detail jsonb NOT NULL DEFAULT '{}'
      )`);
    await queryRunner.query('CREATE INDEX audit_log_session ON audit_log (session_uuid, at, audit_uuid)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE audit_log');
    await queryRunner.query('DROP TABLE session_allotments');
    await queryRunner.query('DROP TABLE group_months');
    await queryRunner.query('DROP INDEX sessions_without_budget');
    await queryRunner.query('ALTER TABLE sessions DROP COLUMN has_group_budget');
    await queryRunner.query('ALTER TABLE groups DROP COLUMN monthly_budget_usd');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are asked and decide, and what a session's row says of rounds, locks and caps. */
export class ReviewsAndRounds1764000000010 implements MigrationInterface {
  readonly name = 'ReviewsAndRounds1764000000010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE session_reviews (
        review_uuid uuid PRIMARY KEY,
        session_uuid uuid NOT NULL CONSTRAINT session_reviews_session_uuid REFERENCES sessions ON DELETE CASCADE,
        node_id varchar(64) NOT NULL,
        round int NOT NULL,
        status varchar(16) NOT NULL DEFAULT 'pending',
        request jsonb NOT NULL,
        requested_at timestamptz NOT NULL,
        expires_at timestamptz,
        is_expired boolean NOT NULL DEFAULT false,
        decision jsonb,
        decided_at timestamptz
      )`);
    await queryRunner.query('CREATE INDEX session_reviews_session ON session_reviews (session_uuid, requested_at)');
    await queryRunner.query(
      `CREATE INDEX session_reviews_pending ON session_reviews (requested_at, review_uuid) WHERE status = 'pending'`,
    );
    await queryRunner.query(`
      ALTER TABLE sessions
        ADD COLUMN round int NOT NULL DEFAULT 1,
        ADD COLUMN score_history jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN lock jsonb,
        ADD COLUMN budget jsonb`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE sessions DROP COLUMN round, DROP COLUMN score_history, DROP COLUMN lock, DROP COLUMN budget',
    );
    await queryRunner.query('DROP TABLE session_reviews');
  }
}

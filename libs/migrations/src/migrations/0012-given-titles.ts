import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions that somebody has given another name, which no event says; and an order for what people have decided. */
export class GivenTitles1764000000012 implements MigrationInterface {
  readonly name = 'GivenTitles1764000000012';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE sessions ADD COLUMN is_renamed boolean NOT NULL DEFAULT false');
    await queryRunner.query(
      `CREATE INDEX session_reviews_decided ON session_reviews (decided_at, review_uuid) WHERE status = 'decided'`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX session_reviews_decided');
    await queryRunner.query('ALTER TABLE sessions DROP COLUMN is_renamed');
  }
}

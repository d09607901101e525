import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often a template was used, and under which words it is found. */
export class TemplateUses1764000000009 implements MigrationInterface {
  readonly name = 'TemplateUses1764000000009';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      "ALTER TABLE workflow_templates ADD COLUMN usage_count int NOT NULL DEFAULT 0, ADD COLUMN tags jsonb NOT NULL DEFAULT '[]'",
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE workflow_templates DROP COLUMN usage_count, DROP COLUMN tags');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which files of the prompts folder were made agents. */
export class PersonaFiles1764000000004 implements MigrationInterface {
  readonly name = 'PersonaFiles1764000000004';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLE);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE persona_files');
  }
}

/** No foreign key: a row outlives its agent, so that one that was deleted in the app does not come back. */
const TABLE = `CREATE TABLE persona_files (
  file varchar(255) PRIMARY KEY,
  agent_uuid uuid NOT NULL,
  content_hash char(64) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
)`;

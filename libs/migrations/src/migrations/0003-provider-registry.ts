import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How providers are called, beside how they are listed; and the models that each of them offered when last asked. */
export class ProviderRegistry1764000000003 implements MigrationInterface {
  readonly name = 'ProviderRegistry1764000000003';

  async up(queryRunner: QueryRunner): Promise<void> {
    const columns = COLUMNS.map(([name, type]) => `ADD COLUMN ${name} ${type}`);
    await queryRunner.query(`ALTER TABLE llm_providers ${columns.join(', ')}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const columns = COLUMNS.map(([name]) => `DROP COLUMN ${name}`);
    // The older schema has no place for providers that a user has added.
    await queryRunner.query('DELETE FROM llm_providers WHERE is_custom');
    await queryRunner.query(`ALTER TABLE llm_providers ${columns.join(', ')}`);
  }
}

const COLUMNS: readonly (readonly [name: string, type: string])[] = [
  ['dialect', "varchar(16) NOT NULL DEFAULT 'openai'"],
  // Null: the preset's own, which comes with the product.
  ['base_url', 'text'],
  ['key_variable', 'text'],
  // Where the key may be sent; null: to the preset's own address alone.
  ['key_origin', 'text'],
  // Null: nobody has said.
  ['is_enabled', 'boolean'],
  ['is_custom', 'boolean NOT NULL DEFAULT false'],
  ['is_edited', 'boolean NOT NULL DEFAULT false'],
  ['quirks', "jsonb NOT NULL DEFAULT '{}'"],
  ['limits', "jsonb NOT NULL DEFAULT '{}'"],
  ['timeouts', "jsonb NOT NULL DEFAULT '{}'"],
  ['proxy_url', 'text'],
  ['egress', "varchar(8) NOT NULL DEFAULT 'public'"],
  ['live_models', 'jsonb'],
  ['live_models_at', 'timestamptz'],
];

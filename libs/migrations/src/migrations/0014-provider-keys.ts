import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys of providers that were entered in the app: sealed, each with the one origin that it may be sent to. */
export class ProviderKeys1764000000014 implements MigrationInterface {
  readonly name = 'ProviderKeys1764000000014';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE provider_keys (
        provider_id text PRIMARY KEY CONSTRAINT provider_keys_provider REFERENCES llm_providers ON DELETE CASCADE,
        origin text NOT NULL,
        master_key_id varchar(16) NOT NULL,
        nonce bytea NOT NULL,
        ciphertext bytea NOT NULL,
        stored_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE provider_keys');
  }
}

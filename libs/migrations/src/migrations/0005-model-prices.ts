import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Prices that users enter. No foreign key to the registry: a price may be known before the provider is. */
export class ModelPrices1764000000005 implements MigrationInterface {
  readonly name = 'ModelPrices1764000000005';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE model_prices (
  provider text NOT NULL,
  model text NOT NULL,
  input_per_1k double precision NOT NULL,
  output_per_1k double precision NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (provider, model)
)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE model_prices');
  }
}

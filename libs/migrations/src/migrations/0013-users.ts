import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may do what: users, their sign-ins, tokens of programs, the people of groups, and whose a session is. */
export class Users1764000000013 implements MigrationInterface {
  readonly name = 'Users1764000000013';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE users (
        user_uuid uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        name varchar(64) NOT NULL,
        name_key varchar(128) NOT NULL CONSTRAINT users_name_key UNIQUE,
        role varchar(16) NOT NULL,
        password_hash varchar(255) NOT NULL,
        is_disabled boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await queryRunner.query(`
      CREATE TABLE sign_ins (
        id_hash char(64) PRIMARY KEY,
        user_uuid uuid NOT NULL CONSTRAINT sign_ins_user_uuid REFERENCES users ON DELETE CASCADE,
        created_at timestamptz NOT NULL DEFAULT now(),
        seen_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL
      )`);
    await queryRunner.query('CREATE INDEX sign_ins_user ON sign_ins (user_uuid)');
    await queryRunner.query(`
      CREATE TABLE sign_in_tries (
        name_key varchar(128) NOT NULL,
        house varchar(64) NOT NULL,
        tries int NOT NULL,
        tried_at timestamptz NOT NULL,
        blocked_until timestamptz NOT NULL,
        PRIMARY KEY (name_key, house)
      )`);
    await queryRunner.query('CREATE INDEX sign_in_tries_at ON sign_in_tries (tried_at)');
    await queryRunner.query(`
      CREATE TABLE first_admin (
        id int PRIMARY KEY,
        token_hash char(64) NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      )`);
    await queryRunner.query(`
      CREATE TABLE api_tokens (
        token_uuid uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        owner_uuid uuid NOT NULL CONSTRAINT api_tokens_owner_uuid REFERENCES users ON DELETE CASCADE,
        name varchar(64) NOT NULL,
        prefix varchar(16) NOT NULL,
        token_hash char(64) NOT NULL CONSTRAINT api_tokens_hash UNIQUE,
        scope varchar(8) NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        last_used_at timestamptz
      )`);
    await queryRunner.query('CREATE INDEX api_tokens_owner ON api_tokens (owner_uuid, created_at)');
    await queryRunner.query(`
      CREATE TABLE group_people (
        group_uuid uuid NOT NULL CONSTRAINT group_people_group_uuid REFERENCES groups ON DELETE CASCADE,
        user_uuid uuid NOT NULL CONSTRAINT group_people_user_uuid REFERENCES users ON DELETE CASCADE,
        level varchar(16) NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (group_uuid, user_uuid)
      )`);
    await queryRunner.query('CREATE INDEX group_people_user ON group_people (user_uuid)');
    await queryRunner.query(
      'ALTER TABLE sessions ADD COLUMN created_by uuid CONSTRAINT sessions_created_by REFERENCES users ON DELETE SET NULL',
    );
    await queryRunner.query('CREATE INDEX sessions_creator ON sessions (created_by, created_at)');
    await queryRunner.query('CREATE INDEX audit_log_at ON audit_log (at, audit_uuid)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX audit_log_at');
    await queryRunner.query('DROP INDEX sessions_creator');
    await queryRunner.query('ALTER TABLE sessions DROP COLUMN created_by');
    await queryRunner.query('DROP TABLE group_people');
    await queryRunner.query('DROP TABLE api_tokens');
    await queryRunner.query('DROP TABLE first_admin');
    await queryRunner.query('DROP TABLE sign_in_tries');
    await queryRunner.query('DROP TABLE sign_ins');
    await queryRunner.query('DROP TABLE users');
  }
}

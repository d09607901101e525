import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Groups, agents, workflows, templates, the registry of models; sessions, their log, its projections and the leases. */
export class Foundation1764000000001 implements MigrationInterface {
  readonly name = 'Foundation1764000000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE EXTENSION IF NOT EXISTS vector');
    for (const statement of [...COUNCIL, ...MODELS, ...SESSIONS]) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    // The extension stays: other schemas of the same database may use it.
    for (const table of TABLES.toReversed()) await queryRunner.query(`DROP TABLE ${table}`);
  }
}

const TABLES = [
  'groups',
  'agents',
  'workflows',
  'workflow_templates',
  'llm_providers',
  'llm_models',
  'sessions',
  'session_events',
  'session_leases',
  'session_messages',
  'session_files',
  'idempotency_keys',
  'applied_seeds',
];

const TOUCHED = `created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()`;
/** Rows that came with the product: a row that a user has edited is never written by a later seed. */
const seeded = (table: string): string => `translations jsonb,
  seed_key varchar(64),
  seed_version int,
  is_edited boolean NOT NULL DEFAULT false,
  CONSTRAINT ${table}_seed_key UNIQUE (seed_key)`;

const COUNCIL = [
  `CREATE TABLE groups (
  group_uuid uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name varchar(128) NOT NULL,
  icon varchar(256),
  system_prompt text,
  default_agent_uuids jsonb NOT NULL DEFAULT '[]',
  ${seeded('groups')},
  ${TOUCHED}
)`,
  `CREATE TABLE agents (
  agent_uuid uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name varchar(64) NOT NULL,
  avatar varchar(256),
  description varchar(512),
  persona_prompt text NOT NULL,
  model_config jsonb NOT NULL,
  capabilities jsonb NOT NULL,
  ${seeded('agents')},
  ${TOUCHED}
)`,
  `CREATE TABLE workflows (
  workflow_uuid uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  group_uuid uuid CONSTRAINT workflows_group REFERENCES groups ON DELETE CASCADE,
  name varchar(128) NOT NULL,
  graph_definition jsonb NOT NULL,
  ${TOUCHED}
)`,
  `CREATE TABLE workflow_templates (
  template_uuid uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name varchar(128) NOT NULL,
  description varchar(512),
  category varchar(32) NOT NULL DEFAULT 'custom',
  graph_definition jsonb NOT NULL,
  is_system boolean NOT NULL DEFAULT false,
  ${seeded('workflow_templates')},
  ${TOUCHED}
)`,
];

const MODELS = [
  `CREATE TABLE llm_providers (
  provider_id text PRIMARY KEY,
  name text NOT NULL,
  icon text NOT NULL,
  sort_order int NOT NULL,
  ${TOUCHED}
)`,
  `CREATE TABLE llm_models (
  provider_id text NOT NULL CONSTRAINT llm_models_provider REFERENCES llm_providers ON DELETE CASCADE,
  model_id text NOT NULL,
  name text NOT NULL,
  is_mainstream boolean NOT NULL,
  sort_order int NOT NULL,
  ${TOUCHED},
  PRIMARY KEY (provider_id, model_id)
)`,
];

const SESSIONS = [
  // No foreign key to the workflow: a session outlives the workflow that it began with. Its group takes it along (G-3).
  `CREATE TABLE sessions (
  session_uuid uuid PRIMARY KEY,
  group_uuid uuid CONSTRAINT sessions_group_uuid REFERENCES groups ON DELETE CASCADE,
  workflow_uuid uuid,
  status varchar(32) NOT NULL DEFAULT 'pending',
  title varchar(200) NOT NULL,
  language varchar(8) NOT NULL,
  objective text NOT NULL DEFAULT '',
  proposal jsonb,
  node_statuses jsonb NOT NULL DEFAULT '{}',
  engine jsonb NOT NULL,
  seats jsonb NOT NULL DEFAULT '[]',
  verdict jsonb,
  outcome varchar(16),
  error jsonb,
  usage jsonb NOT NULL,
  last_seq int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  ended_at timestamptz,
  updated_at timestamptz NOT NULL DEFAULT now()
)`,
  'CREATE INDEX sessions_created ON sessions (created_at, session_uuid)',
  'CREATE INDEX sessions_group ON sessions (group_uuid, created_at)',
  'CREATE INDEX sessions_workflow ON sessions (workflow_uuid, created_at)',
  // The sweeper looks for these every few seconds, and they are few.
  "CREATE INDEX sessions_open ON sessions (created_at, session_uuid) WHERE status IN ('pending', 'running')",
  `CREATE TABLE session_events (
  session_uuid uuid NOT NULL CONSTRAINT session_events_session_uuid REFERENCES sessions ON DELETE CASCADE,
  seq int NOT NULL,
  event varchar(64) NOT NULL,
  node_id varchar(64),
  data jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (session_uuid, seq)
)`,
  `CREATE TABLE session_leases (
  session_uuid uuid PRIMARY KEY CONSTRAINT session_leases_session_uuid REFERENCES sessions ON DELETE CASCADE,
  owner varchar(128) NOT NULL,
  epoch bigint NOT NULL,
  expires_at timestamptz NOT NULL
)`,
  `CREATE TABLE session_messages (
  message_uuid uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  session_uuid uuid NOT NULL CONSTRAINT session_messages_session_uuid REFERENCES sessions ON DELETE CASCADE,
  seq int NOT NULL,
  node_id varchar(64) NOT NULL,
  agent_uuid uuid,
  agent_name varchar(128) NOT NULL,
  content text NOT NULL,
  message_references jsonb NOT NULL DEFAULT '[]',
  token_count int NOT NULL DEFAULT 0,
  is_thinking boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now()
)`,
  'CREATE INDEX session_messages_session ON session_messages (session_uuid, seq)',
  `CREATE TABLE session_files (
  file_uuid uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  session_uuid uuid NOT NULL CONSTRAINT session_files_session_uuid REFERENCES sessions ON DELETE CASCADE,
  path varchar(255) NOT NULL,
  version int NOT NULL,
  content text NOT NULL,
  author varchar(64),
  reason varchar(255),
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT session_files_version UNIQUE (session_uuid, path, version)
)`,
  `CREATE TABLE idempotency_keys (
  principal varchar(64) NOT NULL,
  key varchar(255) NOT NULL,
  body_hash char(64) NOT NULL,
  status int NOT NULL,
  response jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (principal, key)
)`,
  // What a user has deleted stays deleted: a seed is written once a version, whether its row is still there or not.
  `CREATE TABLE applied_seeds (
  seed_key varchar(64) PRIMARY KEY,
  seed_version int NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
)`,
];

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a group remembers, the numbered passages of a session's document, and the vectors of both. */
export class PassagesAndMemories1764000000002 implements MigrationInterface {
  readonly name = 'PassagesAndMemories1764000000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...TRIGGERS]) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['passage_indexings', 'passages', 'memories', 'embeddings', 'embedding_models']) {
      await queryRunner.query(`DROP TABLE ${table}`);
    }
    await queryRunner.query('DROP FUNCTION forget_embeddings_of_memories, forget_embeddings_of_passages');
  }
}

const TABLES = [
  `CREATE TABLE memories (
  memory_uuid uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  group_uuid uuid NOT NULL CONSTRAINT memories_group_uuid REFERENCES groups ON DELETE CASCADE,
  agent_uuid uuid CONSTRAINT memories_agent_uuid REFERENCES agents ON DELETE SET NULL,
  session_uuid uuid CONSTRAINT memories_session_uuid REFERENCES sessions ON DELETE SET NULL,
  content text NOT NULL,
  content_hash char(64) NOT NULL,
  metadata jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT memories_content UNIQUE (group_uuid, content_hash)
)`,
  'CREATE INDEX memories_session ON memories (session_uuid)',
  `CREATE TABLE passages (
  passage_uuid uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  session_uuid uuid NOT NULL CONSTRAINT passages_session_uuid REFERENCES sessions ON DELETE CASCADE,
  position int NOT NULL,
  first_line int NOT NULL,
  last_line int NOT NULL,
  content text NOT NULL,
  content_hash char(64) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT passages_position UNIQUE (session_uuid, position)
)`,
  `CREATE TABLE passage_indexings (
  session_uuid uuid PRIMARY KEY CONSTRAINT passage_indexings_session_uuid REFERENCES sessions ON DELETE CASCADE,
  state varchar(16) NOT NULL DEFAULT 'pending',
  attempts int NOT NULL DEFAULT 0,
  error text,
  updated_at timestamptz NOT NULL DEFAULT now()
)`,
  // Those that are done are many, and never looked for.
  "CREATE INDEX passage_indexings_open ON passage_indexings (updated_at) WHERE state IN ('pending', 'running')",
  `CREATE TABLE embedding_models (
  model_id text PRIMARY KEY,
  dim int NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
)`,
  // Vectors of all models in one column without a dimension. Each model that is registered gets a partial HNSW index of
  // its own; the B-tree lets small scopes be searched exactly.
  `CREATE TABLE embeddings (
  owner_kind varchar(16) NOT NULL,
  owner_uuid uuid NOT NULL,
  scope_uuid uuid NOT NULL,
  model_id text NOT NULL CONSTRAINT embeddings_model_id REFERENCES embedding_models,
  dim int NOT NULL,
  content_hash char(64) NOT NULL,
  vector vector NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (owner_uuid, model_id),
  CONSTRAINT embeddings_dim CHECK (vector_dims(vector) = dim)
)`,
  'CREATE INDEX embeddings_scope ON embeddings (scope_uuid, model_id)',
];

/** No foreign key can point at one of two tables: a vector goes with its owner all the same, however that was deleted. */
const forgetting = (table: string, key: string): string[] => [
  `CREATE FUNCTION forget_embeddings_of_${table}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM embeddings USING gone WHERE embeddings.owner_uuid = gone.${key};
  RETURN NULL;
END $$`,
  `CREATE TRIGGER ${table}_forget_embeddings AFTER DELETE ON ${table}
REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION forget_embeddings_of_${table}()`,
];

const TRIGGERS = [...forgetting('memories', 'memory_uuid'), ...forgetting('passages', 'passage_uuid')];

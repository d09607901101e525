import type { DataSource, EntityManager } from 'typeorm';
import { SEED_AGENTS, SEED_GROUP, SEED_PROVIDERS, SEED_TEMPLATES } from './seeds/index.js';
import type { SeedProvider, SeedTemplate } from './seeds/seed-shapes.js';

/** Servers that start together seed one after the other. */
const ADVISORY_LOCK = 7_305_422;

/**
 * Writes what every installation begins with. A seed is written once a version: a row that a user has edited is left
 * alone, and one that a user has deleted does not come back.
 * Answers with the keys of what was written. */
export async function seed(dataSource: DataSource): Promise<readonly string[]> {
  const written: string[] = [];
  await dataSource.transaction(async (manager) => {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCK]);
    const applied = await appliedVersions(manager);
    const isDue = ({ seed_key, seed_version }: Seed): boolean => (applied.get(seed_key) ?? 0) < seed_version;
    const write = async <Row extends Seed>(row: Row, put: (row: Row, isFirst: boolean) => Promise<void>) => {
      if (!isDue(row)) return;
      await put(row, !applied.has(row.seed_key));
      await record(manager, row);
      written.push(row.seed_key);
    };
    for (const agent of SEED_AGENTS) await write(agent, (row, isFirst) => putRow(manager, AGENTS, { ...row }, isFirst));
    await write(SEED_GROUP, (row, isFirst) => putRow(manager, GROUPS, { ...row }, isFirst));
    for (const template of SEED_TEMPLATES) {
      await write(template, (row, isFirst) => putRow(manager, TEMPLATES, templateRow(row), isFirst));
    }
    await putProviders(manager);
  });
  return written;
}

interface Seed {
  readonly seed_key: string;
  readonly seed_version: number;
}

interface SeededTable {
  readonly name: string;
  readonly key: string;
}

const AGENTS: SeededTable = { name: 'agents', key: 'agent_uuid' };
const GROUPS: SeededTable = { name: 'groups', key: 'group_uuid' };
const TEMPLATES: SeededTable = { name: 'workflow_templates', key: 'template_uuid' };

async function appliedVersions(manager: EntityManager): Promise<ReadonlyMap<string, number>> {
  const rows: Seed[] = await manager.query('SELECT seed_key, seed_version FROM applied_seeds');
  return new Map(rows.map((row) => [row.seed_key, row.seed_version]));
}

async function record(manager: EntityManager, { seed_key, seed_version }: Seed): Promise<void> {
  await manager.query(
    `INSERT INTO applied_seeds (seed_key, seed_version) VALUES ($1, $2)
     ON CONFLICT (seed_key) DO UPDATE SET seed_version = excluded.seed_version, applied_at = now()`,
    [seed_key, seed_version],
  );
}

/** Inserts the row the first time; later only changes it where it is still as it was seeded. */
async function putRow(
  manager: EntityManager,
  table: SeededTable,
  row: Readonly<Record<string, unknown>>,
  isFirst: boolean,
): Promise<void> {
  const columns = Object.keys(row);
  const values = Object.values(row).map((value) =>
    typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
  );
  const marks = columns.map((_, index) => `$${index + 1}`);
  await manager.query(
    isFirst
      ? `INSERT INTO ${table.name} (${columns.join(', ')}) VALUES (${marks.join(', ')}) ON CONFLICT DO NOTHING`
      : `UPDATE ${table.name} SET (${columns.join(', ')}, updated_at) = (${marks.join(', ')}, now())
         WHERE ${table.key} = $${columns.indexOf(table.key) + 1} AND NOT is_edited`,
    values,
  );
}

function templateRow({ graph, ...template }: SeedTemplate): Record<string, unknown> {
  return { ...template, graph_definition: graph, is_system: true };
}

/** Of a row that a user has edited nothing is ours any more; whether it is switched on is never written. */
async function putProviders(manager: EntityManager): Promise<void> {
  for (const [index, provider] of SEED_PROVIDERS.entries()) {
    const { provider_id, name, icon, dialect, key_variable, egress } = provider;
    await manager.query(
      `INSERT INTO llm_providers AS p (provider_id, sort_order, name, icon, dialect, key_variable, egress)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (provider_id) DO UPDATE
         SET sort_order = excluded.sort_order, name = excluded.name, icon = excluded.icon, dialect = excluded.dialect,
             key_variable = excluded.key_variable, egress = excluded.egress, updated_at = now()
         WHERE NOT p.is_edited AND NOT p.is_custom
           AND (p.sort_order, p.name, p.icon, p.dialect, p.key_variable, p.egress) IS DISTINCT FROM
               (excluded.sort_order, excluded.name, excluded.icon, excluded.dialect, excluded.key_variable, excluded.egress)`,
      [provider_id, index + 1, name, icon, dialect, key_variable, egress],
    );
    await putModels(manager, provider);
  }
}

/** The list to choose from is the product's own, until a user has edited the provider: what is no longer in it goes. */
async function putModels(manager: EntityManager, { provider_id, models }: SeedProvider): Promise<void> {
  const ours = '(SELECT provider_id FROM llm_providers WHERE provider_id = $1 AND NOT is_edited AND NOT is_custom)';
  await manager.query(
    `INSERT INTO llm_models AS m (provider_id, model_id, name, is_mainstream, sort_order)
     SELECT provider_id, id, id, true, place FROM ${ours} AS p, unnest($2::text[]) WITH ORDINALITY AS list(id, place)
     ON CONFLICT (provider_id, model_id) DO UPDATE SET sort_order = excluded.sort_order, updated_at = now()
       WHERE m.sort_order <> excluded.sort_order`,
    [provider_id, models],
  );
  await manager.query(`DELETE FROM llm_models WHERE provider_id IN ${ours} AND model_id <> ALL ($2::text[])`, [
    provider_id,
    models,
  ]);
}

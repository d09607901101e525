import { SEEDED_AGENTS } from '@council/council-core';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { seed } from './seeder.js';
import { SEED_AGENTS, SEED_GROUP, SEED_PROVIDERS, SEED_TEMPLATES } from './seeds/index.js';

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await openTestDatabase();
  dataSource = await database.connect();
  await seed(dataSource);
});

afterAll(async () => {
  await database.close();
});

const nameOf = async (agent: string): Promise<string | undefined> => {
  const rows = await dataSource.query<{ name: string }[]>('SELECT name FROM agents WHERE agent_uuid = $1', [agent]);
  return rows[0]?.name;
};

describe('the seeder', () => {
  it('writes agents, the group, templates and providers, and the second time nothing', async () => {
    const counts = (): Promise<unknown[]> =>
      dataSource.query(`SELECT (SELECT count(*)::int FROM agents) AS agents, (SELECT count(*)::int FROM groups) AS groups,
        (SELECT count(*)::int FROM workflow_templates WHERE is_system) AS templates,
        (SELECT count(*)::int FROM llm_providers) AS providers, (SELECT max(updated_at) FROM llm_models) AS touched`);
    const [first] = await counts();
    expect(first).toMatchObject({
      agents: SEED_AGENTS.length,
      groups: 1,
      templates: SEED_TEMPLATES.length,
      providers: SEED_PROVIDERS.length,
    });
    await seed(dataSource);
    expect((await counts())[0]).toEqual(first);
    const [group] = await dataSource.query<{ members: string[] }[]>(
      'SELECT default_agent_uuids AS members FROM groups WHERE group_uuid = $1',
      [SEED_GROUP.group_uuid],
    );
    expect(group?.members).toEqual(Object.values(SEEDED_AGENTS));
  });

  it('brings a newer version to rows that nobody has edited, and only to those', async () => {
    const { affirmative, negative, surgeon } = SEEDED_AGENTS;
    await dataSource.query('UPDATE applied_seeds SET seed_version = 0');
    await dataSource.query("UPDATE agents SET name = 'an old seed' WHERE agent_uuid = $1", [affirmative]);
    await dataSource.query("UPDATE agents SET name = 'mine', is_edited = true WHERE agent_uuid = $1", [negative]);
    await dataSource.query('DELETE FROM agents WHERE agent_uuid = $1', [surgeon]);
    await seed(dataSource);
    expect(await nameOf(affirmative)).toBe(SEED_AGENTS[0]?.name);
    expect(await nameOf(negative)).toBe('mine');
    expect(await nameOf(surgeon)).toBeUndefined();
  });

  it('takes models that are no longer offered off the list', async () => {
    const [provider] = SEED_PROVIDERS;
    await dataSource.query("INSERT INTO llm_models VALUES ($1, 'gone', 'gone', true, 99)", [provider?.provider_id]);
    await seed(dataSource);
    const rows = await dataSource.query<{ id: string }[]>(
      'SELECT model_id AS id FROM llm_models WHERE provider_id = $1 ORDER BY sort_order',
      [provider?.provider_id],
    );
    expect(rows.map(({ id }) => id)).toEqual(provider?.models);
  });
});

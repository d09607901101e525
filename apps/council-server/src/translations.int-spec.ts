import { Agent, Group, Template } from '@council/contracts';
import { SEEDED_AGENTS } from '@council/council-core';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { callApp, type Method } from '../test/call-app.js';
import { AppModule } from './app.module.js';
import { createApp } from './create-app.js';

const GROUP = '/groups/ea6321da-0adf-5aa0-9202-c4e58664df62';
const DEBATE = '/templates/b2589b10-54d9-5ab0-bf6f-740f63051889';

let database: TestDatabase;
let app: NestFastifyApplication;

beforeAll(async () => {
  database = await openTestDatabase();
  app = await createApp(await AppModule.forRoot(database.config), false);
  await app.init();
});
afterAll(async () => {
  await app.close();
  await database.close();
});

async function ask(method: Method, path: string, payload?: object): Promise<unknown> {
  const answer = await callApp(app, method, path, payload);
  expect([path, answer.status]).toEqual([path, method === 'POST' ? 201 : 200]);
  return answer.body;
}

describe('what came with the product', () => {
  it('says in Chinese what it is called and what it is, and keeps the persona to itself', async () => {
    const agent = (await ask('GET', `/agents/${SEEDED_AGENTS.negative}`)) as Agent;
    expect(agent.translations).toEqual({ zh: { name: '风险审计者', description: expect.stringMatching(/弱点/) } });
    const group = (await ask('GET', GROUP)) as Group;
    expect(group.translations).toEqual({ zh: { name: '议事会', system_prompt: expect.stringMatching(/宪章/) } });
    const template = (await ask('GET', DEBATE)) as Template;
    expect(template.translations?.zh).toMatchObject({ name: '议事会辩论', nodes: { parallel_analysis: '并行分析' } });
  });

  it('lends a copy all but its name', async () => {
    const copy = (await ask('POST', `/agents/${SEEDED_AGENTS.negative}/duplicate`, {})) as Agent;
    expect(copy.translations).toEqual({ zh: { description: expect.stringMatching(/弱点/) } });
  });

  it('says nothing in Chinese once somebody has changed it, nor does what a user made', async () => {
    for (const path of [`/agents/${SEEDED_AGENTS.surgeon}`, GROUP]) {
      const row = (await ask('GET', path)) as object;
      expect(await ask('PUT', path, { ...row, name: 'Ours' })).toMatchObject({ name: 'Ours', translations: null });
    }
    const { name: _name, ...template } = (await ask('GET', DEBATE)) as Template;
    const own = (await ask('POST', '/templates', { ...template, name: 'Our debate' })) as Template;
    expect(own.translations).toBeNull();
  });
});

import { SessionStarted, SessionView } from '@council/contracts';
import { SEEDED_AGENTS } from '@council/council-core';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { COUNCIL_DEBATE } from '../test/council-client.mjs';
import { callApp, type Method } from '../test/call-app.js';
import { AppModule } from './app.module.js';
import { createApp } from './create-app.js';

let database: TestDatabase;
let app: NestFastifyApplication;

beforeAll(async () => {
  database = await openTestDatabase({});
  app = await createApp(await AppModule.forRoot(database.config), false);
  await app.init();
});

afterAll(async () => {
  await app.close();
  await database.close();
});

async function ask(method: Method, path: string, body?: object): Promise<unknown> {
  const answer = await callApp(app, method, path, body);
  expect(answer.status).toBeLessThan(300);
  return answer.body;
}

describe('members of one session', () => {
  const { affirmative, surgeon } = SEEDED_AGENTS;
  const request = {
    template_uuid: COUNCIL_DEBATE,
    input: { document_content: 'We open on Saturdays because customers ask for it.' },
    members: { [affirmative]: surgeon },
  };

  it('sit in the seats of others, and the template and its workflow stay as they are', async () => {
    const { session_uuid } = SessionStarted.parse(await ask('POST', '/workflows/execute', request));
    const { seats, workflow_uuid } = SessionView.parse(await ask('GET', `/sessions/${session_uuid}`));
    const sitting = seats.map(({ agent_uuid }) => agent_uuid);
    expect(sitting).toContain(surgeon);
    expect(sitting).not.toContain(affirmative);
    expect(JSON.stringify(await ask('GET', `/templates/${COUNCIL_DEBATE}`))).toContain(affirmative);
    const workflow = JSON.stringify(await ask('GET', `/workflows/${workflow_uuid}`));
    expect(workflow).toContain(affirmative);
    expect(workflow).not.toContain(surgeon);
  });

  it('are who an estimate counts with', async () => {
    const estimate = JSON.stringify(await ask('POST', '/sessions/estimate', request));
    expect(estimate).toContain('System Surgeon');
    expect(estimate).not.toContain('Value Defender');
  });

  it('are given another model under their own name, not under that of who sat there', async () => {
    const body = { ...request, overrides: { [affirmative]: { provider: 'openai', model: 'm' } } };
    const headers = { host: 'localhost', 'content-type': 'application/json' };
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/workflows/execute',
      headers,
      payload: JSON.stringify(body),
    });
    expect(answer.json()).toMatchObject({ code: 'SESSION.OVERRIDE_UNSEATED' });
  });
});

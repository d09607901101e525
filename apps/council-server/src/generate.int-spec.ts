import type { GeneratedWorkflow, Problem, Template } from '@council/contracts';
import { DEBATE, openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type RawReply, RawUpstream } from '../test/fault-grid/raw-upstream.js';
import { AppModule } from './app.module.js';
import { createApp } from './create-app.js';

const opened: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function start(environment: Record<string, string> = {}): Promise<NestFastifyApplication> {
  const database: TestDatabase = await openTestDatabase(environment);
  opened.push(() => database.close());
  const app = await createApp(await AppModule.forRoot(database.config), false);
  opened.push(() => app.close());
  await app.init();
  return app;
}

const PROMPT = { prompt: 'Two sides and a judge.' };

/** What each model answers, one after the other, the last one for ever; and what it was asked. */
const scripts = new Map<string, { readonly answers: readonly string[]; readonly asked: string[] }>();
const write: RawReply = (socket, { model, nth, body: { messages } }) => {
  const { answers, asked } = scripts.get(model) ?? { answers: [], asked: [] };
  asked.push(JSON.stringify(messages));
  const content = answers[Math.min(nth, answers.length) - 1] ?? '';
  const chunks = [
    { choices: [{ index: 0, delta: { content }, finish_reason: null }] },
    { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] },
    { choices: [], usage: { prompt_tokens: 1_000, completion_tokens: 100, total_tokens: 1_100 } },
  ];
  socket.end(
    `HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n${chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join('')}data: [DONE]\n\n`,
  );
};

let app: NestFastifyApplication;
beforeAll(async () => {
  const upstream = await RawUpstream.start(write);
  opened.push(() => upstream.stop());
  app = await start({ LLM_PROVIDER: 'custom', LLM_BASE_URL: upstream.baseUrl, LLM_MODEL: 'm' });
});

/** A model of this test's own. */
function writer(...answers: readonly string[]) {
  const model = scripts.size === 0 ? 'm' : `m${scripts.size}`;
  const asked: string[] = [];
  scripts.set(model, { answers, asked });
  return { asked, request: model === 'm' ? PROMPT : { ...PROMPT, model: { provider: 'custom', model } } };
}

async function generate(payload: object, server = app) {
  const headers = { host: 'localhost' };
  const answer = await server.inject({ method: 'POST', url: '/api/v1/workflows/generate', headers, payload });
  return { status: answer.statusCode, body: answer.json<GeneratedWorkflow & Problem>() };
}

const answerOf = (graph: object): string => JSON.stringify({ explanation: 'Both sides, then a ruling.', graph });
const GOOD = answerOf({ ...DEBATE, workflow_uuid: 'c0deb47e-0000-0000-0000-00000000beef' });
const [endless] = Object.values(DEBATE.nodes).filter(({ type }) => type === 'agent');
if (endless === undefined) throw new Error('the debate has agents');
const BROKEN = answerOf({
  ...DEBATE,
  nodes: { ...DEBATE.nodes, [endless.node_id]: { ...endless, next_ids: ['nowhere'], properties: { agent: 'me' } } },
});

describe('a workflow of a sentence', () => {
  it('is what the model wrote, with agents that exist, and a session can be started with it', async () => {
    const { asked, request } = writer(`\`\`\`json\n${GOOD}\n\`\`\``);
    const { status, body } = await generate(request);
    expect([status, body]).toMatchObject([
      200,
      {
        graph: { nodes: DEBATE.nodes, workflow_uuid: '' },
        explanation: 'Both sides, then a ruling.',
        made_by: {
          kind: 'model',
          provider: 'custom',
          model: 'm',
          input_tokens: 1_000,
          output_tokens: 100,
          cost_usd: 0,
        },
      },
    ]);
    expect(body.confidence).toBeGreaterThan(0);
    expect(body.similar_templates).toHaveLength(3);
    expect(asked).toHaveLength(1);
    // Who can be seated, and what there is to build with, in its own words.
    expect(asked[0]).toContain(String(endless.properties['agent_uuid']));
    expect(asked[0]).toContain('human_review');
    const session = await app.inject({
      method: 'POST',
      url: '/api/v1/workflows/execute',
      headers: { host: 'localhost' },
      payload: { graph: body.graph, input: { document_content: 'A plan.' } },
    });
    expect(session.statusCode).toBe(202);
  });

  it('is paid for with the attempts that broke off', async () => {
    const { asked, request } = writer('', GOOD);
    const { status, body } = await generate(request);
    expect([status, body.made_by]).toMatchObject([200, { kind: 'model', input_tokens: 2_000, output_tokens: 200 }]);
    // The same once more: nothing was there to be mended.
    expect(asked[1]).toBe(asked[0]);
  });

  it('that cannot run is mended once, by a model that is told all that is wrong', async () => {
    const { asked, request } = writer(BROKEN, GOOD);
    const { status, body } = await generate(request);
    expect([status, body]).toMatchObject([
      200,
      { made_by: { input_tokens: 2_000, output_tokens: 200 }, graph: { nodes: DEBATE.nodes } },
    ]);
    expect(asked[1]).toContain('nowhere');
    expect(asked[1]).toContain(`nodes.${endless.node_id}.properties`);
  });

  it.each([
    ['cannot run', BROKEN, /nowhere/],
    ['is none', 'I would rather not.', /not one JSON object/],
    ['holds what a log cannot keep', GOOD.replace('Both sides', 'Both\\u0000sides'), /binary/],
    [
      'seats somebody who does not exist',
      GOOD.replaceAll(/"agent_uuid":"........-/g, '"agent_uuid":"00000000-'),
      /agent/,
    ],
  ])('that %s twice is refused, and says why', async (_what, answer, why) => {
    const { asked, request } = writer(answer);
    const { status, body } = await generate(request);
    expect([status, body.code]).toEqual([502, 'WORKFLOW.NOT_WRITTEN']);
    expect(body.detail).toMatch(why);
    expect(asked).toHaveLength(2);
  });

  it('is not asked of a model that cannot be called', async () => {
    const { asked } = writer(GOOD);
    const wish = { ...PROMPT, model: { provider: 'openai', model: 'gpt-4o' } };
    expect(await generate(wish)).toMatchObject({
      status: 422,
      body: { code: 'WORKFLOW.NO_WRITER', detail: expect.stringContaining('OPENAI_API_KEY') },
    });
    expect(asked).toEqual([]);
  });

  it('has the words of what failed upstream', async () => {
    const server = await start({ LLM_PROVIDER: 'custom', LLM_BASE_URL: 'http://127.0.0.1:9/v1', LLM_MODEL: 'm' });
    expect(await generate(PROMPT, server)).toMatchObject({ status: 502, body: { code: 'MODEL.UNREACHABLE' } });
  });

  it('is the nearest template where no model is set up, and says so in the language of the prompt', async () => {
    const server = await start();
    const { status, body } = await generate({ prompt: 'Review a change of code for security, then vote.' }, server);
    expect([status, body]).toMatchObject([
      200,
      { explanation: expect.stringContaining('No model'), made_by: { kind: 'template' }, graph: { workflow_uuid: '' } },
    ]);
    const [nearest] = body.similar_templates;
    expect(nearest).toMatchObject({ name: 'Code Review', similarity: body.confidence });
    const url = `/api/v1/templates/${nearest?.template_uuid ?? ''}`;
    const template = (await server.inject({ url, headers: { host: 'localhost' } })).json<Template>();
    expect(body.graph.nodes).toEqual(template.graph.nodes);
    expect((await generate({ prompt: '正反双方，一位法官。' }, server)).body.explanation).toContain('模板');
  });

  it('is not made of what is no sentence', async () => {
    for (const body of [{}, { prompt: '  ' }, { prompt: 'x'.repeat(4_001) }, { ...PROMPT, language: 'fr' }]) {
      expect(await generate(body)).toMatchObject({ status: 422, body: { code: 'REQUEST.INVALID' } });
    }
  });
});

import { Ledger, SessionStarted, SessionView } from '@council/contracts';
import { SessionLogs, SessionRebuilder } from '@council/council';
import { EventStore, Evidence, isTerminal, SEEDED_AGENTS } from '@council/council-core';
import { graphOf, openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { eventually } from '../test/eventually.js';
import { RawUpstream } from '../test/fault-grid/raw-upstream.js';
import { callApp, type Method } from '../test/call-app.js';
import { AppModule } from './app.module.js';
import { createApp } from './create-app.js';

/** PostgreSQL refuses both, in text and as JSON escapes them: an append that held them would fail for ever. */
const NUL = '\u0000';
const HALF = '\ud83d';
const BAD = `x${NUL}y${HALF}z`;

interface Said {
  readonly content?: string;
  readonly thinking?: string;
  readonly call?: { readonly id: string; readonly name: string; readonly input: string };
}
/** What a model says, by its name: one answer a request, the last one again and again. */
const SCRIPTS: Readonly<Record<string, readonly (Said | 'refused')[]>> = {
  words: [{ thinking: BAD, content: `I think ${BAD}.` }],
  ballot: [
    { content: JSON.stringify({ choice: 'yes', reason: BAD }) },
    { content: '{"choice":"yes","reason":"Fine."}' },
  ],
  'broken ballot': [{ content: `{"choice": 😀😀😀😀😀😀${HALF}${NUL} "yes"}` }],
  claims: [{ content: JSON.stringify({ claims: [{ claim: BAD }] }) }, { content: '{"claims":[{"claim":"Fine."}]}' }],
  verdict: [{ content: `So.\n\n\`\`\`json\n${JSON.stringify({ verdict: BAD })}\n\`\`\`` }],
  'a tool of no name': [{ call: { id: BAD, name: BAD, input: BAD } }, { content: 'Done.' }],
  'a file': [
    { call: { id: 'a', name: 'read_file', input: '{"path":"/document.md"}' } },
    {
      call: { id: 'b', name: 'write_file', input: JSON.stringify({ path: '/document.md', content: BAD, reason: BAD }) },
    },
    { call: { id: 'c', name: 'write_file', input: JSON.stringify({ path: `/${BAD}.md`, content: 'x', reason: '' }) } },
    { call: { id: 'd', name: 'read_file', input: `{"path": 😀😀😀😀😀😀${HALF}` } },
    { call: { id: 'e', name: 'list_files', input: JSON.stringify({ long: `${'😀'.repeat(400)}${NUL}` }) } },
    { content: 'Done.' },
  ],
  refusal: ['refused'],
};

let database: TestDatabase;
let app: NestFastifyApplication;
let upstream: RawUpstream;
const line = (value: object): string => `data: ${JSON.stringify(value)}\n\n`;

function answerOf({ content, thinking, call }: Said): string {
  const delta = {
    ...(content === undefined ? {} : { content }),
    ...(thinking === undefined ? {} : { reasoning_content: thinking }),
    ...(call && {
      tool_calls: [{ index: 0, id: call.id, type: 'function', function: { name: call.name, arguments: call.input } }],
    }),
  };
  return (
    'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n' +
    line({ choices: [{ index: 0, delta, finish_reason: null }] }) +
    line({ choices: [{ index: 0, delta: {}, finish_reason: call === undefined ? 'stop' : 'tool_calls' }] }) +
    line({ choices: [], usage: { prompt_tokens: 100, completion_tokens: 10 } }) +
    'data: [DONE]\n\n'
  );
}
const REFUSAL = `HTTP/1.1 400 No\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n${JSON.stringify({ error: { message: BAD } })}`;

beforeAll(async () => {
  upstream = await RawUpstream.start((socket, { model, nth }) => {
    const said = SCRIPTS[model]?.[nth - 1] ?? SCRIPTS[model]?.at(-1) ?? 'refused';
    socket.end(said === 'refused' ? REFUSAL : answerOf(said));
  });
  database = await openTestDatabase({ LLM_PROVIDER: 'custom', LLM_MODEL: 'words', LLM_BASE_URL: upstream.baseUrl });
  app = await createApp(await AppModule.forRoot(database.config), false);
  await app.init();
  const evidence = app.get(Evidence, { strict: false });
  evidence.sources = () => ['a book'];
  evidence.check = async (claims) =>
    claims.map((claim) => ({ ...claim, state: 'supported', sources: [{ title: BAD, address: BAD, quote: BAD }] }));
});
afterAll(async () => {
  await app.close();
  await upstream.stop();
  await database.close();
});

const ask = async (method: Method, path: string, body?: object) => (await callApp(app, method, path, body)).body;

async function held(model: string, type: 'agent' | 'fact_check', properties: object) {
  const graph = graphOf(
    { start: ['start', 'seat'], seat: [type, 'end'], end: ['end'] },
    { seat: { agent_uuid: SEEDED_AGENTS.surgeon, ...properties } },
  );
  const overrides = { [SEEDED_AGENTS.surgeon]: { provider: 'custom', model } };
  const input = { document_content: 'The archive moves.\n' };
  const started = await ask('POST', '/workflows/execute', { graph, input, overrides });
  const id = SessionStarted.parse(started).session_uuid;
  const view = await eventually(`the end of ${model}`, async () => {
    const session = SessionView.parse(await ask('GET', `/sessions/${id}`));
    return isTerminal(session.status) ? session : undefined;
  });
  return { id, view, log: await app.get(EventStore, { strict: false }).read(id) };
}

const TOOLS = { tools: ['read_file', 'write_file', 'list_files'] };

describe('what a model writes and the database cannot keep', () => {
  it.each<[string, 'agent' | 'fact_check', object, SessionView['status'], string]>([
    ['words', 'agent', {}, 'completed', 'I think xy\ufffdz.'],
    ['ballot', 'agent', { output_format: 'ballot' }, 'completed', 'holds binary data'],
    ['broken ballot', 'agent', { output_format: 'ballot' }, 'completed', 'answer:rejected'],
    ['claims', 'fact_check', {}, 'completed', 'xy\ufffdz'],
    ['verdict', 'agent', { output_format: 'structured_verdict' }, 'completed', 'unreadable'],
    ['a tool of no name', 'agent', TOOLS, 'completed', 'this seat has no tool'],
    ['a file', 'agent', TOOLS, 'completed', '"content":"xy\ufffdz"'],
    ['refusal', 'agent', {}, 'failed', 'model_call:failed'],
  ])('%s: is cleaned or refused, and the session goes on', async (model, type, properties, status, traces) => {
    const { id, view, log } = await held(model, type, properties);
    expect([view.status, view.error?.code]).toEqual([status, status === 'failed' ? 'MODEL.REJECTED' : undefined]);
    expect([traces, JSON.stringify(log).includes(traces)]).toEqual([traces, true]);
    // Every request is on the bill once: nothing was asked again because its answer could not be written.
    const { items } = Ledger.parse(await ask('GET', `/sessions/${id}/ledger`));
    expect(items).toHaveLength(upstream.requests.get(model) ?? 0);
    expect(await app.get(SessionLogs).verify(id)).toMatchObject({ is_intact: true });
    await app.get(SessionRebuilder).rebuild(id);
  });
});

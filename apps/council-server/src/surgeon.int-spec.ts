import { type Ledger, SessionFileHistory, SessionFileList, SessionView } from '@council/contracts';
import { isTerminal, SEEDED_AGENTS } from '@council/council-core';
import { graphOf, openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { eventually } from '../test/eventually.js';
import { RawUpstream, type RawReply } from '../test/fault-grid/raw-upstream.js';
import { callApp, type Method } from '../test/call-app.js';
import { AppModule } from './app.module.js';
import { createApp } from './create-app.js';

const DOCUMENT = '# Archive\nThe archive moves in the second quarter.\nNobody has measured the copy.\n';
const line = (delta: object, finish_reason: string | null = null): string =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason }] })}\n\n`;
const asks = (name: string, input: object): string =>
  line({ tool_calls: [{ index: 0, id: `call_${name}`, function: { name, arguments: JSON.stringify(input) } }] }) +
  line({}, 'tool_calls');

/** Reads, writes, says what it did. Both writers have read before either writes. */
const operates: RawReply = (socket, { model, body }) => {
  const results = body.messages.filter(({ role }) => role === 'tool').length;
  const content = DOCUMENT.replace('Nobody has', `The copy was (${model})`);
  const answer =
    results === 0
      ? asks('read_file', { path: '/document.md' })
      : results === 1
        ? asks('write_file', { path: '/document.md', content, reason: `Order 1, by ${model}` })
        : line({ content: `Mended line 3 (${model}).` }) + line({}, 'stop');
  const send = (): unknown =>
    socket.end(
      `HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n${answer}data: [DONE]\n\n`,
    );
  if (results === 1) setTimeout(send, 50);
  else send();
};

let database: TestDatabase;
let app: NestFastifyApplication;
let upstream: RawUpstream;

beforeAll(async () => {
  upstream = await RawUpstream.start(operates);
  const model = { LLM_PROVIDER: 'custom', LLM_MODEL: 'one', LLM_BASE_URL: upstream.baseUrl };
  database = await openTestDatabase(model);
  app = await createApp(await AppModule.forRoot(database.config), false);
  await app.init();
});
afterAll(async () => {
  await app.close();
  await upstream.stop();
  await database.close();
});

const ask = async (method: Method, path: string, body?: object) => (await callApp(app, method, path, body)).body;

async function operate(seats: Readonly<Record<string, string>>): Promise<{ id: string; session: SessionView }> {
  const names = Object.keys(seats);
  const tools = ['read_file', 'write_file'];
  const graph = graphOf(
    {
      start: ['start', 'fork'],
      fork: ['parallel', ...names],
      ...Object.fromEntries(names.map((name): [string, ['agent', 'end']] => [name, ['agent', 'end']])),
      end: ['end'],
    },
    Object.fromEntries(names.map((name) => [name, { agent_uuid: seats[name], role: 'other', tools }])),
  );
  const overrides = Object.fromEntries(
    Object.entries(seats).map(([name, agent]) => [agent, { provider: 'custom', model: name }] as const),
  );
  const input = { document_content: DOCUMENT };
  const started = (await ask('POST', '/workflows/execute', { graph, input, overrides, language: 'en' })) as {
    session_uuid: string;
  };
  const session = await eventually('the end of the operation', async () => {
    const view = SessionView.parse(await ask('GET', `/sessions/${started.session_uuid}`));
    return isTerminal(view.status) ? view : undefined;
  });
  return { id: started.session_uuid, session };
}

describe('the Surgeon', () => {
  it('reads and writes the document; its history says by whom, why and on what', async () => {
    const { id, session } = await operate({ one: SEEDED_AGENTS.surgeon });
    expect(session).toMatchObject({ status: 'completed', outcome: 'full' });
    const { history } = SessionFileHistory.parse(await ask('GET', `/sessions/${id}/files/history?path=/document.md`));
    expect(history).toMatchObject([
      { version: 2, author: 'System Surgeon', reason: 'Order 1, by one', base_version: 1, is_proposed: true },
      { version: 1, author: 'user', content: DOCUMENT },
    ]);
    expect(history[0]?.content).toContain('The copy was (one) measured the copy.');
    const { document } = SessionFileList.parse(await ask('GET', `/sessions/${id}/files`));
    expect(document?.version).toBe(1);
    const ledger = (await ask('GET', `/sessions/${id}/ledger`)) as Ledger;
    expect(ledger.items.map(({ attempt, outcome }) => [attempt, outcome])).toEqual([
      [1, 'completed'],
      [2, 'completed'],
      [3, 'completed'],
    ]);
  });

  it('may have a colleague at the same time: both end with their version, and nothing is overwritten silently', async () => {
    const { id, session } = await operate({ one: SEEDED_AGENTS.surgeon, two: SEEDED_AGENTS.negative });
    expect(session.status).toBe('completed');
    const { history } = SessionFileHistory.parse(await ask('GET', `/sessions/${id}/files/history?path=/document.md`));
    expect(history.map(({ version, base_version }) => [version, base_version])).toEqual([
      [3, 1],
      [2, 1],
      [1, null],
    ]);
    expect(
      history
        .slice(0, 2)
        .map(({ reason }) => reason)
        .toSorted(),
    ).toEqual(['Order 1, by one', 'Order 1, by two']);
    const { events } = (await ask('GET', `/sessions/${id}/events`)) as {
      events: { event: string; data: { output?: string } }[];
    };
    const outputs = events.filter(({ event }) => event === 'tool_execution').map(({ data }) => data.output ?? '');
    expect(outputs.filter((output) => output.includes('does not contain version 2 by'))).toHaveLength(1);
  });
});

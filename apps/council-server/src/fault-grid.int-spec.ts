import { getEventListeners } from 'node:events';
import { Ledger, type LogEvent, SessionView } from '@council/contracts';
import {
  type ChatChunk,
  ChatModel,
  EventStore,
  isTerminal,
  ModelCallError,
  SEEDED_AGENTS,
} from '@council/council-core';
import { graphOf, openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { eventually } from '../test/eventually.js';
import { type Kind, KINDS } from '../test/fault-grid/answers.js';
import { answersWell, FAULTS, type GridFault } from '../test/fault-grid/faults.js';
import { RawUpstream } from '../test/fault-grid/raw-upstream.js';
import { callApp, type Method } from '../test/call-app.js';
import { AppModule } from './app.module.js';
import { createApp } from './create-app.js';

/** `once`: the fault strikes the first request of a seat. `ever`: all of them. */
type Mode = 'once' | 'ever';
interface Cell {
  readonly fault: GridFault;
  readonly kind: Kind;
  readonly mode: Mode;
}

const TOTAL_MS = 8_000;
/** So many cells at once: more, and a small machine is late by itself. */
const WAVE = 20;
const TIMES = {
  LLM_FIRST_TOKEN_TIMEOUT_MS: '2500',
  LLM_IDLE_TIMEOUT_MS: '2500',
  LLM_TOTAL_TIMEOUT_MS: String(TOTAL_MS),
};
/** Every cell with FAULT_GRID=whole (npm run prove fault-grid); else each fault once, the kinds and modes taking turns. */
const CELLS: readonly Cell[] =
  process.env['FAULT_GRID'] === 'whole'
    ? FAULTS.flatMap((fault) =>
        KINDS.flatMap((kind) => (['once', 'ever'] as const).map((mode) => ({ fault, kind, mode }))),
      )
    : FAULTS.map((fault, at) => ({ fault, kind: KINDS[at % 4] ?? 'turn', mode: at % 3 === 0 ? 'ever' : 'once' }));

let database: TestDatabase;
let app: NestFastifyApplication;
let upstream: RawUpstream;
const nameOf = ({ fault, kind, mode }: Cell): string => `${fault.name}, ${kind}, ${mode}`;
const cells = new Map(CELLS.map((cell) => [nameOf(cell), cell]));
const sessions = new Map<string, string>();
const warnings: Error[] = [];
const onWarning = (warning: Error): unknown => warnings.push(warning);

beforeAll(async () => {
  process.on('warning', onWarning);
  upstream = await RawUpstream.start((socket, request) => {
    const cell = cells.get(request.model);
    if (cell === undefined || (cell.mode === 'once' && request.nth > 1))
      answersWell(socket, cell?.kind ?? 'turn', request);
    else cell.fault.strike(socket, cell.kind, request);
  });
  const model = { LLM_PROVIDER: 'custom', LLM_MODEL: 'm', LLM_BASE_URL: upstream.baseUrl };
  // A breaker stops what some of these faults send, which is right, and not what is asked here.
  const off = {
    BREAKER_ENTROPY: 'off',
    BREAKER_SIMILARITY: 'off',
    BREAKER_TOKEN_RATE: 'off',
    BREAKER_SPEND_FACTOR: 'off',
  };
  database = await openTestDatabase({
    ...model,
    ...TIMES,
    ...off,
    WORKER_CONCURRENCY: '200',
    LLM_MAX_ATTEMPTS: '2',
    LLM_MAX_CONCURRENCY: '200',
  });
  app = await createApp(await AppModule.forRoot(database.config), false);
  await app.init();
  // The first call loads the client library: no fault of a provider.
  for await (const _chunk of app.get(ChatModel, { strict: false }).stream(requestOf('m'))) continue;
  for (let at = 0; at < CELLS.length; at += WAVE) {
    const wave = CELLS.slice(at, at + WAVE);
    for (const cell of wave) sessions.set(nameOf(cell), await begin(cell));
    for (const cell of wave) await ended(cell);
  }
});
afterAll(async () => {
  await app.close();
  await upstream.stop();
  await database.close();
  process.off('warning', onWarning);
});

const requestOf = (model: string, signal = new AbortController().signal) => ({
  provider: 'custom',
  model,
  messages: [{ role: 'user', content: 'Judge.' }] as const,
  brief: { stance: 'other', seat: 'S', language: 'en', objective: '', document: null, prior: [], seed: '0' } as const,
  signal,
});

const ask = async (method: Method, path: string, body?: object) => (await callApp(app, method, path, body)).body;

const PROPERTIES: Readonly<Record<Kind, object>> = {
  turn: {},
  ballot: { output_format: 'ballot' },
  verdict: { output_format: 'structured_verdict' },
  tools: { tools: ['calculator'] },
};

async function begin(cell: Cell): Promise<string> {
  const seat = { agent_uuid: SEEDED_AGENTS.surgeon, ...PROPERTIES[cell.kind] };
  const graph = graphOf({ start: ['start', 'seat'], seat: ['agent', 'end'], end: ['end'] }, { seat });
  const started = (await ask('POST', '/workflows/execute', {
    graph,
    input: { document_content: 'The archive moves in the second quarter.\n' },
    overrides: { [SEEDED_AGENTS.surgeon]: { provider: 'custom', model: nameOf(cell) } },
  })) as { session_uuid?: string };
  if (started.session_uuid === undefined) throw new Error(JSON.stringify(started));
  return started.session_uuid;
}

async function ended(cell: Cell) {
  const id = sessions.get(nameOf(cell)) ?? '';
  const session = await eventually(`the end of ${nameOf(cell)}`, async () => {
    const view = SessionView.parse(await ask('GET', `/sessions/${id}`));
    return isTerminal(view.status) ? view : undefined;
  });
  const ledger = Ledger.parse(await ask('GET', `/sessions/${id}/ledger`));
  const log = await app.get(EventStore, { strict: false }).read(id);
  return { session, ledger, log };
}

const failures = (log: readonly LogEvent[]) =>
  log.flatMap((event) => (event.event === 'model_call:failed' ? [event.data.error.code] : []));

describe('the grid of faults', () => {
  it.each(CELLS.map((cell) => [nameOf(cell), cell] as const))('%s', async (_name, cell) => {
    const { session, ledger, log } = await ended(cell);
    const { code, isRetried } = cell.fault;
    const isLost = code !== null && (cell.mode === 'ever' || !isRetried);
    const attempts = !isRetried ? 1 : cell.mode === 'ever' ? 2 : 1;
    expect(failures(log)).toEqual(code === null ? [] : Array.from({ length: attempts }, () => code));
    if (isLost) expect(session).toMatchObject({ status: 'failed', error: { code, node_id: 'seat' } });
    else expect(session.status).toBe('completed');
    // Nothing is asked that is not on the bill, and the bill is the session's usage.
    expect(ledger.items).toHaveLength(upstream.requests.get(nameOf(cell)) ?? 0);
    const { input_tokens, output_tokens, cost_usd, is_estimated } = ledger.totals;
    expect({ input_tokens, output_tokens, cost_usd, is_estimated }).toEqual(session.usage);
    const took = Date.parse(session.ended_at ?? '') - Date.parse(session.started_at ?? '');
    expect(took).toBeLessThan(3 * TOTAL_MS);
  });

  it('leaves no socket open, no listener behind, and no warning', async () => {
    for (const cell of CELLS) await ended(cell);
    await eventually('the last socket closed', () => (upstream.openSockets === 0 ? true : undefined));
    const model = app.get(ChatModel, { strict: false });
    for (const cell of CELLS.filter(({ fault }) => fault.name !== 'slow tokens').slice(0, 24)) {
      const stop = new AbortController();
      const heard: ChatChunk[] = [];
      try {
        for await (const chunk of model.stream(requestOf(nameOf(cell), stop.signal))) heard.push(chunk);
      } catch (error) {
        expect(error).toBeInstanceOf(ModelCallError);
      }
      expect([nameOf(cell), getEventListeners(stop.signal, 'abort')]).toEqual([nameOf(cell), []]);
    }
    await eventually('the last socket closed', () => (upstream.openSockets === 0 ? true : undefined));
    expect(warnings.map(({ name, message }) => `${name}: ${message}`)).toEqual([]);
  });
});

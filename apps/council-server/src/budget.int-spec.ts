import { type Budget, Group, Ledger, type LogEvent, SessionView } from '@council/contracts';
import { ChatModel, EventStore, fold, isTerminal } from '@council/council-core';
import { graphOf, openTestDatabase, pick, type Random, seededRandom, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { spend } from '../test/drawn-spender.js';
import { eventually } from '../test/eventually.js';
import { callApp, type Method } from '../test/call-app.js';
import { AppModule } from './app.module.js';
import { createApp } from './create-app.js';

/** All of them with BUDGET_RUNS=1000 (npm run prove budget); a sample in every check. */
const RUNS = Number(process.env['BUDGET_RUNS'] ?? 24);
const SEED = Number(process.env['BUDGET_SEED'] ?? 20_260_101);
/** Sessions at once. */
const WAVE = 8;
const AGENTS = 8;
/** The unit of a cap is the mean of what one call costs: a cap of so many of them is reached before the third round. */
const CAP_CALLS: readonly [number, number] = [8, 20];
const MAX_TOKENS = [400, 800, 1_200, 2_000];
/** USD per 1,000 tokens, as on the lists of vendors. */
const PRICES: readonly (readonly [input: number, output: number])[] = [
  [0.003, 0.015],
  [0.0025, 0.01],
  [0.00015, 0.0006],
  [0.00027, 0.0011],
];
/** What a call uses in the mean: about 2,000 tokens in, 600 of every 1,000 it may write out. */
const MEAN_INPUT = 2_000;

let database: TestDatabase;
let app: NestFastifyApplication;
let random: Random;

beforeAll(async () => {
  random = seededRandom(SEED);
  const model = { LLM_PROVIDER: 'custom', LLM_MODEL: 'm0', LLM_BASE_URL: 'http://127.0.0.1:9/v1' };
  database = await openTestDatabase({ ...model, BREAKER_SIMILARITY: 'off' });
  app = await createApp(await AppModule.forRoot(database.config), false);
  await app.init();
  jest.spyOn(app.get(ChatModel, { strict: false }), 'stream').mockImplementation((request) => spend(request, random));
  for (const [at, [input_per_1k, output_per_1k]] of PRICES.entries()) {
    await ok('PUT', '/models/pricing', { provider: 'custom', model: `m${at}`, input_per_1k, output_per_1k });
  }
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const ask = (method: Method, path: string, body?: object) => callApp(app, method, path, body);

async function ok(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<unknown> {
  const answer = await ask(method, path, body);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Eight agents side by side, in three rounds; a seat that is lost does not end the council. */
function councilOf(agents: readonly string[]) {
  const names = agents.map((_, at) => `a${at}`);
  const seats = Object.fromEntries(
    names.map((name, at) => [name, { agent_uuid: agents[at], tools: [], on_error: 'continue' }]),
  );
  return graphOf(
    {
      start: ['start', 'fork'],
      fork: ['parallel', ...names],
      ...Object.fromEntries(names.map((name) => [name, ['agent', 'gather'] as const])),
      gather: ['context_synth', 'loop'],
      loop: ['loop', 'fork', 'end'],
      end: ['end'],
    },
    { ...seats, gather: {}, loop: { max_rounds: 3 } },
  );
}

interface DrawnAgent {
  readonly agent_uuid: string;
  readonly meanUsd: number;
  readonly meanTokens: number;
}

async function drawAgent(at: number): Promise<DrawnAgent> {
  const model = at % PRICES.length;
  const [input, output] = PRICES[model] ?? [0, 0];
  const max_tokens = pick(random, MAX_TOKENS);
  const { agent_uuid } = (await ok('POST', '/agents', {
    name: `Agent ${at}`,
    persona_prompt: 'You look at one side of the matter and say what you find.',
    model_config: { provider: 'custom', model: `m${model}`, max_tokens },
  })) as { agent_uuid: string };
  const written = 0.6 * max_tokens;
  return {
    agent_uuid,
    meanUsd: (MEAN_INPUT * input + written * output) / 1_000,
    meanTokens: MEAN_INPUT + written,
  };
}

interface Run {
  readonly id: string;
  readonly budget: Budget;
}

async function begin(budget: Budget | undefined, agents: readonly DrawnAgent[], group_uuid?: string): Promise<string> {
  const { session_uuid } = (await ok('POST', '/workflows/execute', {
    graph: councilOf(agents.map(({ agent_uuid }) => agent_uuid)),
    input: { document_content: 'The archive moves in the second quarter, if the lease is signed.\n'.repeat(40) },
    language: 'en',
    ...(budget === undefined ? {} : { budget }),
    ...(group_uuid === undefined ? {} : { group_uuid }),
  })) as { session_uuid: string };
  return session_uuid;
}

function drawBudget(agents: readonly DrawnAgent[]): Budget {
  const [least, most] = CAP_CALLS;
  const calls = least + random() * (most - least);
  const mean = (key: 'meanUsd' | 'meanTokens') => agents.reduce((sum, agent) => sum + agent[key], 0) / agents.length;
  const usd = calls * mean('meanUsd');
  const tokens = Math.ceil(calls * mean('meanTokens'));
  const kind = random();
  return kind < 0.8 ? { usd } : kind < 0.9 ? { tokens } : { usd, tokens };
}

async function ended(id: string): Promise<SessionView> {
  return eventually(`the end of session ${id}`, async () => {
    const view = SessionView.parse(await ok('GET', `/sessions/${id}`));
    return isTerminal(view.status) || view.lock !== null ? view : undefined;
  });
}

/** The most that was ever spent and put aside together, and what was spent in the end. */
function committedIn(log: readonly LogEvent[]) {
  let state = fold([]);
  let most = 0;
  for (const event of log) {
    state = fold([event], state);
    const aside = state.openCalls.reduce((sum, { reserved }) => sum + (reserved?.cost_usd ?? 0), 0);
    most = Math.max(most, (state.usage.cost_usd ?? 0) + aside);
  }
  return { most, state };
}

interface Outcome {
  readonly use: number;
  readonly isOver: boolean;
  readonly isCapped: boolean;
  readonly attempts: number;
  readonly failed: number;
}

async function settled({ id, budget }: Run): Promise<Outcome> {
  const session = await ended(id);
  const ledger = Ledger.parse(await ok('GET', `/sessions/${id}/ledger`));
  const log = await app.get(EventStore, { strict: false }).read(id);
  const { most } = committedIn(log);
  const { input_tokens, output_tokens, cost_usd, is_estimated } = ledger.totals;
  expect({ input_tokens, output_tokens, cost_usd, is_estimated }).toEqual(session.usage);
  expect(session.status).toBe('completed');
  const tokens = input_tokens + output_tokens;
  const use = Math.max((cost_usd ?? 0) / (budget.usd ?? Infinity), tokens / (budget.tokens ?? Infinity));
  const isOver = use > 1 || (budget.usd !== undefined && most > budget.usd + 1e-9);
  if (isOver)
    process.stdout.write(`session ${id} is over: ${JSON.stringify({ budget, usage: session.usage, most })}\n`);
  return {
    use,
    isOver,
    isCapped: session.outcome === 'capped',
    attempts: ledger.items.length,
    failed: ledger.items.filter(({ outcome }) => outcome !== 'completed').length,
  };
}

describe('a cap of a session', () => {
  it(`is passed in none of ${RUNS} runs, and is used well`, async () => {
    const agents = await Promise.all(Array.from({ length: AGENTS }, (_, at) => drawAgent(at)));
    const outcomes: Outcome[] = [];
    for (let run = 0; run < RUNS; run += WAVE) {
      const wave: Run[] = [];
      for (let at = run; at < Math.min(RUNS, run + WAVE); at += 1) {
        const budget = drawBudget(agents);
        wave.push({ id: await begin(budget, agents), budget });
      }
      outcomes.push(...(await Promise.all(wave.map(settled))));
    }
    const mean = outcomes.reduce((sum, { use }) => sum + use, 0) / outcomes.length;
    const least = Math.min(...outcomes.map(({ use }) => use));
    const sum = (of: (outcome: Outcome) => number): number => outcomes.reduce((total, each) => total + of(each), 0);
    process.stdout.write(
      `${RUNS} runs, seed ${SEED}: over ${sum(({ isOver }) => Number(isOver))}, mean use ${(100 * mean).toFixed(1)} %, ` +
        `least ${(100 * least).toFixed(1)} %, capped ${sum(({ isCapped }) => Number(isCapped))}, ` +
        `attempts ${sum(({ attempts }) => attempts)}, of which ${sum(({ failed }) => failed)} failed\n`,
    );
    expect(outcomes.filter(({ isOver }) => isOver)).toEqual([]);
    expect(mean).toBeGreaterThanOrEqual(0.7);
  }, 7_200_000);

  it('that lets nothing be said ends it with what it has, which is nothing, at no cost', async () => {
    const agents = await Promise.all([drawAgent(0), drawAgent(1)]);
    const id = await begin({ tokens: 10 }, agents);
    expect(await ended(id)).toMatchObject({ status: 'completed', outcome: 'capped', usage: { cost_usd: 0 } });
  });
});

describe('a month of a group', () => {
  const openGroup = async (monthly_budget_usd: number | null): Promise<string> => {
    const group = await ok('POST', '/groups', { name: 'Archive', monthly_budget_usd });
    return Group.strict().parse(group).group_uuid;
  };
  const groupOf = async (id: string): Promise<Group> => Group.strict().parse(await ok('GET', `/groups/${id}`));
  const heldIn = async (id: string): Promise<unknown> =>
    app
      .get(DataSource)
      .query(
        'SELECT a.* FROM session_allotments a JOIN sessions USING (session_uuid) WHERE group_uuid = $1 AND is_open',
        [id],
      );

  it('is not passed by sessions at once, and what is not used goes back', async () => {
    const agents = await Promise.all(Array.from({ length: AGENTS }, (_, at) => drawAgent(at)));
    const cap = 60 * (agents.reduce((sum, { meanUsd }) => sum + meanUsd, 0) / AGENTS);
    const group = await openGroup(cap);
    const ids: string[] = [];
    for (let at = 0; at < 5; at += 1) ids.push(await begin(undefined, agents, group));
    const sessions = await Promise.all(ids.map(ended));
    expect(sessions.every(({ status }) => status === 'completed')).toBe(true);
    expect(sessions.some(({ outcome }) => outcome === 'capped')).toBe(true);
    const spent = sessions.reduce((sum, { usage }) => sum + (usage.cost_usd ?? 0), 0);
    expect(spent).toBeLessThanOrEqual(cap);
    expect(spent).toBeGreaterThan(0.6 * cap);
    const { this_month } = await groupOf(group);
    expect(this_month.spent_usd).toBeCloseTo(spent, 9);
    expect(this_month.held_usd).toBe(0);
    expect(await heldIn(group)).toEqual([]);

    // At no moment was more put aside than allotted, and the log ends with what it gave back.
    for (const id of ids) {
      const log = await app.get(EventStore, { strict: false }).read(id);
      const { state } = committedIn(log);
      for (const { usd, spent: used } of Object.values(state.allotments.months)) expect(usd).toBeCloseTo(used, 9);
      expect(log.at(-1)?.event).toBe('execution:completed');
    }
  });

  it('that is used up ends a session before it has spent anything', async () => {
    const agents = await Promise.all([drawAgent(0), drawAgent(1)]);
    const group = await openGroup(0);
    const id = await begin(undefined, agents, group);
    expect(await ended(id)).toMatchObject({ status: 'completed', outcome: 'capped', usage: { cost_usd: 0 } });
    const log = await app.get(EventStore, { strict: false }).read(id);
    expect(log.find(({ event }) => event === 'budget:reached')).toMatchObject({ data: { scope: 'group', cap: 0 } });
  });

  it('counts what was spent before it had a budget, and older clients keep the budget', async () => {
    const agents = await Promise.all([drawAgent(0), drawAgent(1)]);
    const group = await openGroup(null);
    const { usage } = await ended(await begin(undefined, agents, group));
    await ok('PUT', `/groups/${group}`, { name: 'Archive', monthly_budget_usd: usage.cost_usd });
    const renamed = Group.parse(await ok('PUT', `/groups/${group}`, { name: 'Archives' }));
    expect(renamed).toMatchObject({ name: 'Archives', monthly_budget_usd: usage.cost_usd });
    expect(renamed.this_month).toMatchObject({ spent_usd: usage.cost_usd, held_usd: 0 });
    expect(await ended(await begin(undefined, agents, group))).toMatchObject({
      outcome: 'capped',
      usage: { cost_usd: 0 },
    });
  });

  it('needs the price of every model', async () => {
    const group = await openGroup(1);
    const { agent_uuid } = (await ok('POST', '/agents', {
      name: 'Unpriced',
      persona_prompt: 'You speak.',
      model_config: { provider: 'openrouter', model: 'nobody-knows' },
    })) as { agent_uuid: string };
    const refused = await ask('POST', '/workflows/execute', {
      graph: councilOf([agent_uuid]),
      input: { document_content: 'A line.\n' },
      group_uuid: group,
    });
    expect(refused.status).toBe(422);
  });
});

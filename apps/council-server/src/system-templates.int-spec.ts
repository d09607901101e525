import { type GraphDefinition, type Language, Report, SessionStarted, SessionView, Template } from '@council/contracts';
import { isTerminal } from '@council/council-core';
import { SYSTEM_TEMPLATES } from '@council/migrations';
import { openTestDatabase, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { eventually, TEST_TIMEOUT_MS } from '../test/eventually.js';
import { RawUpstream } from '../test/fault-grid/raw-upstream.js';
import { readRepositoryFile } from '../test/repository.js';
import { answersAsCouncil } from '../test/council-answers.js';
import { AppModule } from './app.module.js';
import { createApp } from './create-app.js';

jest.setTimeout(TEST_TIMEOUT_MS);

interface Event {
  readonly event: string;
  readonly node_id?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Each with its sample, its vote, and how many turns are spoken when everybody agrees: ballots too. */
const TEMPLATES = [
  { name: 'code-review', sample: 'examples/code-change.md', vote: 'vote_merge', turns: 7 },
  { name: 'stress-test', sample: 'examples/business-plan.md', vote: 'vote_commit', turns: 9 },
  { name: 'quick-decision', sample: 'examples/decision-memo.md', vote: 'vote', turns: 7 },
] as const;

/** A server of its own, and one session of each template in it, decided by the test wherever it asks. */
class Council {
  private constructor(
    private readonly database: TestDatabase,
    private readonly app: NestFastifyApplication,
  ) {}

  static async open(environment: Readonly<Record<string, string>>): Promise<Council> {
    const database = await openTestDatabase(environment);
    const app = await createApp(await AppModule.forRoot(database.config), false);
    await app.init();
    return new Council(database, app);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.close();
  }

  async ask(method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> {
    const headers = { host: 'localhost', ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const answer = await this.app.inject({ method, url: `/api/v1${path}`, headers, payload });
    if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.statusCode} ${answer.body}`);
    return answer.json();
  }

  async start(name: string, sample: string, language: Language): Promise<string> {
    const started = await this.ask('POST', '/workflows/execute', {
      template_uuid: SYSTEM_TEMPLATES[name],
      input: { document_content: readRepositoryFile(sample), optimization_objective: 'Decide what is to be done.' },
      language,
    });
    return SessionStarted.parse(started).session_uuid;
  }

  async events(id: string): Promise<readonly Event[]> {
    const { events } = (await this.ask('GET', `/sessions/${id}/events?limit=1000`)) as { events: Event[] };
    return events;
  }

  /** Approves whatever the template asks a person, and gives the session at its end. */
  async run(
    name: string,
    sample: string,
    language: Language = 'en',
  ): Promise<{ session: SessionView; events: readonly Event[]; report: Report }> {
    const id = await this.start(name, sample, language);
    const session = await eventually(`the end of ${name}`, async () => {
      const view = SessionView.parse(await this.ask('GET', `/sessions/${id}`));
      for (const { review_uuid } of view.waiting_for as { review_uuid: string }[]) {
        await this.ask('POST', `/reviews/${review_uuid}/decision`, { action: 'approve' });
      }
      return isTerminal(view.status) ? view : undefined;
    });
    const events = await this.events(id);
    const report = Report.parse(await this.ask('GET', `/sessions/${id}/report?format=json`));
    return { session, events, report };
  }
}

const namesOf = ({ nodes }: GraphDefinition): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(nodes).map(([id, { name }]) => [id, name]));

const of = (events: readonly Event[], name: string): readonly Event[] => events.filter(({ event }) => event === name);

describe('a system template without a model', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.open({});
  });
  afterAll(() => council.close());

  it.each(TEMPLATES)('$name: runs to a count of words that claims no judgement', async ({ name, sample, vote }) => {
    const { session, events, report } = await council.run(name, sample);
    expect(session).toMatchObject({
      status: 'completed',
      outcome: 'full',
      engine: { kind: 'extractive' },
      verdict: { kind: 'textual_balance', exit_recommendation: false },
    });
    expect(of(events, 'vote:tallied')).toMatchObject([
      { node_id: vote, data: { yes: 0, no: 0, abstain: 3, error: 0, passed: false, is_quorate: false } },
    ]);
    expect(of(events, 'fact_check:completed')).toMatchObject([{ data: { status: 'not_checked', passed: false } }]);
    expect(of(events, 'review:decided')).toMatchObject([{ data: { action: 'approve', is_automatic: false } }]);
    const references = report.turns.flatMap((turn) => turn.references);
    expect(references.length).toBeGreaterThan(10);
    expect(references.filter(({ state }) => state !== 'verified')).toEqual([]);
  });

  it.each(Object.keys(SYSTEM_TEMPLATES))('%s: in a Chinese session its nodes speak Chinese', async (name) => {
    const kept = Template.parse(await council.ask('GET', `/templates/${SYSTEM_TEMPLATES[name]}`));
    const graphIn = async (language: Language): Promise<GraphDefinition> => {
      const [created] = await council.events(await council.start(name, 'examples/decision-memo.md', language));
      return created?.data['graph'] as GraphDefinition;
    };
    expect(await graphIn('en')).toEqual(kept.graph);
    const chinese = await graphIn('zh');
    expect(namesOf(chinese)).toEqual(kept.translations?.zh?.nodes);
    for (const [id, node] of Object.entries(chinese.nodes)) {
      const { name: _told, properties, ...shape } = node;
      const { question, instructions, ...rules } = properties;
      expect([question, instructions].join(' ')).not.toMatch(/[A-Za-z]/);
      expect(kept.graph.nodes[id]).toMatchObject({ ...shape, properties: rules });
    }
  });
});

describe('a system template with a model', () => {
  let council: Council;
  let upstream: RawUpstream;
  beforeAll(async () => {
    upstream = await RawUpstream.start(answersAsCouncil({ score: 88, vote: true }));
    council = await Council.open({ LLM_PROVIDER: 'custom', LLM_MODEL: 'one', LLM_BASE_URL: upstream.baseUrl });
  });
  afterAll(async () => {
    await council.close();
    await upstream.stop();
  });

  const inBoth = TEMPLATES.flatMap((template) =>
    (['en', 'zh'] as const).map((language) => ({ ...template, language })),
  );

  it.each(inBoth)(
    '$name ($language): runs to a verdict that was judged',
    async ({ name, sample, vote, turns, language }) => {
      const { session, events } = await council.run(name, sample, language);
      expect(session).toMatchObject({
        status: 'completed',
        outcome: 'full',
        engine: { kind: 'model' },
        verdict: { kind: 'judged', weighted_total: 88 },
        waiting_for: [],
      });
      expect(of(events, 'vote:tallied')).toMatchObject([
        {
          node_id: vote,
          data: { voters: 3, abstain: 0, error: 0, passed: true, is_quorate: true, is_one_model: true },
        },
      ]);
      expect(of(events, 'message:completed')).toHaveLength(turns);
      // Nobody has to answer for a change that all would merge.
      const skipped = Object.keys(session.node_statuses).filter((id) => session.node_statuses[id] !== 'completed');
      expect(skipped).toEqual(name === 'code-review' ? ['agent_reply'] : []);
    },
  );
});

describe('a system template where nobody agrees', () => {
  let council: Council;
  let upstream: RawUpstream;
  beforeAll(async () => {
    upstream = await RawUpstream.start(answersAsCouncil({ score: 60, vote: false }));
    council = await Council.open({ LLM_PROVIDER: 'custom', LLM_MODEL: 'one', LLM_BASE_URL: upstream.baseUrl });
  });
  afterAll(async () => {
    await council.close();
    await upstream.stop();
  });

  it('code-review: lets somebody answer for the change before the ruling', async () => {
    const { session, events } = await council.run('code-review', 'examples/code-change.md');
    expect(session.node_statuses).toMatchObject({ agent_reply: 'completed', agent_adjudicator: 'completed' });
    expect(of(events, 'vote:tallied')).toMatchObject([{ data: { no: 3, passed: false, is_quorate: true } }]);
    expect(session.verdict).toMatchObject({ kind: 'judged', weighted_total: 60 });
  });

  it('stress-test: goes three rounds, and no further', async () => {
    const { session, events } = await council.run('stress-test', 'examples/business-plan.md');
    const decisions = of(events, 'loop:decided').map(({ data }) => [data['decision'], data['reason']]);
    expect(decisions).toEqual([
      ['continue', 'goes_on'],
      ['continue', 'goes_on'],
      ['exit', 'max_rounds'],
    ]);
    expect(of(events, 'vote:tallied')).toMatchObject([{ data: { scale: 'score', result: 3, passed: false } }]);
    expect(session.verdict).toMatchObject({ kind: 'judged', weighted_total: 60 });
  });
});
